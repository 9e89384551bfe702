/** Who may know whom: the table of ARCHITECTURE.md, read from the imports of every source file. */
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";

const project = join(import.meta.dirname, "..");

interface Import {
  from: string;
  /** A project file, or a package's name, or `node:…`. */
  to: string;
  /** Erased when the code is built. */
  isType: boolean;
  /** Only when it is come to. */
  isLate: boolean;
}

const files = ["archive", "electron", "renderer", "build/content"].flatMap(sourceFiles);
const imports = files.flatMap(importsOf);

function sourceFiles(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  const { module } = parseSync(file, readFileSync(join(project, file), "utf8"));
  const fixed = module.staticImports.map(({ moduleRequest, entries }) => ({
    request: moduleRequest.value,
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
    isLate: false,
  }));
  const reexported = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ request: moduleRequest.value, isType, isLate: false }] : []));
  const source = readFileSync(join(project, file), "utf8");
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => ({
    request: source.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    isType: false,
    isLate: true,
  }));
  return [...fixed, ...reexported, ...dynamic].map(({ request, isType, isLate }) => ({ from: file, to: resolve(file, request), isType, isLate }));
}

function resolve(file: string, request: string): string {
  if (request.startsWith(".")) return relative(project, join(project, dirname(file), request));
  if (builtinModules.includes(request)) return `node:${request}`;
  if (request.startsWith("node:")) return request;
  return request.split("/").slice(0, request.startsWith("@") ? 2 : 1).join("/");
}

/** The imports that break a rule, as sentences. */
function broken(rule: (each: Import) => boolean, why: string): string[] {
  return imports.filter(rule).map(({ from, to }) => `${from} imports ${to}: ${why}`);
}

/** All that is loaded when a file is. */
function loadedWith(entry: string): Set<string> {
  const loaded = new Set([entry]);
  for (const file of loaded) for (const { from, to, isType, isLate } of imports) if (from === file && !isType && !isLate) loaded.add(to);
  return loaded;
}

const inside = (...folders: string[]) => (file: string) => folders.some((folder) => file.startsWith(`${folder}/`));
const isOurs = inside("archive", "electron", "renderer", "build", "tests");

const inArchive = inside("archive");
const inText = inside("archive/text");
/** What can be known of the nouns without their schemas: all that a window needs. */
const plain = ["archive/letterDate.ts", "archive/letterSection.ts", "archive/noteColours.ts", "archive/notePassage.ts", "archive/dossierItems.ts"];
const isNoun = (file: string) => ["archive/model.ts", "archive/draft.ts", "archive/note.ts", "archive/dossier.ts", "archive/dossierChange.ts", ...plain].includes(file);
const inWords = inside("archive/words");
const inZip = inside("archive/zip");
const inRooms = inside("archive/import", "archive/search", "archive/store", "archive/share");
const roomOf = (file: string) => file.split("/").slice(0, 2).join("/");
const isAssembler = (file: string) => /^archive\/(?:library\/)?[^/]+\.ts$/.test(file) && !isNoun(file);

