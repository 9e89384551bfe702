/** Over the shelf of letters: what it is parted by, and whether only what is unread is shown, and the menu that marks it all. */
import { useTranslation } from "react-i18next";
import type { Settings } from "../bridge.ts";
import { MarkAllMenu } from "../reading/MarkAllMenu.tsx";

type Grouping = Settings["shelfGrouping"];

interface ShelfChoicesProps {
  grouping: Grouping;
  /** Those that part something here. */
  groupings: readonly Grouping[];
  isUnreadOnly: boolean;
  /** Ids of what the shelf holds. */
  documents: readonly string[];
  onGrouping(grouping: Grouping): void;
  onUnreadOnly(isWanted: boolean): void;
}

export function ShelfChoices({ grouping, groupings, isUnreadOnly, documents, onGrouping, onUnreadOnly }: ShelfChoicesProps) {
  const { t } = useTranslation();
  const names = { year: t("rows.byYear"), rubric: t("rows.byRubric"), collection: t("rows.byCollection") };
  return (
    <div className="shelf-choices">
      <div className="groupings" role="group" aria-label={t("rows.group")}>
        {groupings.map((each) => (
          <button key={each} type="button" className="pill" aria-pressed={each === grouping} onClick={() => onGrouping(each)}>
            {names[each]}
          </button>
        ))}
      </div>
      <div className="of-reading">
        <button type="button" className="pill" aria-pressed={isUnreadOnly} onClick={() => onUnreadOnly(!isUnreadOnly)}>
          {t("reading.filterUnread")}
        </button>
        <MarkAllMenu documents={documents} />
      </div>
    </div>
  );
}
