/** Words of the archive that go on from the one being typed. Their line is always there while one searches, so that nothing jumps. */
import { useTranslation } from "react-i18next";
import { withCompletion } from "./queryText.ts";

interface CompletionsProps {
  text: string;
  completions: readonly string[];
  onComplete(text: string): void;
}

export function Completions({ text, completions, onComplete }: CompletionsProps) {
  const { t } = useTranslation();
  return (
    <p className="completions">
      {completions.length > 0 && <span>{t("search.completions")} </span>}
      {completions.map((word) => (
        <button key={word} type="button" className="text-link" onClick={() => onComplete(withCompletion(text, word))}>
          {word}
        </button>
      ))}
    </p>
  );
}
