/** What stands between two lines of --- (YAML) or +++ (TOML) before a Markdown text. A block that its own format refuses is still read line by line. */
import { parse as parseToml } from "smol-toml";
import { parseDocument } from "yaml";
import { machineDate } from "./dates.ts";
import type { LetterSource } from "./letterSource.ts";

export interface FrontMatter {
  clues: Pick<LetterSource, "titles" | "dates" | "authors" | "publisher" | "language">;
  /** The text after it. */
  rest: string;
}

const maxSize = 100_000;

export function takeFrontMatter(text: string): FrontMatter {
  const opening = /^\s*(---|\+\+\+)[ \t]*\n/.exec(text.slice(0, 2000));
  const mark = opening?.[1];
  if (!opening || mark === undefined) return { clues: cluesOf({}), rest: text };
  const from = opening[0].length;
  const closing = (mark === "---" ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m).exec(text.slice(from, from + maxSize));
  if (!closing) return { clues: cluesOf({}), rest: text };
  const block = text.slice(from, from + closing.index);
  return { clues: cluesOf(mark === "---" ? yamlValues(block) : tomlValues(block)), rest: text.slice(from + closing.index + closing[0].length) };
}

type Values = Readonly<Record<string, unknown>>;

function yamlValues(block: string): Values {
  try {
    const document = parseDocument(block, { prettyErrors: false, logLevel: "silent", uniqueKeys: false });
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    if (document.errors.length === 0 && isRecord(value)) return value;
  } catch {
    // An alias that leads nowhere, or to too much.
  }
  return lineValues(block, ":");
}

function tomlValues(block: string): Values {
  try {
    return parseToml(block);
  } catch {
    return lineValues(block, "=");
  }
}

/** `title: Lettre : octobre` is no YAML, and clear all the same. */
function lineValues(block: string, mark: string): Values {
  const values: Record<string, unknown> = {};
  for (const line of block.split("\n")) {
    const at = line.indexOf(mark);
    if (at <= 0 || /^\s/.test(line)) continue;
    values[line.slice(0, at).trim().replace(/^["']|["']$/g, "")] = line.slice(at + 1).trim().replace(/^(["'])(.*)\1$/, "$2");
  }
  return values;
}

function cluesOf(source: Values): FrontMatter["clues"] {
  const values = new Map(Object.entries(source).map(([name, value]) => [name.toLowerCase(), value]));
  const first = (...names: string[]): unknown => names.map((name) => values.get(name)).find((value) => value !== undefined && value !== null && value !== "");
  const title = textValue(first("title", "titre", "subject", "objet"));
  const date = dateValue(first("date", "published", "publishdate", "date_published", "pubdate", "created"));
  const language = /^(fr|en)\b/i.exec(textValue(first("lang", "language", "locale")))?.[1]?.toLowerCase();
  return {
    titles: title === "" ? [] : [{ text: title, from: "front-matter" }],
    dates: date === null ? [] : [{ date, from: "front-matter" }],
    authors: names(first("authors", "author", "auteurs", "auteur", "auteurices", "auteur·ices")),
    publisher: textValue(first("publisher", "site", "organization", "éditeur")) || null,
    language: language === "fr" || language === "en" ? language : null,
  };
}

function textValue(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).replace(/\s+/g, " ").trim() : "";
}

function dateValue(value: unknown): string | null {
  if (value instanceof Date) return machineDate(Number.isNaN(value.getTime()) ? "" : value.toISOString());
  return machineDate(textValue(value));
}

function names(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => names(each));
  if (isRecord(value)) return names(value["name"] ?? value["nom"]);
  return textValue(value).split(/\s*[,;&]\s*|\s+(?:et|and)\s+/).filter((name) => name !== "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
