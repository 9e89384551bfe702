/** The sources of the bundled archive, read and taken apart: collections, letters, reports. Problems are noted, not thrown. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Root } from "mdast";
import { z } from "zod";
import { Collection, DocumentId, Rubric } from "../../archive/model.ts";
import { type LetterSource, readLetterSource } from "../../archive/store/letterFile.ts";
import { FrontMatterDate, readFrontMatter, readYaml } from "../../archive/store/markdownFile.ts";
import { parseMarkdown } from "../../archive/text/hypertext.ts";
import type { Problems } from "./problems.ts";

export interface SourceFile {
  /** A document's id: `la-derivation/2022-10`. */
  id: string;
  /** Relative to the content's folder. */
  file: string;
  markdown: string;
  tree: Root;
}

export interface LetterInput extends SourceFile {
  source: LetterSource;
}

export const ReportFrontMatter = z.strictObject({
  title: z.string().min(1),
  subtitle: z.string().default(""),
  date: FrontMatterDate,
  authors: z.array(z.string()).min(1),
  description: z.string().min(1),
});
export type ReportFrontMatter = z.infer<typeof ReportFrontMatter>;

export interface ReportInput extends SourceFile {
  frontMatter: ReportFrontMatter;
}

export interface CollectionInput {
  collection: Collection;
  rubrics: Rubric[];
  letters: LetterInput[];
  reports: ReportInput[];
}

const CollectionFile = z.strictObject({
  ...Collection.omit({ id: true }).shape,
  sample: z.boolean().default(false),
  rubrics: z.array(Rubric).default([]),
  elsewhere: Collection.shape.elsewhere.default([]),
});

/** All collections of the content's folder. */
export function readSources(content: string, problems: Problems): CollectionInput[] {
  return readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readCollection(content, entry.name, problems))
    .filter((collection) => collection !== null);
}

function readCollection(content: string, id: string, problems: Problems): CollectionInput | null {
  const file = `${id}/collection.yaml`;
  if (!existsSync(join(content, file))) {
    problems.add(file, 1, "the collection has no collection.yaml");
    return null;
  }
  const read = problems.attempt(file, () => readYaml(readFileSync(join(content, file), "utf8"), CollectionFile));
  if (!read) return null;
  const { rubrics, ...collection } = read;
  const letters = markdownFiles(content, id, "letters");
  const reports = markdownFiles(content, id, "reports");
  checkIds([...letters, ...reports], problems);
  return {
    collection: { id, ...collection },
    rubrics,
    letters: letters.flatMap((source) => readLetter(source, problems)),
    reports: reports.flatMap((source) => readReport(source, problems)),
  };
}

/** Ids come from the names of folders and files, and a letter and a report may have the same. */
function checkIds(sources: readonly SourceFile[], problems: Problems): void {
  const taken = new Map<string, string>();
  for (const { id, file } of sources) {
    const other = taken.get(id);
    if (!DocumentId.safeParse(id).success) problems.add(file, 1, `"${id}" cannot be an id: name files with a-z, 0-9 and hyphens only`);
    if (other !== undefined) problems.add(file, 1, `the id ${id} is that of ${other} too`);
    taken.set(id, file);
  }
}

function readLetter(source: SourceFile, problems: Problems): LetterInput[] {
  const letter = problems.attempt(source.file, () => readLetterSource(source.markdown));
  return letter ? [{ ...source, source: letter }] : [];
}

function readReport(source: SourceFile, problems: Problems): ReportInput[] {
  const frontMatter = problems.attempt(source.file, () => readFrontMatter(source.tree, ReportFrontMatter));
  return frontMatter ? [{ ...source, frontMatter }] : [];
}

function markdownFiles(content: string, collection: string, folder: string): SourceFile[] {
  const path = join(content, collection, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(".md"));
  return names.sort().map((name) => {
    const markdown = readFileSync(join(path, name), "utf8");
    return { id: `${collection}/${basename(name, ".md")}`, file: `${collection}/${folder}/${name}`, markdown, tree: parseMarkdown(markdown) };
  });
}
