/**
 * Walking a view by Tab alone, a menu by its arrows, and what is seen at each stop: that it has a name, is in sight, shows that the focus is there
 * in every theme, follows what came before it, and that nothing was passed over.
 */
import { expect, type Page } from "@playwright/test";
import { themes } from "../../electron/contract.ts";

export interface TabWalk {
  /** What is wrong with the stops, as sentences. */
  faults: string[];
  /** How many stops there were. */
  count: number;
}

interface Stop {
  isRound: boolean;
  faults: string[];
}

/** A walk that is longer than any view has stops is a trap. */
const longest = 400;

/** Walks from the first stop until it comes again. What opens takes the focus first, and has come to rest. */
export async function walkByTab(window: Page, view: string): Promise<TabWalk> {
  await expect.poll(() => window.evaluate(restlessness), view).toBeNull();
  const key = await window.evaluate(beginWalk);
  const faults: string[] = [];
  for (let count = 0; count < longest; count++) {
    await window.keyboard.press(key);
    const stop = await window.evaluate(lookAtStop, themes);
    faults.push(...stop.faults);
    if (stop.isRound) return { faults: [...faults, ...(await window.evaluate(missedStops))], count };
  }
  return { faults: [...faults, "the walk does not come round"], count: longest };
}

/** In the page: why what is open is not to be walked yet. */
function restlessness(): string | null {
  const layers = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]:not([aria-modal="false"]), [role="menu"]')].filter((each) => each.checkVisibility());
  const top = layers.at(-1);
  if (!top) return null;
  if (!top.contains(document.activeElement)) return `what is open has not the focus, which is on ${document.activeElement?.outerHTML.slice(0, 140)}`;
  const isMoving = document.getAnimations().some(({ playState, effect }) => {
    const moved = effect instanceof KeyframeEffect ? effect.target : null;
    return playState === "running" && moved !== null && (moved.contains(top) || top.contains(moved));
  });
  return isMoving ? "still moves" : null;
}

interface Walking {
  walk: {
    stops: Set<Element>;
    /** The one before, and how it looked with the focus. */
    last: { element: Element; what: string; look: string } | null;
    /** What there was to come to when it began. */
    there: Set<Element>;
    /** How often nothing had the focus: once around the window, never in a dialog. */
    nowhere: number;
    /** How often it went back to the top: once around a dialog, never in the window, where it begins at the top. */
    backwards: number;
  };
  /** Rings seen so far in this window, in every theme. */
  rings: Set<string>;
}

/** In the page: the walk begins after the first control of the rail, which stays whatever happens; in a dialog or menu, after where the focus is. */
function beginWalk(): "Tab" | "ArrowDown" {
  const layers = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]:not([aria-modal="false"]), [role="menu"]')].filter((each) => each.checkVisibility());
  const top = layers.at(-1);
  const first = top ? null : document.querySelector<HTMLElement>("nav button");
  first?.focus();
  const walk: Walking["walk"] = { stops: new Set<Element>(first ? [first] : []), last: null, there: new Set(document.querySelectorAll("*")), nowhere: top ? 1 : 0, backwards: top ? 0 : 1 };
  const rings = (globalThis as unknown as Partial<Walking>).rings ?? new Set<string>();
  Object.assign(globalThis, { walk, rings });
  return top?.role === "menu" ? "ArrowDown" : "Tab";
}

