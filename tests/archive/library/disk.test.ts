/** A library on a disk that refuses, or that another process writes to: a sentence for it, and nothing lost. */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import { describe, expect, test } from "vitest";
import { letterText, openLibraryIn, valueOf } from "../../fixtures/library.ts";
import { withFilesUpTo, withoutPrivileges } from "../../fixtures/limits.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

/** A lock as a process leaves it, last touched so many seconds ago. */
function putLock({ pid = process.pid, host = hostname(), age = 0 }): void {
  folder.put("library/library.lock", JSON.stringify({ pid, host, startedAt: "2026-01-01T00:00:00Z", key: "k" }));
  const then = new Date(Date.now() - age * 1000);
  utimesSync(folder.at("library/library.lock"), then, then);
}

/** Higher than any process number of Linux (proc(5), pid_max). */
const nobody = 2 ** 22 + 1;

describe("two writers at once", () => {
  test.each([
    ["of this computer", {}],
    ["of another computer, that touched its lock lately", { host: "ailleurs", age: 30 }],
  ])("%s: the second is told, and nothing is written", async (_, lock) => {
    folder.put("lettre.md", letterText());
    putLock(lock);
    const { library, archive } = await openLibraryIn(folder);
    expect(await library.importPaths({ paths: [folder.at("lettre.md")] })).toMatchObject({ ok: false, failure: { code: "library-locked" } });
    expect(archive.overview().documents).toEqual([]);
    expect(readdirSync(folder.at("library"))).toEqual(["library.lock"]);
  });

  test.each([
    ["its process ended", { pid: nobody }],
    ["it is of another computer and was not touched for a while", { host: "ailleurs", age: 90 }],
    ["the computer was started since, or it slept for long", { age: 100_000_000 }],
  ])("a lock is stale when %s", async (_, lock) => {
    folder.put("lettre.md", letterText());
    putLock(lock);
    const { importOne } = await openLibraryIn(folder);
    expect(await importOne(folder.at("lettre.md"))).toMatchObject({ status: "added" });
    expect(existsSync(folder.at("library/library.lock"))).toBe(false);
  });

  test("of one process take turns, and both are done", async () => {
    for (const name of ["a", "b", "c", "d"]) folder.put(`${name}.md`, letterText({ title: name }));
    const { importFiles, archive } = await openLibraryIn(folder);
    const [one, two] = await Promise.all([["a", "b"], ["c", "d"]].map((names) => importFiles({ paths: names.map((name) => folder.at(`${name}.md`)) })));
    expect([...one!.items, ...two!.items].map(({ status }) => status)).toEqual(["added", "added", "added", "added"]);
    await archive.close();
    expect((await openLibraryIn(folder)).archive.overview().documents).toHaveLength(4);
  });

  test("one after the other see what the other did, though both were open before", async () => {
    folder.put("a.md", letterText({ title: "A" }));
    folder.put("b.md", letterText({ title: "B" }));
    const one = await openLibraryIn(folder);
    const two = await openLibraryIn(folder);
    await one.importOne(folder.at("a.md"));
    await two.importOne(folder.at("b.md"));
    expect(await two.importOne(folder.at("a.md"))).toMatchObject({ status: "unchanged" });
    expect(await one.importOne(folder.at("b.md"))).toMatchObject({ status: "unchanged" });
    expect(one.archive.overview().documents.map(({ title }) => title).sort()).toEqual(["A", "B"]);
    expect((await openLibraryIn(folder)).archive.overview().documents).toHaveLength(2);
  });
});

describe("an open library", () => {
  test("tells of what another process imported, as soon as it did", async () => {
    folder.put("a.md", letterText({ title: "A" }));
    const window = await openLibraryIn(folder);
    await window.importOne(folder.at("a.md"));
    folder.put("b.md", letterText({ title: "B", body: "## Un\n\nUn ornithorynque.\n" }));
    const changed = new Promise<void>((resolve) => window.archive.onChange(() => window.archive.overview().documents.length === 2 && resolve()));
    const terminal = await openLibraryIn(folder);
    await terminal.importOne(folder.at("b.md"));
    await changed;
    expect(window.found("ornithorynque")).toHaveLength(1);
    await window.archive.close();
  });
});

