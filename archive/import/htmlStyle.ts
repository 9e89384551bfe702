/**
 * As much of CSS as tells what a reader of a mail sees: what is hidden, bold, large or centred. Reads style attributes, the old presentational
 * attributes, and rules of a style sheet whose selector is one tag, class or id; media queries, which speak of phones and printers, are passed over.
 */
import { attributeOf, type HtmlElement } from "./htmlTree.ts";

export type Declarations = ReadonlyMap<string, string>;
export type StyleSheet = ReadonlyMap<string, Declarations>;

export interface Style {
  bold: boolean;
  italic: boolean;
  /** CSS pixels; null when nothing says it. */
  size: number | null;
  centred: boolean;
  color: string | null;
  background: string | null;
  /** Displayed nowhere. */
  hidden: boolean;
}

export const plainStyle: Style = { bold: false, italic: false, size: null, centred: false, color: null, background: null, hidden: false };

const maxRules = 5000;

/** The rules of style sheets that say something of one tag (`td`), class (`.titre`), both (`td.titre`) or id (`#haut`). */
export function readStyleSheet(css: string): StyleSheet {
  const text = css.replaceAll("<!--", "").replaceAll("-->", "");
  const rules = new Map<string, Map<string, string>>();
  for (let at = 0, count = 0; at < text.length && count < maxRules; count++) {
    const comment = text.indexOf("/*", at);
    const open = text.indexOf("{", at);
    if (open < 0) break;
    if (comment >= 0 && comment < open) {
      const end = text.indexOf("*/", comment + 2);
      if (end < 0) break;
      at = end + 2;
      continue;
    }
    const selector = text.slice(at, open).trim();
    const close = selector.startsWith("@") ? endOfBlock(text, open) : text.indexOf("}", open);
    if (close < 0) break;
    if (!selector.startsWith("@")) addRule(rules, selector, text.slice(open + 1, close));
    at = close + 1;
  }
  return rules;
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return -1;
}

function addRule(rules: Map<string, Map<string, string>>, selectors: string, body: string): void {
  const declarations = readDeclarations(body);
  for (const selector of selectors.slice(0, 10_000).split(",")) {
    const name = selector.trim().toLowerCase();
    if (!/^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/.test(name) || name === "") continue;
    rules.set(name, new Map([...(rules.get(name) ?? []), ...declarations]));
  }
}

/** `color: red; font-size: 12px` as a map, lower case. */
export function readDeclarations(text: string): Map<string, string> {
  const declarations = new Map<string, string>();
  for (const part of text.slice(0, 5000).split(";")) {
    const colon = part.indexOf(":");
    if (colon < 0) continue;
    const value = part.slice(colon + 1).trim().toLowerCase();
    declarations.set(part.slice(0, colon).trim().toLowerCase(), value.endsWith("!important") ? value.slice(0, -10).trim() : value);
  }
  return declarations;
}

export function declarationsOf(element: HtmlElement, sheet: StyleSheet): Declarations {
  const inline = attributeOf(element, "style");
  const names = selectorsOf(element).filter((name) => sheet.has(name));
  if (names.length === 0) return inline === null ? noDeclarations : readDeclarations(inline);
  const merged = new Map(names.flatMap((name) => Array.from(sheet.get(name) ?? [])));
  if (inline !== null) for (const [name, value] of readDeclarations(inline)) merged.set(name, value);
  return merged;
}

const noDeclarations: Declarations = new Map();

function selectorsOf(element: HtmlElement): string[] {
  const tag = element.tagName;
  const id = attributeOf(element, "id");
  const classes = (attributeOf(element, "class") ?? "").toLowerCase().split(/\s+/, 20).filter((name) => name !== "");
  return [tag, ...classes.flatMap((name) => [`.${name}`, `${tag}.${name}`]), ...(id === null ? [] : [`#${id.toLowerCase()}`, `${tag}#${id.toLowerCase()}`])];
}

const boldTags = new Set(["b", "strong", "th"]);
const italicTags = new Set(["i", "em", "cite", "var", "dfn", "address"]);
const headingSizes: Record<string, number> = { h1: 2, h2: 1.5, h3: 1.17, h4: 1, h5: 0.83, h6: 0.67, big: 1.2, small: 0.83 };

