/**
 * What every Markdown file of the archive shares: YAML front matter checked by a schema, and headings with Pandoc's attributes
 * (`## Title {#id .class}`, https://pandoc.org/MANUAL.html#heading-identifiers).
 */
import type { Heading, Root } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
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
    // A key or a title may be quoted in it, with characters that would break its line.
    super(message.replace(/[\p{Cc}\u2028\u2029]+/gu, " "));
  }
}

/** The front matter of a Markdown file, checked. Throws a FileProblem. */
export function readFrontMatter<Schema extends z.ZodType>(tree: Root, schema: Schema): z.infer<Schema> {
  const node = tree.children[0];
  if (node?.type !== "yaml") throw new FileProblem("the file does not begin with front matter between two lines of ---", 1);
  return readYaml(node.value, schema, 1);
}

/** A YAML text, checked; `before` counts the lines of its file that stand before it. Throws a FileProblem on the line of what does not fit. */
export function readYaml<Schema extends z.ZodType>(text: string, schema: Schema, before = 0): z.infer<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const lineAt = (offset: number): number => before + Math.max(1, lines.linePos(offset).line);
  const error = document.errors[0];
  if (error) throw new FileProblem(error.message, lineAt(error.pos[0]));
  const checked = schema.safeParse(valueOf(document, before + 1));
  if (checked.success) return checked.data;
  const { path, message } = describeIssue(checked.error);
  const misfit = document.getIn(path, true);
  throw new FileProblem([...path, message].join(": "), isNode(misfit) ? lineAt(misfit.range?.[0] ?? 0) : before + 1);
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

/** Aliases are followed only here: one that leads nowhere, or to a bomb, throws. */
function valueOf(document: Document, line: number): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new FileProblem(error instanceof Error ? error.message : String(error), line);
  }
}

/** The first thing that a schema refuses, at the key that it refuses. */
function describeIssue({ issues: [issue] }: z.ZodError): { path: PropertyKey[]; message: string } {
  if (!issue) return { path: [], message: "does not fit" };
  return { path: issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path, message: issue.message };
}