describe("a disk that is full", () => {
  test.runIf(process.platform === "linux")("fails the file that no longer fits, and keeps the others", async () => {
    folder.put("in/a.md", letterText({ title: "A" }));
    folder.put("in/b.md", letterText({ title: "B", body: `## Un\n\n${"mot ".repeat(50_000)}\n` }));
    folder.put("in/c.md", letterText({ title: "C" }));
    const { importFiles, archive, library } = await openLibraryIn(folder);
    await withFilesUpTo(60_000, async () => {
      const { items } = await importFiles({ paths: [folder.at("in")] });
      expect(items.map(({ status, failure }) => [status, failure?.code])).toEqual([["added", undefined], ["failed", "disk-full"], ["added", undefined]]);
    });
    expect(archive.overview().documents.map(({ title }) => title).sort()).toEqual(["A", "C"]);
    expect((await library.verify()).findings).toEqual([]);
    // With room again, what failed is imported as if nothing had been.
    expect((await importFiles({ paths: [folder.at("in")] })).items.map(({ status }) => status)).toEqual(["unchanged", "added", "unchanged"]);
  });

  test.runIf(process.platform === "linux")("undoes what cannot be put on record, also a new revision", async () => {
    folder.put("v1.md", letterText());
    folder.put("v2.md", letterText({ body: "## Un\n\nUne soupe de courges.\n" }));
    folder.put("autre.md", letterText({ title: "Autre" }));
    const { importFiles, importOne, archive, library, found } = await openLibraryIn(folder);
    const { document } = await importOne(folder.at("v1.md"));
    const catalogue = folder.read("library/catalogue.json");
    // Room for letters, and not for the catalogue.
    await withFilesUpTo(catalogue.length, async () => {
      const { items } = await importFiles({ paths: [folder.at("v2.md"), folder.at("autre.md")] });
      expect(items.map(({ status, failure }) => [status, failure?.code])).toEqual([["failed", "disk-full"], ["failed", "disk-full"]]);
    });
    expect(folder.read("library/catalogue.json")).toBe(catalogue);
    expect(found("courges")).toEqual([]);
    expect(found("fanes")).toEqual([`${document}#la-soupe`]);
    expect((await library.verify()).findings).toEqual([]);
    await archive.close();
    expect((await openLibraryIn(folder)).archive.overview()).toMatchObject({ troubles: [], documents: [{ id: document }] });
  });
});

describe("a library that may not be written", () => {
  test("says so, and is read as before", async () => {
    folder.put("lettre.md", letterText());
    folder.put("autre.md", letterText({ title: "Autre" }));
    const { importOne, archive } = await openLibraryIn(folder);
    const { document } = await importOne(folder.at("lettre.md"));
    await archive.close();
    chmodSync(folder.path, 0o755);
    chmodSync(folder.at("library"), 0o555);
    await withoutPrivileges(async () => {
      const { library, archive: again } = await openLibraryIn(folder);
      expect(await library.importPaths({ paths: [folder.at("autre.md")] })).toMatchObject({ failure: { code: "library-read-only" } });
      expect(await library.remove(document!)).toMatchObject({ failure: { code: "library-read-only" } });
      expect(await library.edit(document!, { title: "B" })).toMatchObject({ failure: { code: "library-read-only" } });
      expect(again.overview().documents).toMatchObject([{ id: document, title: "La lettre" }]);
    });
    chmodSync(folder.at("library"), 0o755);
  });

  test("because something else stands in its place, says so", async () => {
    folder.put("lettre.md", letterText());
    folder.put("library", "a file");
    const { library } = await openLibraryIn(folder);
    expect(await library.importPaths({ paths: [folder.at("lettre.md")] })).toMatchObject({ failure: { code: "write-failed" } });
  });
});

describe("a library of a later version", () => {
  test("is left as it is", async () => {
    folder.put("lettre.md", letterText());
    folder.put("library/catalogue.json", '{"format":2,"everything":"new"}');
    putLock({ pid: nobody });
    const { library, archive } = await openLibraryIn(folder);
    expect(archive.overview()).toMatchObject({ documents: [], troubles: [{ code: "library-newer" }] });
    // The second time, nobody was interrupted any more.
    for (let time = 0; time < 2; time++) expect(await library.importPaths({ paths: [folder.at("lettre.md")] })).toMatchObject({ failure: { code: "library-newer" } });
    expect(folder.read("library/catalogue.json")).toBe('{"format":2,"everything":"new"}');
  });
});

