/** Draws the screen that one leaves: what of it is to be seen, and where it was scrolled to. */
import { circumstances, type Drawn, type DrawnElement, faceName, type FirstScreen, isLook, isPicture, isScroller, isShowable } from "./drawn.ts";

/** Null before the app stands in the window. */
export function drawScreen(): FirstScreen | null {
  const home = document.querySelector<HTMLElement>("#root > .home");
  if (!home) return null;
  const faces = [...document.fonts].filter(({ status }) => status === "loaded").map(faceName);
  return { circumstances: circumstances(), faces, root: headOf(document.documentElement), screen: draw(home, null) };
}

/** Of WebP: no more is to be seen in a second. */
const quality = 0.8;

type Look = HTMLElement | SVGElement;

/** What scrolls, and whether it is known yet where something in it stands. */
interface Scroller {
  element: Element;
  isPlaced: boolean;
}

function draw(element: Look, around: Scroller | null): DrawnElement {
  const scroller = isScroller(element) ? { element, isPlaced: false } : around;
  const children = element instanceof SVGElement ? drawParts(element) : drawChildren(element, scroller);
  const top = topIn(scroller, element);
  return { ...headOf(element), ...(scroller !== around && { scrolls: true as const }), ...(top !== null && { top }), ...(children.length > 0 && { children }) };
}

/** The parts of a picture stand or fall with it. */
function drawParts(picture: SVGElement): Drawn[] {
  return [...picture.children].filter((each) => each instanceof SVGElement && isShowable(each.localName)).map((each) => draw(each as SVGElement, null));
}

/** What lies side by side out of view is one empty block, as high. */
function drawChildren(element: HTMLElement, scroller: Scroller | null): Drawn[] {
  if (element instanceof HTMLTextAreaElement) return [element.value];
  const children: Drawn[] = [];
  let unseen: DOMRect[] = [];
  const closeGap = (): void => {
    const [first, last] = [unseen[0], unseen.at(-1)];
    if (first && last) children.push({ tag: "div", style: `height: ${last.bottom - first.top}px` });
    unseen = [];
  };
  for (const child of element.childNodes) {
    if (child instanceof Text) children.push(child.data);
    if (!(child instanceof HTMLElement || child instanceof SVGElement) || !isShowable(child.localName)) continue;
    const place = child.getBoundingClientRect();
    if (place.height > 0 && (place.bottom < 0 || place.top > window.innerHeight)) {
      unseen.push(place);
      continue;
    }
    closeGap();
    children.push(draw(child, scroller));
  }
  closeGap();
  return children;
}

/** Characters that no two things on a screen have in common. */
const telling = 20;

/** Where the first whole thing without parts, and known from all others, stands in what scrolls. */
function topIn(scroller: Scroller | null, element: Look): number | null {
  if (!scroller || scroller.isPlaced || element.childElementCount > 0 || (element.textContent ?? "").length < telling) return null;
  const top = element.getBoundingClientRect().top - scroller.element.getBoundingClientRect().top;
  if (top < 0) return null;
  scroller.isPlaced = true;
  return top;
}

function headOf(element: Look): DrawnElement {
  const attributes = Object.fromEntries([...element.attributes].filter(({ name, value }) => name !== "value" && isLook(name, value)).map(({ name, value }) => [name, value]));
  const style = element.style.cssText;
  const picture = element instanceof HTMLCanvasElement ? element.toDataURL("image/webp", quality) : "";
  return { tag: element.localName, attributes: { ...attributes, ...stateOf(element) }, ...(style !== "" && { style }), ...(isPicture(picture) && { picture }) };
}

/** What a control shows, which its attributes do not say. Never a password. */
function stateOf(element: Look): Record<string, string> {
  if (!(element instanceof HTMLInputElement) || element.type === "password") return {};
  return { value: element.value, ...(element.checked && { checked: "" }) };
}
