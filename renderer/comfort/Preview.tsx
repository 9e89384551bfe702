/** A few lines of a letter, drawn with the choices as they stand: what one sees here is what one will read. */
import { useTranslation } from "react-i18next";
import "../letter/letter.css";
import { Shown } from "./Shown.tsx";

/** In French, whatever the interface speaks: it is what most letters are written in. */
const title = "Un·e geek de service ?";
const text =
  "Dans bien des associations, les bénévoles et les usager·es s’en remettent à une seule personne : celle qui répond, dépanne et documente. " +
  "Que devient le savoir-faire, le jour où l'habitué·e s'absente ? Partager les gestes demande du temps, de l’attention, et le droit de se tromper.";

export function Preview() {
  const { t } = useTranslation();
  return (
    <div className="preview letter" lang="fr" role="img" aria-label={t("comfort.preview")}>
      <p className="preview-title">
        <Shown text={title} isTitle />
      </p>
      <div className="prose">
        <p>
          <Shown text={text} />
        </p>
      </div>
    </div>
  );
}
