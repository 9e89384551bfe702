/** What is in progress, of all that was read. Pure. */
import type { DocumentHead, LetterHead, ReportHead } from "../../archive/model.ts";
import type { ReadingState } from "../bridge.ts";

type At<Kind extends ReadingState["kind"]> = Extract<ReadingState, { kind: Kind }>;

export type Started = { kind: "letter"; head: LetterHead; state: At<"started"> } | { kind: "report"; head: ReportHead; state: At<"onPage"> };

/** The one read last first; without documents that are gone. */
export function startedIn(states: ReadonlyMap<string, ReadingState>, document: (id: string) => DocumentHead | undefined): Started[] {
  const started = Array.from(states, ([id, state]): Started[] => {
    const head = document(id);
    if (head?.kind === "letter" && state.kind === "started") return [{ kind: "letter", head, state }];
    if (head?.kind === "report" && state.kind === "onPage" && state.page <= head.pageLabels.length) return [{ kind: "report", head, state }];
    return [];
  });
  return started.flat().sort((one, other) => other.state.at - one.state.at);
}
