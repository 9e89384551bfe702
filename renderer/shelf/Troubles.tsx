/** What was found wrong on opening, each thing with its file; nothing when all is well. */
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { FailureText } from "../frame/FailureNote.tsx";
import "../frame/states.css";

export function Troubles({ troubles }: { troubles: Failure[] }) {
  const { t } = useTranslation();
  if (troubles.length === 0) return null;
  return (
    <section className="troubles" aria-labelledby="troubles-title" role="status">
      <h2 id="troubles-title">{t("trouble.title", { count: troubles.length })}</h2>
      <p>{t("trouble.intro")}</p>
      <ul>
        {troubles.map((failure) => (
          <li key={`${failure.code} ${failure.file ?? ""} ${failure.subject ?? ""}`}>
            <FailureText failure={failure} />
          </li>
        ))}
      </ul>
    </section>
  );
}
