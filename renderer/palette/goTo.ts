/** Going where the palette leads. */
import { runAction } from "../keys/actionHandlers.ts";
import { documentPlace, type ListPlace } from "../place.ts";
import type { Moves } from "../useJourney.ts";
import type { Destination } from "./paletteItems.ts";

interface Ways {
  moves: Moves;
  showList(list: ListPlace): void;
  searchFor(text: string): void;
}

export function goTo(to: Destination, { moves, showList, searchFor }: Ways): void {
  switch (to.kind) {
    case "actions":
      return void runAction(to.id);
    case "letters":
      return moves.open(documentPlace("letter", to.id));
    case "reports":
      return moves.open(documentPlace("report", to.id));
    case "rubrics":
      return moves.open({ kind: "rubric", id: to.id });
    case "collections":
      return showList({ kind: "letters", collection: to.id });
    case "recent":
    case "search":
      return searchFor(to.id);
  }
}
