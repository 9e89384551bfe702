/**
 * A dossier as it is handed out: its items with their words and sources, worded once for every form of file. What is in the archive has the structure
 * that it has there; what is not has the words that the dossier keeps, and says so.
 */
import type { Element, ElementContent } from "hast";
import type { Dossier, DossierItem, Origin, TextRole } from "../dossier.ts";
import { minutesOf } from "../dossierItems.ts";
import type { Hypertext } from "../model.ts";
import { extractOf } from "../text/extract.ts";
import { pageParagraphs } from "../text/pageParagraphs.ts";
import { showText } from "../text/shownText.ts";
import { typographyEdits } from "../text/typography.ts";
import type { ExportedLetter, ExportedPicture, ExportWords } from "./exported.ts";
import { contentTree, element, webLinksIn } from "./exportTree.ts";

export interface HandoutLook {
  form: "a4" | "booklet" | "cards";
  /** 18 points and more. */
  isLarge: boolean;
  isBlackAndWhite: boolean;
}

export interface HandoutPart {
  /** "Consigne", "Question"; null for a passage. */
  role: string | null;
  title: string | null;
  /** Clean hypertext; the `src` of a picture is its name in the hand-out's `pictures`. */
  blocks: ElementContent[];
  /** Addresses of the web that the blocks link to. */
  links: string[];
  /** Where the words come from; null for an own text. */
  source: string | null;
  language: "fr" | "en";
}

export interface Handout {
  title: string;
  purpose: string;
  /** Group and duration, in one line; empty when nobody said. */
  about: string;
  language: "fr" | "en";
  parts: HandoutPart[];
  /** By name: those that the parts show. */
  pictures: ReadonlyMap<string, ExportedPicture>;
  words: ExportWords;
}

/** The words of the language that is asked for. */
export interface HandoutSaying {
  language: "fr" | "en";
  roles: Record<TextRole, string>;
  minutes(count: number): string;
  group(count: number): string;
  source(origin: Origin): string;
  /** A part of a passage. */
  extract: string;
  /** A passage that is not in this archive. */
  textOnly: string;
  exported: ExportWords;
}

/** What the archive has of a passage: a section with its letter's pictures, or a page of a report, which is text as the dossier keeps it. */
export type FoundPassage = { content: Hypertext; letter: ExportedLetter } | "page";

/** What stands for pictures: files of the hand-out, or their descriptions. */
export type PicturesAs = "files" | "descriptions";

/** `found` is by item; an item that is not there is not in the archive. */
export function handoutOf(dossier: Dossier, found: ReadonlyMap<string, FoundPassage>, saying: HandoutSaying, picturesAs: PicturesAs): Handout {
  const { language } = saying;
  const minutes = dossier.minutes ?? minutesOf(dossier);
  const about = [...(dossier.groupSize === null ? [] : [saying.group(dossier.groupSize)]), ...(minutes > 0 ? [saying.minutes(minutes)] : [])];
  const pictures = new Map<string, ExportedPicture>();
  const name = (letter: ExportedLetter, path: string): string | null => {
    const picture = letter.pictures.get(path);
    if (!picture || picturesAs === "descriptions") return null;
    const known = [...pictures].find(([, other]) => other === picture)?.[0] ?? `picture-${pictures.size + 1}`;
    pictures.set(known, picture);
    return known;
  };
  const parts = dossier.items.map((item, index) => (item.kind === "text" ? ownPart(item, saying) : passagePart(item, found.get(item.id), saying, { prefix: `p${index + 1}-`, name })));
  return { title: set(dossier.title, language), purpose: set(dossier.purpose, language), about: about.join(" · "), language, parts, pictures, words: saying.exported };
}

function ownPart(item: DossierItem & { kind: "text" }, saying: HandoutSaying): HandoutPart {
  const { language } = saying;
  const role = [saying.roles[item.role], ...(item.minutes === null ? [] : [saying.minutes(item.minutes)])].join(" · ");
  return { role, title: null, blocks: paragraphsOf(item.text, language), links: [], source: null, language };
}

interface Naming {
  /** Keeps the notes of one part apart from those of others. */
  prefix: string;
  /** Of a picture; null where its description is to stand. */
  name(letter: ExportedLetter, path: string): string | null;
}

function passagePart(item: DossierItem & { kind: "passage" }, found: FoundPassage | undefined, saying: HandoutSaying, { prefix, name }: Naming): HandoutPart {
  const { language } = item.origin;
  const apart = [...(item.isWhole ? [] : [saying.extract]), ...(found ? [] : [saying.textOnly])];
  const source = `${saying.source(item.origin)}${apart.length > 0 ? ` (${apart.join(saying.language === "fr" ? " ; " : "; ")})` : ""}`;
  const whole = found && found !== "page" ? found.content : null;
  const content = whole && !item.isWhole ? extractOf(whole, item.text) : whole;
  const part = { role: null, title: set(item.title, language), source: set(source, saying.language), language };
  const isPage = item.origin.page !== null;
  if (!found || found === "page" || !content) return { ...part, blocks: paragraphsOf(isPage ? pageParagraphs(item.text).join("\n") : item.text, language), links: [] };
  const tree = contentTree(content, { letters: [], words: saying.exported, language: saying.language, isTypeset: true }, found.letter, { picture: name, place: () => "" });
  const blocks = tree.flatMap((block) => ownNotes(block, prefix));
  return { ...part, blocks, links: webLinksIn(blocks) };
}

/** With ids and the links to them of its own, and without the ways back from notes, of which paper has none. */
function ownNotes(node: ElementContent, prefix: string): ElementContent[] {
  if (node.type !== "element") return [node];
  const { id, href, ...properties } = node.properties;
  if (properties["dataFootnoteBackref"] !== undefined) return [];
  const children = node.children.flatMap((child) => ownNotes(child, prefix));
  if (typeof id === "string") properties["id"] = `${prefix}${id}`;
  if (typeof href === "string") properties["href"] = href.startsWith("#") ? `#${prefix}${href.slice(1)}` : href;
  return [{ ...node, properties, children }];
}

function paragraphsOf(text: string, language: "fr" | "en"): Element[] {
  return text.split(/\n+/).flatMap((line) => (line.trim() === "" ? [] : [element("p", {}, set(line.trim(), language))]));
}

/** On paper, French has the spaces and marks of its typography. */
function set(text: string, language: "fr" | "en"): string {
  return language === "fr" ? showText(text, typographyEdits(text)).text : text;
}
