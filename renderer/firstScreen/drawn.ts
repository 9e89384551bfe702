/**
 * A screen as it was when the window closed, to stand in its place the next time until the app itself is there: elements with what makes their look,
 * and nothing that acts. Only what is named here is ever drawn or shown again.
 */

/** An element, or a text. What is missing is empty. */
export type Drawn = DrawnElement | string;

export interface DrawnElement {
  tag: string;
  attributes?: Record<string, string>;
  /** Declarations of its own. */
  style?: string;
  /** What a canvas shows: a WebP picture as a `data:` address. */
  picture?: string;
  scrolls?: true;
  /** CSS pixels from the top of the scrolling element around it, which is to be scrolled so that it stands there. */
  top?: number;
  children?: Drawn[];
}

/** What the screen depends on beside what it shows: another window, style sheet or system draws another one. */
export interface Circumstances {
  width: number;
  height: number;
  ratio: number;
  /** The address of the style sheet, which is another one for other rules. */
  styles: string;
  languages: string;
  isDark: boolean;
  hasContrast: boolean;
}

export interface FirstScreen {
  circumstances: Circumstances;
  /** The faces of type that it is set in, as `faceName` calls them. */
  faces: string[];
  /** The document's own element, without children. */
  root: DrawnElement;
  screen: DrawnElement;
}

const inSvg = ["svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"];
const inHtml =
  "a abbr article aside b blockquote br button canvas cite code dd div dl dt em figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i img input kbd label li " +
  "main mark nav ol output p pre q s search section small span strong sub sup table tbody td textarea tfoot th thead time tr u ul var wbr";
const tags = new Set([...inHtml.split(" "), ...inSvg]);
const ofHtml = "class dir lang role type placeholder value checked disabled hidden start reversed colspan rowspan width height";
const ofSvg =
  "viewBox d x y x1 y1 x2 y2 cx cy r rx ry points transform fill fill-rule fill-opacity clip-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray " +
  "stroke-opacity opacity";
const attributes = new Set(`${ofHtml} ${ofSvg}`.split(" "));

/** Whether an element of this name (of HTML in lower case) may be shown. */
export function isShowable(tag: string): boolean {
  return tags.has(tag);
}

export function isOfSvg(tag: string): boolean {
  return inSvg.includes(tag);
}

/** Pictures are the archive's own. What names other elements, leads somewhere or acts is left out. */
export function isLook(name: string, value: string): boolean {
  if (name === "src") return /^\/archive\/[^?#]*$/.test(value);
  return attributes.has(name) || /^(?:data|aria)-[a-z-]+$/.test(name);
}

export function faceName({ family, style, weight, unicodeRange }: FontFace): string {
  return `${family}, ${style}, ${weight}, ${unicodeRange}`;
}

export function isPicture(address: string): boolean {
  return address.startsWith("data:image/webp;base64,");
}

export function isScroller(element: Element): boolean {
  return /auto|scroll/.test(getComputedStyle(element).overflowY);
}

/** How things stand now. */
export function circumstances(): Circumstances {
  return {
    width: window.innerWidth,
    height: window.innerHeight,
    ratio: window.devicePixelRatio,
    styles: document.querySelector<HTMLLinkElement>("link[rel=stylesheet]")?.href ?? "",
    languages: navigator.languages.join(),
    isDark: window.matchMedia("(prefers-color-scheme: dark)").matches,
    hasContrast: window.matchMedia("(prefers-contrast: more)").matches,
  };
}
