/** Checks that content keeps its promises: known rubrics, pictures that exist and have an alt text, links that lead somewhere. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Image, Link, Node, Nodes } from "mdast";
import { openingId } from "../../archive/letterSection.ts";
import { readHeading } from "../../archive/store/markdownFile.ts";
import { ownPicture } from "../../archive/text/hypertext.ts";
import type { Problems } from "./problems.ts";
import type { CollectionInput, ReportInput, SourceFile } from "./sources.ts";

const heaviestPicture = 500_000;

/** Where links may lead: ids of documents, of sections, and of works told to be elsewhere. Pages are checked once reports are made. */
export interface Targets {
  documents: Set<string>;
  sections: Set<string>;
  elsewhere: Set<string>;
  /** Number of pages of each report. */
  pages: Map<string, number>;
}

export function targetsOf(collections: readonly CollectionInput[], pages: Map<string, number>): Targets {
  const letters = collections.flatMap((collection) => collection.letters);
  const reports = collections.flatMap((collection) => collection.reports);
  return {
    documents: new Set([...letters, ...reports].map(({ id }) => id)),
    sections: new Set(letters.flatMap(({ id, source }) => [openingId, ...source.sections.map((each) => each.id)].map((section) => `${id}#${section}`))),
    elsewhere: new Set(collections.flatMap(({ collection }) => collection.elsewhere.map((work) => `${collection.id}/${work.id}`))),
    pages,
  };
}

/** Rubrics of sections, declared alike by every collection. */
export function checkRubrics(collections: readonly CollectionInput[], problems: Problems): void {
  const titles = new Map<string, string>();
  for (const { collection, rubrics } of collections) {
    for (const { id, title } of rubrics) {
      const known = titles.get(id) ?? title;
      if (known !== title) problems.add(`${collection.id}/collection.yaml`, 1, `the rubric "${id}" is titled "${known}" elsewhere, "${title}" here`);
      titles.set(id, known);
    }
  }
  for (const { letters, rubrics } of collections) {
    const declared = new Set(rubrics.map(({ id }) => id));
    for (const { file, source } of letters) {
      for (const { rubric, line } of source.sections) {
        if (rubric && !declared.has(rubric)) problems.add(file, line, `unknown rubric "${rubric}": declare it in collection.yaml`);
      }
    }
  }
}

/** Pictures and links of all letters and reports, and HTML, which would be dropped. */
export function checkReferences(content: string, collections: readonly CollectionInput[], targets: Targets, problems: Problems): void {
  for (const { collection, letters, reports } of collections) {
    for (const source of [...letters, ...reports]) {
      const anchors = anchorsOf(source, reports);
      const addresses = addressesOf(source.tree);
      visit(source.tree, (node) => {
        if (node.type === "image") checkPicture(content, collection.id, source.file, node, problems);
        if (node.type === "imageReference") checkPicture(content, collection.id, source.file, { ...node, url: addresses.get(node.identifier) ?? "" }, problems);
        if (node.type === "link") checkLink(source.file, node, anchors, targets, problems);
        if (node.type === "linkReference") checkLink(source.file, { ...node, url: addresses.get(node.identifier) ?? "" }, anchors, targets, problems);
        if (node.type === "html") problems.add(source.file, lineOf(node), "HTML is not shown: write it in Markdown");
      });
    }
  }
}

/** Where `[words][name]` leads: the addresses of `[name]: …`. */
function addressesOf(tree: Nodes): Map<string, string> {
  const addresses = new Map<string, string>();
  visit(tree, (node) => {
    // CommonMark, 4.7: of several definitions of one name, the first counts.
    if (node.type === "definition" && !addresses.has(node.identifier)) addresses.set(node.identifier, node.url);
  });
  return addresses;
}

function checkPicture(content: string, collection: string, file: string, image: Pick<Image, "alt" | "url" | "position">, problems: Problems): void {
  if (!image.alt?.trim()) problems.add(file, lineOf(image), `the picture ${image.url} has no alt text`);
  const path = ownPicture(image.url);
  if (!path) problems.add(file, lineOf(image), `the picture ${image.url} is not in ../pictures/`);
  else if (!existsSync(join(content, collection, path))) problems.add(file, lineOf(image), `the picture ${image.url} does not exist`);
  else if (statSync(join(content, collection, path)).size > heaviestPicture) problems.add(file, lineOf(image), `the picture ${image.url} weighs over 500 kB`);
}

function checkLink(file: string, { url, position }: Pick<Link, "url" | "position">, anchors: ReadonlySet<string>, targets: Targets, problems: Problems): void {
  const line = position?.start.line;
  if (url.startsWith("#")) {
    if (!anchors.has(url.slice(1))) problems.add(file, line, `dead link: no heading here has the id ${url}`);
  } else if (url.startsWith("relire://")) {
    if (!leadsSomewhere(url.slice("relire://".length), targets)) problems.add(file, line, `dead link: ${url}`);
  } else if (!/^(?:https|mailto):/.test(url) || !URL.canParse(url)) {
    problems.add(file, line, `the link ${url} is neither relire:// nor https://`);
  }
}

function leadsSomewhere(target: string, { documents, sections, elsewhere, pages }: Targets): boolean {
  if (documents.has(target) || sections.has(target) || elsewhere.has(target)) return true;
  const [, document = "", page] = /^([^#]+)#p([1-9]\d*)$/.exec(target) ?? [];
  return Number(page) <= (pages.get(document) ?? 0);
}

/** Ids of the headings of a report; letters link to sections with full addresses. */
function anchorsOf(source: SourceFile, reports: readonly ReportInput[]): Set<string> {
  const isReport = reports.some(({ id }) => id === source.id);
  const headings = isReport ? source.tree.children.filter((node) => node.type === "heading") : [];
  return new Set(headings.map((heading) => readHeading(heading).id));
}

/** Calls back on a node and all below it, in the order of the text. */
export function visit(node: Nodes, each: (node: Nodes) => void): void {
  each(node);
  if ("children" in node) for (const child of node.children) visit(child, each);
}

function lineOf(node: Pick<Node, "position">): number | undefined {
  return node.position?.start.line;
}
