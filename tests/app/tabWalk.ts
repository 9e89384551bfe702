/** Walking a view by Tab alone, and what is seen at each stop. */
import type { Page } from "@playwright/test";

export interface TabWalk {
  /** What is wrong with the stops, as sentences. */
  faults: string[];
  /** How many stops there were. */
  count: number;
}

/** A walk that is longer than any view has stops is a trap. */
const longest = 400;

/** Walks from the first stop until it comes again. */
export async function walkByTab(window: Page): Promise<TabWalk> {
  await window.evaluate(beginWalk);
  const faults: string[] = [];
  for (let count = 0; count < longest; count++) {
    await window.keyboard.press("Tab");
    const { isRound, fault } = await window.evaluate(lookAtStop);
    if (fault) faults.push(fault);
    if (isRound) return { faults: [...faults, ...(await window.evaluate(missedStops))], count };
  }
  return { faults: [...faults, "the walk does not come round"], count: longest };
}

interface Walking {
  walk: Set<Element>;
}

/** In the page: the walk begins after the first control of the rail, which stays whatever happens; in a dialog, after where the focus is. */
function beginWalk(): void {
  const first = document.querySelector('[role="dialog"]') ? null : document.querySelector<HTMLElement>("nav button");
  first?.focus();
  Object.assign(globalThis, { walk: new Set<Element>(first ? [first] : []) });
}

/** In the page. */
function lookAtStop(): { isRound: boolean; fault: string | null } {
  const { walk } = globalThis as unknown as Walking;
  const element = document.activeElement;
  if (!element || element === document.body) return { isRound: false, fault: null };
  // Pages of a report may be let go while they are walked: then one comes by a stop again before the walk is round.
  if (walk.has(element)) return { isRound: [...walk][0] === element, fault: null };
  walk.add(element);
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  const named = element.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent ?? "") ?? [];
  const name = [element.getAttribute("aria-label"), ...named, ...labels.map(({ textContent }) => textContent), element.textContent, element.getAttribute("title")].join("").trim();
  const what = `${element.outerHTML.slice(0, 140)} (${name.slice(0, 40)})`;
  // A checkbox or a radio is drawn by its label.
  const drawn = (element.matches("[type=checkbox], [type=radio]") ? labels[0] : undefined) ?? element;
  drawn.scrollIntoView({ block: "nearest" });
  const isRinged = (each: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  };
  const { left, top, right, bottom, width, height } = drawn.getBoundingClientRect();
  const x = Math.min(innerWidth - 1, Math.max(0, (Math.max(left, 0) + Math.min(right, innerWidth)) / 2));
  const y = Math.min(innerHeight - 1, Math.max(0, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2));
  const over = document.elementFromPoint(x, y);
  if (name === "") return { isRound: false, fault: `has no name: ${what}` };
  if (width === 0 || height === 0 || right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return { isRound: false, fault: `is out of sight: ${what}` };
  if (over === null || !(drawn.contains(over) || over.contains(drawn))) return { isRound: false, fault: `is behind ${over?.outerHTML.slice(0, 60)}: ${what}` };
  const isSeen = isRinged(element) || isRinged(drawn) || [...drawn.querySelectorAll("*")].some(isRinged) || (element.closest("label") !== null && isRinged(element.closest("label")!));
  return { isRound: false, fault: isSeen ? null : `shows no focus: ${what}` };
}

/** In the page: enabled controls that Tab did not come to, but for those that arrows reach from one that it came to. */
function missedStops(): string[] {
  const { walk } = globalThis as unknown as Walking;
  const stops = [...walk];
  const dialogs = [...document.querySelectorAll('[role="dialog"]')];
  const root = dialogs.at(-1) ?? document.body;
  const controls = [...root.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const isReached = (control: Element): boolean => {
    if (stops.includes(control)) return true;
    const group = control.closest('[role="toolbar"], [role="tablist"], [role="radiogroup"], [role="listbox"], [role="menu"], [role="tree"]');
    return group !== null && stops.some((stop) => group.contains(stop));
  };
  return controls
    .filter((each) => each.getAttribute("tabindex") !== "-1" && !each.matches(":disabled") && each.checkVisibility({ checkVisibilityCSS: true }) && !each.closest('[aria-hidden="true"], [inert]'))
    .filter((each) => !isReached(each))
    .map((each) => `is not reached: ${each.outerHTML.slice(0, 140)}`);
}