/** The style of an element inside one of style `parent`. */
export function styleOf(element: HtmlElement, parent: Style, declarations: Declarations): Style {
  const tag = element.tagName;
  const style: Style = { ...parent, hidden: parent.hidden || isHidden(element, declarations) };
  if (boldTags.has(tag)) style.bold = tag !== "th";
  if (italicTags.has(tag) && tag !== "address") style.italic = true;
  const align = attributeOf(element, "align")?.toLowerCase() ?? declarations.get("text-align");
  if (tag === "center" || align === "center") style.centred = true;
  else if (align !== undefined && align !== "inherit") style.centred = false;
  const color = tag === "font" ? attributeOf(element, "color") : null;
  const background = attributeOf(element, "bgcolor");
  if (color !== null) style.color = colorOf(color);
  if (background !== null) style.background = colorOf(background);
  const ratio = headingSizes[tag];
  if (ratio !== undefined) style.size = (style.size ?? 16) * ratio;
  const fontSize = tag === "font" ? attributeOf(element, "size") : null;
  if (fontSize !== null) style.size = fontTagSize(fontSize) ?? style.size;
  if (declarations.size > 0) applyDeclarations(style, declarations);
  return style;
}

function applyDeclarations(style: Style, declarations: Declarations): void {
  const weight = declarations.get("font-weight");
  if (weight !== undefined) style.bold = weight.startsWith("bold") || Number(weight) >= 600;
  const slant = declarations.get("font-style");
  if (slant !== undefined) style.italic = slant === "italic" || slant === "oblique";
  const size = declarations.get("font-size") ?? /(?:^|\s)(\d+(?:\.\d+)?(?:px|pt|em|rem|%))(?:\/|\s)/.exec(declarations.get("font") ?? "")?.[1];
  if (size !== undefined) style.size = lengthOf(size, style.size ?? 16) ?? style.size;
  if (/\b(?:bold|[6-9]00)\b/.test(declarations.get("font") ?? "")) style.bold = true;
  const color = declarations.get("color");
  if (color !== undefined) style.color = colorOf(color);
  const background = declarations.get("background-color") ?? declarations.get("background");
  if (background !== undefined) style.background = colorOf(background);
}

function isHidden(element: HtmlElement, declarations: Declarations): boolean {
  if (attributeOf(element, "hidden") !== null) return true;
  if (declarations.size === 0) return false;
  const is = (name: string, value: RegExp): boolean => value.test(declarations.get(name) ?? "");
  const isCut = (is("max-height", /^0/) || is("height", /^0(?:px)?$/)) && is("overflow", /hidden/);
  return is("display", /^none/) || is("visibility", /^hidden/) || is("opacity", /^0(?:\.0*)?$/) || isCut;
}

/** Text that is there for machines: as small as a point, or of the colour of what it stands on. */
export function isInvisible(style: Style): boolean {
  if (style.hidden || (style.size !== null && style.size <= 1)) return true;
  return style.color !== null && style.color === style.background;
}

/** A length in pixels; null for one that is not understood. */
export function lengthOf(value: string, base: number): number | null {
  const match = /^(\d{0,5}(?:\.\d{1,5})?)(px|pt|em|rem|%|)$/.exec(value);
  if (!match?.[1]) return keywords[value] ?? null;
  const number = Number(match[1]);
  if (match[2] === "pt") return (number * 4) / 3;
  if (match[2] === "em") return number * base;
  if (match[2] === "rem") return number * 16;
  return match[2] === "%" ? (number * base) / 100 : number;
}

const keywords: Record<string, number> = { "xx-small": 9, "x-small": 10, small: 13, medium: 16, large: 18, "x-large": 24, "xx-large": 32 };

/** `<font size>`: 1 to 7, or so many steps from 3 (HTML Standard, rendering). */
function fontTagSize(value: string): number | null {
  const match = /^\s*([+-]?)(\d)/.exec(value);
  if (!match) return null;
  const signs: Record<string, number> = { "+": 3 + Number(match[2]), "-": 3 - Number(match[2]) };
  const step = signs[match[1] ?? ""] ?? Number(match[2]);
  return [10, 10, 13, 16, 18, 24, 32, 48][Math.min(7, Math.max(0, step))] ?? null;
}

/** A colour as six hexadecimal digits, or null for one that is not plain. */
function colorOf(value: string): string | null {
  const plain = value.trim().toLowerCase();
  const named: Record<string, string> = { white: "ffffff", black: "000000" };
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(plain)?.[1];
  if (hex !== undefined) return hex.length === 6 ? hex : hex.replace(/./g, "$&$&");
  const rgb = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(plain);
  if (rgb) return rgb.slice(1).map((part) => Number(part).toString(16).padStart(2, "0")).join("");
  return named[plain] ?? null;
}
