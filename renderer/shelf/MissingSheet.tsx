/** A document that a link names and this archive does not carry: what it is and where it can be found, as far as is known. */
import { BookX, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { MissingDocument } from "../../archive/resolveLink.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { Control } from "../frame/Control.tsx";
import { ImportButton } from "../import/ImportMenu.tsx";
import { useLibrary } from "../library.ts";
import { dateInWords } from "../words/dates.ts";

interface MissingSheetProps {
  missing: MissingDocument;
  onBin(): void;
}

export function MissingSheet({ missing, onBin }: MissingSheetProps) {
  const { t } = useTranslation();
  const shown = useShownTitle();
  const work = useLibrary().elsewhere(missing.id);
  const sorts = { letter: t("linking.missingLetter"), report: t("linking.missingReport") };
  const what = missing.sort === null ? t("linking.missingDocument") : sorts[missing.sort];
  const title = work?.title ?? missing.title;
  return (
    <div className="sheet-scroller">
      <article className="letter missing-work">
        <BookX className="icon" aria-hidden />
        {title !== null && <p className="rubric">{work ? t("link.missingTitle") : what}</p>}
        <h1 tabIndex={-1}>{title === null ? what : shown(title, missing.id)}</h1>
        {work ? <p className="prose">{shown(work.note, missing.id)}</p> : <Unknown missing={missing} onBin={onBin} />}
      </article>
    </div>
  );
}

function Unknown({ missing: { id, date, collection, isInBin }, onBin }: MissingSheetProps) {
  const { t, i18n } = useTranslation();
  const shown = useShownTitle();
  return (
    <>
      <dl className="known">
        {date !== null && (
          <div>
            <dt>{t("linking.missingWhen")}</dt>
            <dd>{dateInWords(date, i18n.language)}</dd>
          </div>
        )}
        {collection !== null && (
          <div>
            <dt>{t("linking.missingFrom")}</dt>
            <dd>{shown(collection, id)}</dd>
          </div>
        )}
        <div>
          <dt>{t("linking.missingName")}</dt>
          <dd className="id">{id}</dd>
        </div>
      </dl>
      <p className="prose">{isInBin ? t("linking.howBin") : t("linking.missingWhat")}</p>
      {isInBin ? (
        <p className="ways">
          <Control icon={Trash2} name={t("linking.toBin")} look="primary" onPress={onBin} />
        </p>
      ) : (
        <>
          <h2>{t("linking.howTitle")}</h2>
          <p className="prose">{t("linking.howAsk")}</p>
          <div className="ways">
            <ImportButton look="primary" />
          </div>
        </>
      )}
    </>
  );
}
