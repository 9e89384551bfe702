import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { zipOf } from "../../archive/share/packZip.ts";
import { writeFile } from "../../archive/store/writeFile.ts";
import { letterText } from "../fixtures/library.ts";
import { runCli } from "../fixtures/runCli.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const run = (...args: string[]) => runCli(args, { caller: folder.path });
const inLibrary = ["--library", "library", "--no-bundled"];

beforeEach(() => {
  folder.put("lettre.md", letterText());
  run("import", "lettre.md", ...inLibrary, "--collection", "la-derivation");
});

describe("relire key", () => {
  test("makes a key for its owner alone, and tells its fingerprint", () => {
    const made = run("key", "new", "cle.key", "--publisher", "La Dérivation");
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(made.out).toMatch(/^Key of La Dérivation: (?:[0-9a-f]{4} ){4}[0-9a-f]{4}\.\n/);
    const fingerprint = /: ([0-9a-f ]+)\./.exec(made.out)?.[1];
    expect(run("key", "show", "cle.key").out).toBe(`La Dérivation: ${fingerprint}\n`);
    expect(folder.read("cle.key")).not.toContain(fingerprint);
  });

  test.runIf(process.platform !== "win32")("makes a file that only its owner may read", () => {
    run("key", "new", "cle.key");
    expect(statSync(folder.at("cle.key")).mode & 0o777).toBe(0o600);
  });

  test("is called after its file when no publisher is named", () => {
    run("key", "new", "atelier.key");
    expect(run("key", "show", "atelier.key").out).toMatch(/^atelier: /);
  });

  test("never takes the place of another one", () => {
    run("key", "new", "cle.key");
    const before = folder.read("cle.key");
    expect(run("key", "new", "cle.key")).toMatchObject({ code: 1, out: "", err: expect.stringContaining("exists already") });
    expect(folder.read("cle.key")).toBe(before);
  });

  test("says what is wrong with a file that is none", () => {
    expect(run("key", "show", "lettre.md")).toMatchObject({ code: 1, err: expect.stringContaining("“lettre.md” is not a signing key") });
    expect(run("key", "show", "absent.key").code).toBe(1);
    expect(run("key", "lose", "cle.key").code).toBe(2);
    expect(run("key", "new", "cle.key", "--publisher", "A\nB").code).toBe(2);
  });
});

describe("relire pack, and import of what it made", () => {
  test("carries a library to another one, signed", () => {
    run("key", "new", "cle.key", "--publisher", "La Dérivation");
    const packed = run("pack", "a.relire", ...inLibrary, "--key", "cle.key", "--json");
    expect(packed).toMatchObject({ code: 0, err: "" });
    const told = JSON.parse(packed.out);
    expect(told).toMatchObject({ file: "a.relire", publisher: "La Dérivation", signature: "new-key", base: null, documents: [{ kind: "letter", title: "La lettre", date: "2023-05", revision: 1 }] });
    const first = run("import", "a.relire", "--library", "other", "--no-bundled", "--json");
    expect(JSON.parse(first.out)).toMatchObject({ added: 1, unchanged: 0, failed: 0, items: [{ document: told.documents[0].id, collection: "la-derivation" }] });
    expect(first.err).toContain(`Signed “La Dérivation”, whose key Relire did not know yet (${told.fingerprint})`);
    const again = run("import", "a.relire", "--library", "other", "--no-bundled", "--json");
    expect(JSON.parse(again.out)).toMatchObject({ added: 0, unchanged: 1, failed: 0 });
    expect(again.err).toContain("From La Dérivation, signature verified");
    expect(run("verify", "--library", "other", "--no-bundled").code).toBe(0);
  });

  test("packs what is new since another pack, and says so", () => {
    run("pack", "hiver.relire", ...inLibrary);
    folder.put("autre.md", letterText({ title: "Printemps", date: "2024-03" }));
    run("import", "autre.md", ...inLibrary, "--collection", "la-derivation");
    expect(run("pack", "printemps.relire", ...inLibrary, "--since", "hiver.relire").out).toMatch(/^printemps\.relire: 1 document\.\nCompletes hiver\.relire\.\nUnsigned/);
    expect(JSON.parse(run("inspect", "printemps.relire", "--json").out)).toMatchObject({ base: "hiver.relire", documents: [{ title: "Printemps" }] });
  });

  test("warns that mails name who received them, and leaves them out when asked", () => {
    folder.put("lettre.eml", "From: La Dérivation <a@example.org>\r\nTo: moi@example.org\r\nSubject: Lettre de mai\r\nDate: Mon, 1 May 2023 10:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nLa soupe\r\n\r\nUne soupe de fanes, et du pain.\r\n");
    run("import", "lettre.eml", ...inLibrary, "--collection", "la-derivation");
    expect(run("pack", "a.relire", ...inLibrary).err).toContain("--without-originals");
    expect(run("pack", "b.relire", ...inLibrary, "--without-originals").err).toBe("");
    expect(readFileSync(folder.at("a.relire"), "latin1")).toContain("moi@example.org");
    expect(readFileSync(folder.at("b.relire"), "latin1")).not.toContain("moi@example.org");
  });

  test.each([
    ["altered", "no longer as it was made", (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace("soupe de fanes", "soupe de clous"), "latin1")],
    ["damaged", "damaged or incomplete", (bytes: Buffer) => bytes.subarray(0, 500)],
  ])("refuses one that is %s, with exit code 1", (_, sentence, change) => {
    run("pack", "a.relire", ...inLibrary);
    writeFileSync(folder.at("a.relire"), change(readFileSync(folder.at("a.relire"))));
    const outcome = run("import", "a.relire", "--library", "other", "--no-bundled");
    expect(outcome.code).toBe(1);
    expect(outcome.out).toContain(sentence);
    expect(run("inspect", "a.relire")).toMatchObject({ code: 1, out: "", err: expect.stringContaining(sentence) });
    expect(existsSync(folder.at("other/letters"))).toBe(false);
  });

  test("asks for a newer Relire where a newer one made the pack", async () => {
    const entries = { mimetype: "application/vnd.relire+zip", "manifest.json": '{"format":4,"chapters":[]}' };
    await writeFile(folder.at("a.relire"), zipOf(Object.entries(entries).map(([path, text]) => ({ path, bytes: text.length, read: async () => Buffer.from(text) }))));
    expect(run("import", "a.relire", ...inLibrary)).toMatchObject({ code: 1, out: expect.stringContaining("newer version of Relire") });
  });

  test("says what is missing or unknown", () => {
    expect(run("pack", ...inLibrary)).toMatchObject({ code: 2, err: expect.stringContaining("The file to write is missing") });
    expect(run("pack", "a.relire", "--collection", "ailleurs", ...inLibrary)).toMatchObject({ code: 1 });
    expect(run("pack", "a.relire", "--since", "absent.relire", ...inLibrary)).toMatchObject({ code: 1, err: expect.stringContaining("absent.relire") });
    expect(run("pack", "a.relire", "--key", "lettre.md", ...inLibrary)).toMatchObject({ code: 1 });
    expect(run("search", "soupe", "--since", "a.relire")).toMatchObject({ code: 2 });
    expect(existsSync(folder.at("a.relire"))).toBe(false);
  });
});
