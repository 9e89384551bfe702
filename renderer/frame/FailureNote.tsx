/** What went wrong, with what, and what to do about it. */
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import "./states.css";

interface FailureNoteProps {
  failure: Failure;
  onRetry?: () => void;
}

export function FailureNote({ failure, onRetry }: FailureNoteProps) {
  const { t } = useTranslation();
  const concernsFile = /^(?:letter|report|picture)-(?:missing|damaged|truncated|empty)$/.test(failure.code);
  return (
    <div className="failure" role="alert">
      <TriangleAlert className="icon" aria-hidden />
      <div>
        <FailureText failure={failure} />
        {concernsFile && <p>{t("trouble.reinstall")}</p>}
        {onRetry && (
          <button type="button" className="text-link" onClick={onRetry}>
            {t("trouble.retry")}
          </button>
        )}
      </div>
    </div>
  );
}

/** The sentence for a failure, its file, and the technical detail folded away. */
export function FailureText({ failure: { code, title, subject, file, detail } }: { failure: Failure }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="sentence">{t(`trouble.${code}`, { title: title ?? subject ?? file ?? "" })}</p>
      {file && <p className="file">{t("trouble.file", { file })}</p>}
      {detail && (
        <details>
          <summary>{t("trouble.detail")}</summary>
          <code>{detail}</code>
        </details>
      )}
    </>
  );
}