describe("who may know whom", () => {
  test("there is something to check", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(200);
  });

  test("archive/ imports nothing of ours from outside", () => {
    expect(broken(({ from, to }) => inArchive(from) && isOurs(to) && !inArchive(to), "archive/ stands alone")).toEqual([]);
  });

  test("archive/ runs in Node as it is: no Electron, no React", () => {
    const foreign = new Set(["electron", "react", "react-dom"]);
    expect(broken(({ from, to }) => inArchive(from) && foreign.has(to), "archive/ runs in Node as it is")).toEqual([]);
  });

  test("model.ts knows only what is plain, draft.ts and note.ts only the model, dossier.ts notes as well, words/ only these", () => {
    expect(broken(({ from, to }) => from === "archive/model.ts" && isOurs(to) && !plain.includes(to), "the nouns come first")).toEqual([]);
    expect(broken(({ from, to, isType }) => plain.includes(from) && isOurs(to) && !(isType && isNoun(to)), "no schema comes with what is plain")).toEqual([]);
    expect(broken(({ from, to }) => ["archive/draft.ts", "archive/note.ts", "archive/dossier.ts"].includes(from) && isOurs(to) && !plain.includes(to) && to !== "archive/model.ts" && !(from === "archive/dossier.ts" && to === "archive/note.ts"), "drafts, notes and dossiers are made of nouns")).toEqual([]);
    expect(broken(({ from, to }) => from === "archive/dossierChange.ts" && isOurs(to) && to !== "archive/dossier.ts", "what is done to a dossier knows only dossiers")).toEqual([]);
    expect(broken(({ from, to }) => inWords(from) && isOurs(to) && !isNoun(to) && !inWords(to), "words/ words the nouns")).toEqual([]);
  });

  test("text/ knows only the model", () => {
    expect(broken(({ from, to }) => inText(from) && isOurs(to) && to !== "archive/model.ts" && !inText(to), "text/ knows only the model")).toEqual([]);
  });

  test("import/, search/, store/ and share/ know text/ and the nouns, never one another", () => {
    const allowed = (from: string, to: string) => isNoun(to) || inText(to) || roomOf(from) === roomOf(to) || (inZip(to) && inside("archive/import", "archive/share")(from));
    expect(broken(({ from, to }) => inRooms(from) && isOurs(to) && !allowed(from, to), "rooms do not know one another")).toEqual([]);
  });

  test("zip/ knows only the model, and only import/ and share/ open zips", () => {
    expect(broken(({ from, to }) => inZip(from) && isOurs(to) && to !== "archive/model.ts" && !inZip(to), "zip/ knows only the model")).toEqual([]);
    expect(broken(({ from, to }) => inZip(to) && isOurs(from) && !inside("archive/zip", "archive/import", "archive/share")(from), "import/ and share/ open zips")).toEqual([]);
    expect(broken(({ from, to }) => to === "yauzl" && !inZip(from), "zips are opened within the bounds of zip/")).toEqual([]);
  });

  test("only librarian.ts, cli.ts and the content's builder run the archive; others take its types", () => {
    const runners = new Set(["electron/librarian.ts", "archive/cli.ts", "build/content/buildContent.ts"]);
    const rule = ({ from, to, isType }: Import) => isAssembler(to) && !isType && !isAssembler(from) && !runners.has(from);
    expect(broken(rule, "the archive runs in the librarian's process")).toEqual([]);
  });

  test("the renderer knows the archive's nouns, text and words, and its own files", () => {
    const allowed = (to: string) => isNoun(to) || inText(to) || inWords(to) || inside("renderer")(to);
    const rule = ({ from, to, isType }: Import) => inside("renderer")(from) && from !== "renderer/bridge.ts" && isOurs(to) && !allowed(to) && !(isType && isAssembler(to));
    expect(broken(rule, "the renderer reaches the shell only through bridge.ts")).toEqual([]);
  });

  test("bridge.ts is the sole importer of the contract in the renderer", () => {
    expect(broken(({ from, to }) => inside("renderer")(from) && from !== "renderer/bridge.ts" && inside("electron")(to), "use bridge.ts")).toEqual([]);
  });

  test("the shell takes of the renderer only its words", () => {
    expect(broken(({ from, to }) => inside("electron")(from) && inside("renderer")(to) && !inside("renderer/words")(to), "only words/")).toEqual([]);
  });

  test("MiniSearch is imported by search/live.ts alone", () => {
    expect(broken(({ from, to }) => to === "minisearch" && from !== "archive/search/live.ts", "ask search/live.ts")).toEqual([]);
  });

  test("pdf.js lives in import/pdf*.ts and renderer/pdf/", () => {
    const rule = ({ from, to }: Import) => to === "pdfjs-dist" && !from.startsWith("archive/import/pdf") && !inside("renderer/pdf")(from);
    expect(broken(rule, "PDFs are read in one place and shown in another")).toEqual([]);
  });

  test("files are touched in store/, import/, the command line, the shell and the build", () => {
    const allowed = (file: string) => inside("archive/store", "archive/import", "electron", "build")(file) || file === "archive/cli.ts";
    expect(broken(({ from, to }) => to.startsWith("node:fs") && !allowed(from), "use store/")).toEqual([]);
  });

  test("the renderer uses nothing of Node", () => {
    expect(broken(({ from, to }) => inside("renderer")(from) && to.startsWith("node:"), "the window has no Node")).toEqual([]);
  });

  test("no file is named after nothing", () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|misc|common|index)\.tsx?$/.test(file))).toEqual([]);
  });
});

describe("what is loaded at the start", () => {
  const libraries = (entry: string) => [...loadedWith(entry)].filter((file) => !isOurs(file) && !file.startsWith("node:"));

  test("the window: neither pdf.js nor the patterns for hyphens; nor ever a schema, since others check what it gets", () => {
    expect(libraries("renderer/main.tsx")).toEqual([]);
    const loaded = libraries("renderer/start.tsx");
    expect(loaded).toContain("react-aria-components");
    expect(loaded.filter((name) => ["pdfjs-dist", "hyphen", "zod"].includes(name))).toEqual([]);
  });

  test("the librarian: nothing that reads foreign formats, takes Markdown apart or exports", () => {
    expect(libraries("electron/librarian.ts").toSorted()).toEqual(["@orama/stemmers", "approx-string-match", "minisearch", "yauzl", "yazl", "zod"]);
  });

  test("the shell: a window first, without any library; then nothing that lays out PDFs", () => {
    expect(libraries("electron/main.ts")).toEqual(["electron"]);
    expect(libraries("electron/shell.ts").toSorted()).toEqual(["electron", "zod"]);
  });
});
