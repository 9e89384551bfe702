/** Over the shelf of letters: what it is parted by, and whether only what is unread is shown. */
import { useTranslation } from "react-i18next";
import type { Settings } from "../bridge.ts";

type Grouping = Settings["shelfGrouping"];

interface ShelfChoicesProps {
  grouping: Grouping;
  /** Those that part something here. */
  groupings: readonly Grouping[];
  isUnreadOnly: boolean;
  onGrouping(grouping: Grouping): void;
  onUnreadOnly(isWanted: boolean): void;
}

export function ShelfChoices({ grouping, groupings, isUnreadOnly, onGrouping, onUnreadOnly }: ShelfChoicesProps) {
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
      <button type="button" className="pill" aria-pressed={isUnreadOnly} onClick={() => onUnreadOnly(!isUnreadOnly)}>
        {t("reading.filterUnread")}
      </button>
    </div>
  );
}
