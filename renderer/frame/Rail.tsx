/** The rail: where one is, how much there is of it, and the promise to stay offline. */
import { BookOpen, FileText, FolderInput, FolderOpen, Highlighter, Inbox, Info, type LucideIcon, Rows3, Settings2, WifiOff } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ListPlace } from "../place.ts";
import { ImportMenu } from "../import/ImportMenu.tsx";
import { useLibrary } from "../library.ts";
import { useNotes } from "../notes/noteStore.ts";
import "./rail.css";

interface RailProps {
  /** Null while one searches. */
  list: ListPlace | null;
  /** Icons alone, names on hover. */
  compact: boolean;
  onList(list: ListPlace): void;
  onSettings(): void;
  onAbout(): void;
}

/** Drawn again only when what it shows changes: not at each key of a search. */
export const Rail = memo(function Rail({ list, compact, onList, onSettings, onAbout }: RailProps) {
  const { t } = useTranslation();
  const library = useLibrary();
  const notes = useNotes().length;
  const entry = (name: string, icon: LucideIcon, count: number | undefined, to: ListPlace) => (
    <Entry name={name} icon={icon} {...(count !== undefined && { count })} compact={compact} current={isSame(list, to)} onOpen={() => onList(to)} />
  );
  return (
    <nav className={compact ? "rail compact" : "rail"} aria-label={t("rail.label")}>
      {!compact && <p className="brand">{t("app.name")}</p>}
      <ul>
        {entry(t("rail.letters"), BookOpen, library.letters.length, { kind: "letters", collection: null })}
        {entry(t("rail.rubrics"), Rows3, library.rubrics.length, { kind: "rubrics" })}
        {entry(t("rail.reports"), FileText, library.reports.length, { kind: "reports" })}
      </ul>
      <ul className="library">
        {entry(t("dossier.list"), FolderOpen, undefined, { kind: "dossiers" })}
        {entry(t("notes.list"), Highlighter, notes || undefined, { kind: "notes" })}
        {entry(t("imports.list"), Inbox, undefined, { kind: "imports" })}
      </ul>
      {!compact && <Collections list={list} onList={onList} />}
      <ul className="foot">
        <li>
          <ImportMenu className="entry">
            <FolderInput className="icon" aria-hidden />
            <span className={compact ? "visually-hidden" : "name"}>{t("imports.import")}</span>
          </ImportMenu>
        </li>
        <Entry name={t("rail.settings")} icon={Settings2} compact={compact} current={false} onOpen={onSettings} />
        <Entry name={t("rail.about")} icon={Info} compact={compact} current={false} onOpen={onAbout} />
        <li className="promise" title={t("app.offlineWhy")}>
          <WifiOff className="icon" aria-hidden />
          <span className={compact ? "visually-hidden" : ""}>{t("app.offline")}</span>
        </li>
      </ul>
    </nav>
  );
});

function Collections({ list, onList }: Pick<RailProps, "list" | "onList">) {
  const { t } = useTranslation();
  const { collections, letters } = useLibrary();
  if (collections.length < 2) return null;
  return (
    <>
      <h2 className="label">{t("rail.collections")}</h2>
      <ul>
        {collections.map(({ id, title, sample }) => (
          <Entry
            key={id}
            name={title}
            sample={sample}
            count={letters.filter(({ collection }) => collection === id).length}
            compact={false}
            current={list?.kind === "letters" && list.collection === id}
            onOpen={() => onList({ kind: "letters", collection: id })}
          />
        ))}
      </ul>
    </>
  );
}

interface EntryProps {
  name: string;
  icon?: LucideIcon;
  count?: number;
  sample?: boolean;
  compact: boolean;
  current: boolean;
  onOpen(): void;
}

function Entry({ name, icon: Icon, count, sample = false, compact, current, onOpen }: EntryProps) {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" className="entry" aria-current={current ? "page" : undefined} title={name} onClick={onOpen}>
        {Icon && <Icon className="icon" aria-hidden />}
        <span className={compact ? "visually-hidden" : "name"}>{name}</span>
        {sample && !compact && <span className="badge">{t("app.sample")}</span>}
        {count !== undefined && !compact && <span className="count">{count}</span>}
      </button>
    </li>
  );
}

function isSame(list: ListPlace | null, other: ListPlace): boolean {
  if (list === null) return false;
  if (list.kind === "letters" && other.kind === "letters") return list.collection === other.collection;
  return list.kind === other.kind;
}
