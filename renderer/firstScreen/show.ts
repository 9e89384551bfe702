/** Shows the screen of the last time over the place where the app will stand, until it does. It cannot be used, only read. */
import "./first.css";
import { circumstances, type DrawnElement, faceName, type FirstScreen, isLook, isOfSvg, isPicture, isScroller, isShowable } from "./drawn.ts";

/** Something that stands in a scroller, so many CSS pixels from its top. */
interface Stand {
  element: Element;
  scroller: Element;
  top: number;
}

/** Milliseconds after which the app begins without this having been painted, and takes its place even if it shows something else. */
const longestWait = 1000;

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
  const pictures: Promise<void>[] = [];
  screen.append(build(kept.screen, null, { stands, pictures }));
  // Laid out without them, it would be laid out twice, once in what the system has instead.
  const faces = [...document.fonts].filter((face) => kept.faces.includes(faceName(face))).map((face) => face.load());
  await Promise.all([...faces, ...pictures]);
  // After the app's place, which is found first by whoever looks for something.
  document.body.append(screen);
  shown = { screen, stands };
  for (const { element, scroller, top } of stands) scrollSo(scroller, element, top);
  await painted();
}

/** Takes it away once the app shows the same, which then stands where one read it. To be called when the app is on the glass. */
export function handOver(): void {
  if (!shown) return;
  const { screen, stands } = shown;
  shown = null;
  const end = (): void => {
    clearTimeout(timer);
    observer.disconnect();
    for (const stand of stands) placeSame(stand);
    screen.remove();
  };
  const endIfSame = (): void => {
    if (stands.every((stand) => sameInApp(stand) !== undefined)) end();
  };
  const observer = new MutationObserver(endIfSame);
  const timer = setTimeout(end, longestWait);
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  endIfSame();
}

function placeSame(stand: Stand): void {
  const same = sameInApp(stand);
  const scroller = same && scrollerAround(same);
  if (same && scroller) scrollSo(scroller, same, stand.top);
}

function sameInApp({ element }: Stand): Element | undefined {
  return [...document.querySelectorAll(`#root ${element.localName}`)].find((each) => each.textContent === element.textContent);
}

/** Null when there is none, when it does not read, or when it was drawn for another window. */
function read(text: string | null): FirstScreen | null {
  const kept = JSON.parse(text ?? "null") as FirstScreen | null;
  return kept && JSON.stringify(kept.circumstances) === JSON.stringify(circumstances()) ? kept : null;
}

/** What is to be done once all of it is built. */
interface Building {
  stands: Stand[];
  pictures: Promise<void>[];
}

function build(drawn: DrawnElement, around: Element | null, building: Building): Element {
  const { tag, scrolls, top, picture, children } = drawn;
  const known = isShowable(tag) ? tag : "span";
  const element = isOfSvg(known) ? document.createElementNS("http://www.w3.org/2000/svg", known) : document.createElement(known);
  dress(element, drawn);
  const scroller = scrolls ? element : around;
  if (top !== undefined && scroller) building.stands.push({ element, scroller, top });
  if (element instanceof HTMLCanvasElement && picture !== undefined && isPicture(picture)) building.pictures.push(paint(element, picture));
  element.append(...(children ?? []).map((child) => (typeof child === "string" ? child : build(child, scroller, building))));
  return element;
}

async function paint(canvas: HTMLCanvasElement, picture: string): Promise<void> {
  const image = new Image();
  image.src = picture;
  await image.decode();
  Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight });
  canvas.getContext("2d")?.drawImage(image, 0, 0);
}

function dress(element: HTMLElement | SVGElement, { attributes = {}, style = "" }: DrawnElement): void {
  for (const [name, value] of Object.entries(attributes)) if (isLook(name, value)) element.setAttribute(name, value);
  element.style.cssText = style;
}

function scrollSo(scroller: Element, element: Element, top: number): void {
  const away = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - top;
  // Less is not to be seen, and would have everything laid out again.
  if (Math.abs(away) >= 1) scroller.scrollTop += away;
}

function scrollerAround(element: Element): Element | null {
  for (let each = element.parentElement; each; each = each.parentElement) if (isScroller(each)) return each;
  return null;
}

/** Once something is on the glass (Paint Timing, W3C), or after a while: a window that nobody sees is not painted, and the app is not to wait for that. */
function painted(): Promise<unknown> {
  return new Promise((resolve) => {
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    setTimeout(resolve, longestWait);
  });
}
