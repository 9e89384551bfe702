/** What is looked through when nothing is searched: letters, rubrics, reports, notes or imports. */
import { memo } from "react";
import { DossierList } from "../dossier/DossierList.tsx";
import { ImportList } from "../import/ImportList.tsx";
import { NoteList } from "../notes/NoteList.tsx";
import type { ListPlace } from "../place.ts";
import type { Moves } from "../useJourney.ts";
import type { SettingsState } from "../useSettings.ts";
import { LetterList } from "./LetterList.tsx";
import "./list.css";
import { ReportList } from "./ReportList.tsx";
import { RubricList } from "./RubricList.tsx";

interface ShelfProps {
  isHidden: boolean;
  list: ListPlace;
  /** Id of what is being read; its kind where it has none. */
  current: string;
  currentSection: string | null;
  settings: SettingsState;
  moves: Moves;
}

/** As it was while something else stands in its place. */
export const Shelf = memo(function Shelf({ list, current, currentSection, settings, moves }: ShelfProps) {
  if (list.kind === "notes") return <NoteList onOpen={moves.open} onSearch={moves.type} />;
  if (list.kind === "imports") return <ImportList current={current} onReport={(id) => moves.open({ kind: "import", id })} onBin={() => moves.open({ kind: "bin" })} />;
  if (list.kind === "dossiers") return <DossierList current={current} onOpen={(id) => moves.open({ kind: "dossier", id })} />;
  if (list.kind === "rubrics") return <RubricList current={current} onOpen={(id) => moves.open({ kind: "rubric", id })} />;
  if (list.kind === "reports") return <ReportList current={current} onOpen={(id) => moves.open({ kind: "report", id, page: null, terms: [] })} />;
  return (
    <LetterList
      collection={list.kind === "letters" ? list.collection : null}
      current={current}
      currentSection={currentSection}
      grouping={settings.settings.shelfGrouping}
      onGrouping={(shelfGrouping) => settings.change({ shelfGrouping })}
      onOpen={moves.open}
    />
  );
}, isSameShelf);

function isSameShelf(before: ShelfProps, after: ShelfProps): boolean {
  if (after.isHidden) return true;
  const isSameText = before.current === after.current && before.currentSection === after.currentSection;
  return before.list === after.list && isSameText && before.settings === after.settings && before.moves === after.moves;
}
