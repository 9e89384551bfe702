/** Shows the screen of the last time over the place where the app will stand, until it does. It cannot be used, only read. */
import "./first.css";
import { circumstances, type DrawnElement, type FirstScreen, isLook, isOfSvg, isShowable } from "./drawn.ts";

/** Something that stands in a scroller, so many CSS pixels from its top. */
interface Stand {
  element: Element;
  scroller: Element;
  top: number;
}

let shown: { screen: HTMLElement; stands: Stand[] } | null = null;

/** Resolves once it is on the glass; at once when there is none that fits. */
export async function showFirstScreen(): Promise<void> {
  const kept = read(window.relire.firstScreen());
  if (!kept) return;
  dress(document.documentElement, kept.root);
  const screen = document.createElement("div");
  screen.className = "first-screen";
  screen.inert = true;
  screen.ariaHidden = "true";
  const stands: Stand[] = [];
  screen.append(build(kept.screen, null, stands));
  // After the app's place, which is found first by whoever looks for something.
  document.body.append(screen);
  shown = { screen, stands };
  for (const { element, scroller, top } of stands) scrollSo(scroller, element, top);
  await document.fonts.ready;
  await nextFrame();
  await nextFrame();
  // For whoever measures (User Timing, W3C).
  performance.mark("readable");
}

/** Once the app itself is on the glass: what one reads stays where it is. */
export function removeFirstScreen(): void {
  if (!shown) return;
  for (const { element, top } of shown.stands) {
    const same = [...document.querySelectorAll(`#root ${element.localName}`)].find((each) => each.textContent === element.textContent);
    const scroller = same && scrollerAround(same);
    if (same && scroller) scrollSo(scroller, same, top);
  }
  shown.screen.remove();
  shown = null;
}

/** Null when there is none, when it does not read, or when it was drawn for another window. */
function read(text: string | null): FirstScreen | null {
  const kept = JSON.parse(text ?? "null") as FirstScreen | null;
  return kept && JSON.stringify(kept.circumstances) === JSON.stringify(circumstances()) ? kept : null;
}

function build(drawn: DrawnElement, around: Element | null, stands: Stand[]): Element {
  const { tag, isScrolled, top, children } = drawn;
  const known = isShowable(tag) ? tag : "span";
  const element = isOfSvg(known) ? document.createElementNS("http://www.w3.org/2000/svg", known) : document.createElement(known);
  dress(element, drawn);
  const scroller = isScrolled ? element : around;
  if (top !== undefined && scroller) stands.push({ element, scroller, top });
  element.append(...(children ?? []).map((child) => (typeof child === "string" ? child : build(child, scroller, stands))));
  return element;
}

function dress(element: HTMLElement | SVGElement, { attributes = {}, style = "" }: DrawnElement): void {
  for (const [name, value] of Object.entries(attributes)) if (isLook(name, value)) element.setAttribute(name, value);
  element.style.cssText = style;
}

function scrollSo(scroller: Element, element: Element, top: number): void {
  scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - top;
}

function scrollerAround(element: Element): Element | null {
  for (let each = element.parentElement; each; each = each.parentElement) if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  return null;
}

function nextFrame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}