describe("a file that a person changed by hand", () => {
  test("is noticed when it is opened, and found by its new words from then on", async () => {
    folder.put("lettre.md", letterText());
    const { importOne, archive, found } = await openLibraryIn(folder);
    const { document } = await importOne(folder.at("lettre.md"));
    await archive.close();
    const file = `library/letters/${document}/letter.md`;
    folder.put(file, folder.read(file).replace("de fanes", "d’ornithorynque"));
    const again = await openLibraryIn(folder);
    expect(valueOf(await again.archive.letter(document!)).sections[0]?.text).toBe("Une soupe d’ornithorynque.");
    expect(again.found("ornithorynque")).toEqual([`${document}#la-soupe`]);
    expect(found("ornithorynque")).toEqual([]);
  });

  test("or took away, a report, is told when it is opened", async () => {
    folder.put("rapport.pdf", makePdf([{ lines: ["Une page"] }]));
    const { importOne, archive } = await openLibraryIn(folder);
    const { document } = await importOne(folder.at("rapport.pdf"));
    expect(archive.report(document!)).toMatchObject({ ok: true });
    rmSync(folder.at(`library/reports/${document}/report.pdf`));
    expect(archive.report(document!)).toMatchObject({ failure: { code: "report-missing", subject: document } });
  });

  test("or took away is told, and the others open", async () => {
    folder.put("a.md", letterText({ title: "A" }));
    folder.put("b.md", letterText({ title: "B" }));
    const { importFiles, archive } = await openLibraryIn(folder);
    const [a, b] = (await importFiles({ paths: [folder.at("a.md"), folder.at("b.md")] })).items.map(({ document }) => document!);
    rmSync(folder.at(`library/letters/${a}/letter.md`));
    expect(await archive.letter(a!)).toMatchObject({ failure: { code: "letter-missing", subject: a } });
    expect(archive.overview().troubles).toMatchObject([{ code: "letter-missing", subject: a }]);
    expect(await archive.letter(b!)).toMatchObject({ ok: true });
  });
});

describe("an index that is being written", () => {
  test("is no fault, neither for the one who writes it nor for another who looks", async () => {
    for (let number = 0; number < 30; number += 1) folder.put(`lettres/${number}.md`, letterText({ title: `Lettre ${number}` }));
    const { importFiles, library, archive } = await openLibraryIn(folder);
    await importFiles({ paths: [folder.at("lettres")] });
    expect((await library.verify()).findings).toEqual([]);
    expect(existsSync(folder.at("library/index.sealed"))).toBe(true);
    await archive.close();
    rmSync(folder.at("library/index.sealed"));
    putLock({});
    const other = await openLibraryIn(folder);
    expect((await other.library.verify()).findings).toEqual([]);
    rmSync(folder.at("library/library.lock"));
    expect((await other.library.verify()).findings).toMatchObject([{ code: "index-missing", file: "index.sealed" }]);
  });
});

describe("a library whose writer was interrupted", () => {
  test("takes in whole documents that are not listed, clears what is half written, and says so", async () => {
    for (const name of ["a", "b"]) folder.put(`${name}.md`, letterText({ title: name }));
    const { importOne, archive } = await openLibraryIn(folder);
    await importOne(folder.at("a.md"));
    const before = folder.read("library/catalogue.json");
    const { document } = await importOne(folder.at("b.md"));
    await archive.close();
    folder.put("library/catalogue.json", before);
    folder.put("library/catalogue.json.0123abcd", "half");
    folder.put("library/incoming/x/letter.md", "half");
    mkdirSync(folder.at("library/letters/mine/notes"), { recursive: true });
    folder.put("library/letters/mine/notes/a.txt", "a person's own");
    putLock({ pid: nobody });
    const again = await openLibraryIn(folder);
    expect(again.archive.overview().troubles).toMatchObject([{ code: "library-repaired", title: "1" }]);
    expect(again.archive.overview().documents.map(({ title }) => title).sort()).toEqual(["a", "b"]);
    expect(await again.importOne(folder.at("b.md"))).toMatchObject({ status: "unchanged", document });
    expect(readdirSync(folder.at("library")).sort()).toEqual(["catalogue.json", "letters"]);
    expect(folder.read("library/letters/mine/notes/a.txt")).toBe("a person's own");
  });

  test("or whose catalogue is lost is made again from its documents", async () => {
    folder.put("a.md", letterText());
    folder.put("b.md", letterText({ title: "B" }));
    const { importFiles, archive, library } = await openLibraryIn(folder);
    const { items } = await importFiles({ paths: [folder.at("a.md"), folder.at("b.md")], collection: "essai" });
    await library.edit(items[0]!.document!, { collection: "Ailleurs" });
    await library.remove(items[1]!.document!);
    await archive.close();
    folder.put("library/catalogue.json", "not JSON");
    const again = await openLibraryIn(folder);
    expect(again.archive.overview()).toMatchObject({ troubles: [{ code: "library-repaired" }], documents: [{ id: items[0]!.document, collection: "ailleurs" }] });
    expect(again.library.bin()).toMatchObject([{ head: { id: items[1]!.document } }]);
    expect(folder.read("library/catalogue.json.damaged")).toBe("not JSON");
  });
});