/** In the page. */
async function lookAtStop(allThemes: readonly string[]): Promise<Stop> {
  const { walk, rings } = globalThis as unknown as Walking;
  const faults: string[] = [];
  const element = document.activeElement;
  const { last } = walk;
  walk.last = null;
  if (last && last.element !== element && last.element.isConnected && lookOf(last.element) === last.look) faults.push(`looks the same without the focus: ${last.what}`);
  if (!element || element === document.body) {
    walk.nowhere += 1;
    return { isRound: false, faults: walk.nowhere === 1 ? faults : [...faults, `nothing has the focus after ${last?.what}`] };
  }
  // Pages of a report may be let go while they are walked: then one comes by a stop again before the walk is round.
  if (walk.stops.has(element)) return { isRound: [...walk.stops][0] === element, faults };
  const before = [...walk.stops].at(-1);
  walk.stops.add(element);
  const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : [];
  const named = element.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent ?? "") ?? [];
  const name = [element.getAttribute("aria-label"), ...named, ...labels.map(({ textContent }) => textContent), element.textContent, element.getAttribute("title")].join("").trim();
  const what = `${element.outerHTML.slice(0, 140)} (${name.slice(0, 40)})`;
  // A checkbox or a radio is drawn by its label.
  const drawn = (element.matches("[type=checkbox], [type=radio]") ? labels[0] : undefined) ?? element;
  drawn.scrollIntoView({ block: "nearest" });
  const { left, top, right, bottom, width, height } = drawn.getBoundingClientRect();
  const x = Math.min(innerWidth - 1, Math.max(0, (Math.max(left, 0) + Math.min(right, innerWidth)) / 2));
  const y = Math.min(innerHeight - 1, Math.max(0, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2));
  const over = document.elementFromPoint(x, y);
  walk.last = { element, what, look: lookOf(element) };
  if (name === "") faults.push(`has no name: ${what}`);
  if (width === 0 || height === 0 || right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) faults.push(`is out of sight: ${what}`);
  else if (over === null || !(drawn.contains(over) || over.contains(drawn))) faults.push(`is behind ${over?.outerHTML.slice(0, 60)}: ${what}`);
  // What has just come is drawn a frame later; a busy machine gets as long as any assertion has.
  for (const end = performance.now() + 10_000; opacityOf(drawn) < 0.5 && performance.now() < end; ) await new Promise((resolve) => requestAnimationFrame(resolve));
  if (opacityOf(drawn) < 0.5) faults.push(`is not seen, though it has the focus: ${what} (${opacities(drawn)})`);
  if (before?.isConnected && isBackwards(before, element) && ++walk.backwards > 1) faults.push(`comes after what stands below it, ${before.outerHTML.slice(0, 80)}: ${what}`);
  const ringed = [element, drawn, element.closest("label"), ...drawn.querySelectorAll("*")].filter((each) => each !== null).find(isRinged);
  if (!ringed) return { isRound: false, faults: [...faults, `shows no focus: ${what}`] };
  return { isRound: false, faults: [...faults, ...faintRings(ringed).map((theme) => `shows its focus faintly (${theme}): ${what}`)] };

  function isRinged(each: Element): boolean {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  }

  /** Of all that could tell that the focus is there. */
  function lookOf(each: Element): string {
    const labelled = each instanceof HTMLInputElement ? [...(each.labels ?? [])] : [];
    return [each, ...labelled, each.closest("label"), ...each.querySelectorAll("*")]
      .map((part) => {
        if (!part) return "";
        const { outline, outlineOffset, boxShadow, borderColor, backgroundColor } = getComputedStyle(part);
        return [outline, outlineOffset, boxShadow, borderColor, backgroundColor].join();
      })
      .join("\n");
  }

  function opacityOf(each: Element): number {
    return partsAround(each).reduce((opacity, part) => opacity * Number.parseFloat(getComputedStyle(part).opacity), 1);
  }

  function opacities(each: Element): string {
    return partsAround(each).map((part) => `${part.tagName} ${part.className}: ${getComputedStyle(part).opacity}`).join(", ");
  }

  function partsAround(each: Element | null): Element[] {
    return each ? [each, ...partsAround(each.parentElement)] : [];
  }

  /** Whether it stands wholly above the stop before it in the same part of the window, and not in a column to its right. */
  function isBackwards(earlier: Element, later: Element): boolean {
    const parts = "nav.rail, .tab-bar, section.list, .sheet-bar, section.sheet, [role=dialog]";
    const part = later.closest(parts);
    if (part === null || part !== earlier.closest(parts) || later.closest(".signs, .textLayer, .annotationLayer")) return false;
    const [one, other] = [earlier.getBoundingClientRect(), later.getBoundingClientRect()];
    return other.bottom <= one.top && other.left < one.right;
  }

  /** The themes in which its ring has less than 3:1 to what it lies on (WCAG 2.2, 1.4.11). Asked once of each kind of control. */
  function faintRings(each: Element): string[] {
    const root = document.documentElement;
    const kind = `${each.tagName}.${each.className}.${each.parentElement?.className ?? ""}`;
    if (rings.has(kind) || getComputedStyle(each).outlineStyle === "none" || matchMedia("(forced-colors: active)").matches) return [];
    rings.add(kind);
    const was = root.dataset["theme"];
    const faint = allThemes.filter((theme) => {
      root.dataset["theme"] = theme;
      const { outlineColor, outlineOffset } = getComputedStyle(each);
      return contrast(colourOf(outlineColor), groundOf(Number.parseFloat(outlineOffset) < 0 ? each : each.parentElement)) < 3;
    });
    root.dataset["theme"] = was;
    return faint;
  }

  function colourOf(css: string): number[] {
    return (css.match(/[\d.]+/g) ?? []).map(Number);
  }

  function groundOf(each: Element | null): number[] {
    for (let part = each; part; part = part.parentElement) {
      const colour = colourOf(getComputedStyle(part).backgroundColor);
      if (colour.length === 3 || (colour[3] ?? 0) > 0.9) return colour;
    }
    return [255, 255, 255];
  }

  /** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
  function contrast(one: number[], other: number[]): number {
    const luminance = (colour: number[]): number => {
      const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }
}

/** In the page: enabled controls that were there from the beginning and were not come to, but for those that arrows reach from one that was. */
function missedStops(): string[] {
  const { walk } = globalThis as unknown as Walking;
  const stops = [...walk.stops];
  const layers = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]:not([aria-modal="false"]), [role="menu"]')].filter((each) => each.checkVisibility());
  const root = layers.at(-1) ?? document.body;
  const isMenu = root.role === "menu";
  const controls = [...root.querySelectorAll(isMenu ? "[role^=menuitem]:not([aria-disabled=true])" : "a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const isReached = (control: Element): boolean => {
    if (stops.includes(control)) return true;
    const group = isMenu ? null : control.closest('[role="toolbar"], [role="tablist"], [role="radiogroup"], [role="listbox"], [role="grid"], [role="tree"]');
    return group !== null && stops.some((stop) => group.contains(stop));
  };
  return controls
    .filter((each) => (isMenu || each.getAttribute("tabindex") !== "-1") && !each.matches(":disabled") && each.checkVisibility({ checkVisibilityCSS: true }) && !each.closest('[aria-hidden="true"], [inert]'))
    .filter((each) => walk.there.has(each) && !isReached(each))
    .map((each) => `is not reached: ${each.outerHTML.slice(0, 140)} (${each.textContent.slice(0, 40)})`);
}
