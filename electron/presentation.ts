/** Where a presentation is, and how each move changes it. Pure: what is shown, and on which screen, is `projector.ts`. */
import { elapsed, type Position, type PresentMove, type Slide } from "./presentContract.ts";

/** The beginning of a presentation; a slide that is not there means the first. */
export function beginAt(slides: readonly Slide[], from: number, given: Pick<Position, "showing" | "ground" | "hasOwnScreen">, now: number): Position {
  const steps = slides.map((slide) => (slide.kind === "text" ? slide.steps.length : 1));
  return { ...given, slide: from < slides.length ? from : 0, step: 0, steps, veil: null, timer: { before: 0, startedAt: now }, isTimerShown: false };
}

/** After a move; "end" is no position, and changes none. `now` in milliseconds since 1970. */
export function moved(position: Position, move: PresentMove, now: number): Position {
  if (typeof move === "object") return "goTo" in move ? at(position, move.goTo, 0) : measured(position, move);
  const { slide, step, steps, veil, timer } = position;
  const lifted = { ...position, veil: null };
  switch (move) {
    case "next":
      if (veil) return lifted;
      return step + 1 < stepsOf(position, slide) ? { ...position, step: step + 1 } : at(position, slide + 1, 0);
    case "previous":
      if (veil) return lifted;
      return step > 0 ? { ...position, step: step - 1 } : at(position, slide - 1, stepsOf(position, slide - 1) - 1);
    case "nextSlide":
      return at(position, slide + 1, 0);
    case "previousSlide":
      return at(position, step > 0 ? slide : slide - 1, 0);
    case "first":
      return at(position, 0, 0);
    case "last":
      return at(position, steps.length - 1, 0);
    case "black":
    case "white":
      return { ...position, veil: veil === move ? null : move };
    case "ground":
      return { ...position, ground: position.ground === "light" ? "dark" : "light" };
    case "timer":
      return { ...position, timer: timer.startedAt === null ? { ...timer, startedAt: now } : { before: elapsed(timer, now), startedAt: null } };
    case "resetTimer":
      return { ...position, timer: { before: 0, startedAt: timer.startedAt === null ? null : now } };
    case "showTimer":
      return { ...position, isTimerShown: !position.isTimerShown };
    case "end":
      return position;
  }
}

/** Another slide; nothing changes when there is none. */
function at(position: Position, slide: number, step: number): Position {
  return slide in position.steps ? { ...position, slide, step, veil: null } : position;
}

function stepsOf({ steps }: Position, slide: number): number {
  return steps[slide] ?? 1;
}

/** What is beyond a page's last step, as the wall found it, is that last step. */
function measured(position: Position, { slide, steps: count }: { slide: number; steps: number }): Position {
  if (!(slide in position.steps)) return position;
  const steps = position.steps.with(slide, count);
  return { ...position, steps, step: slide === position.slide ? Math.min(position.step, count - 1) : position.step };
}
