/** How a query was understood, as chips that can be taken out; nothing to show for plain words. */
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { UnderstoodPart } from "../../archive/model.ts";
import { withoutPart } from "./queryText.ts";

interface UnderstoodProps {
  /** As typed: what the parts' places refer to. */
  text: string;
  parts: readonly UnderstoodPart[];
  onType(text: string): void;
}

export function Understood({ text, parts, onType }: UnderstoodProps) {
  const { t } = useTranslation();
  if (parts.every(({ kind, isExcluded, isAlternative }) => kind === "word" && !isExcluded && !isAlternative)) return null;
  return (
    <ul className="chips" aria-label={t("search.understood")}>
      {parts.map((part) => (
        <li key={part.from}>
          {part.isAlternative && <span className="joint">{t("search.alternative")}</span>}
          <span className="chip">
            <PartName part={part} />
            <button
              type="button"
              aria-label={t("search.removePart", { part: part.text })}
              title={t("search.removePart", { part: part.text })}
              onClick={() => onType(withoutPart(text, part))}
            >
              <X className="icon" aria-hidden />
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}

function PartName({ part: { kind, text, isExcluded } }: { part: UnderstoodPart }) {
  const { t } = useTranslation();
  const names = {
    word: null,
    phrase: null,
    rubric: t("search.filterRubric"),
    type: t("search.filterType"),
    year: t("search.filterYear"),
    before: t("search.filterBefore"),
    after: t("search.filterAfter"),
    collection: t("search.filterCollection"),
    document: t("search.filterDocument"),
  };
  const value = kind === "phrase" ? `«\u202F${text}\u202F»` : text;
  const name = names[kind];
  const whole = name === null ? value : t("search.named", { name, value });
  return <span>{isExcluded ? t("search.excluded", { part: whole }) : whole}</span>;
}
