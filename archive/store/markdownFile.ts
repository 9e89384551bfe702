/**
 * What every Markdown file of the archive shares: YAML front matter checked by a schema, and headings with Pandoc's attributes
 * (`## Title {#id .class}`, https://pandoc.org/MANUAL.html#heading-identifiers).
 */
import type { Heading, Root } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import { parse as parseYaml, YAMLParseError } from "yaml";
import { z } from "zod";
import { LetterDate } from "../model.ts";
import { slugOf } from "../text/fold.ts";

/** A letter's date in front matter, where YAML reads a bare `2022` as a number. */
export const FrontMatterDate = z.preprocess((value) => (typeof value === "number" ? String(value) : value), LetterDate);

/** What is wrong in a file, and on which line (from 1). */
export class FileProblem extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** The front matter of a Markdown file, checked. Throws a FileProblem. */
export function readFrontMatter<Schema extends z.ZodType>(tree: Root, schema: Schema): z.infer<Schema> {
  const node = tree.children[0];
  if (node?.type !== "yaml") throw new FileProblem("the file does not begin with front matter between two lines of ---", 1);
  const checked = schema.safeParse(readYaml(node.value));
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw new FileProblem(`front matter: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "does not fit"}`, 1);
}

/** Heading attributes as Pandoc writes them, taken off the title: `Title {#id .class}`. */
export function readHeading(heading: Heading): { title: string; id: string; class: string | null } {
  const text = textOfNode(heading).trim();
  const match = /^(.*?)\s*\{((?:\s*[#.][\p{L}\p{N}_-]+)+)\s*\}$/u.exec(text);
  const title = match?.[1] ?? text;
  const attributes = (match?.[2] ?? "").trim().split(/\s+/);
  const id = attributes.find((each) => each.startsWith("#"))?.slice(1) ?? slugOf(title);
  return { title, id, class: attributes.find((each) => each.startsWith("."))?.slice(1) ?? null };
}

function readYaml(text: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new FileProblem(`front matter: ${error.message.split("\n")[0]}`, (error.linePos?.[0].line ?? 0) + 1);
  }
}
