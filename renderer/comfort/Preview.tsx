/** A few lines of a letter, drawn with the choices as they stand: what one sees here is what one will read. */
import { useTranslation } from "react-i18next";
import "../letter/letter.css";
import { Shown } from "./Shown.tsx";

export function Preview() {
  const { t } = useTranslation();
  return (
    <div className="preview letter" lang="fr" role="img" aria-label={t("comfort.preview")}>
      <p className="preview-title">{t("comfort.sampleTitle")}</p>
      <div className="prose">
        <p>
          <Shown text={t("comfort.sample")} />
        </p>
      </div>
    </div>
  );
}
