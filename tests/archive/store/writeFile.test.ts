import { chmodSync, lstatSync, mkdirSync, readdirSync, rmdirSync, statSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { writeFile } from "../../../archive/store/writeFile.ts";
import { withFilesUpTo, withoutPrivileges } from "../../fixtures/limits.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

describe("writeFile", () => {
  test("writes text as UTF-8 and bytes as they are", async () => {
    await writeFile(folder.at("text.md"), "tou·te·s 🍂");
    await writeFile(folder.at("bytes.pdf"), Uint8Array.of(0, 255, 10));
    expect(folder.read("text.md")).toBe("tou·te·s 🍂");
    expect(folder.read("bytes.pdf")).toBe("\0\uFFFD\n");
  });

  test("makes the folders on the way", async () => {
    await writeFile(folder.at("a/b/c.md"), "texte");
    expect(folder.read("a/b/c.md")).toBe("texte");
  });

  test("takes the place of an older file, even a longer one, and leaves nothing beside it", async () => {
    folder.put("a.md", "un texte plus long");
    await writeFile(folder.at("a.md"), "court");
    expect(folder.read("a.md")).toBe("court");
    expect(readdirSync(folder.path)).toEqual(["a.md"]);
  });

  test("writes one after the other when asked twice at once: the last one stands", async () => {
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));
    await Promise.all(texts.map((text) => writeFile(folder.at("a.md"), text)));
    expect(folder.read("a.md")).toBe(texts.at(-1));
    expect(readdirSync(folder.path)).toEqual(["a.md"]);
  });

  test("leaves the old file whole when the folder is read-only", async () => {
    folder.put("locked/a.md", "ancien");
    chmodSync(folder.at("locked"), 0o555);
    chmodSync(folder.path, 0o755);
    await withoutPrivileges(() => expect(writeFile(folder.at("locked/a.md"), "nouveau")).rejects.toThrow("EACCES"));
    expect(folder.read("locked/a.md")).toBe("ancien");
    expect(readdirSync(folder.at("locked"))).toEqual(["a.md"]);
  });

  test.runIf(process.platform === "linux")("leaves the old file whole when the disk takes only a part of the new one", async () => {
    folder.put("a.md", "ancien");
    await withFilesUpTo(4096, () => expect(writeFile(folder.at("a.md"), "x".repeat(100_000))).rejects.toThrow("EFBIG"));
    expect(folder.read("a.md")).toBe("ancien");
    expect(readdirSync(folder.path)).toEqual(["a.md"]);
  });

  test("goes on after a failure", async () => {
    mkdirSync(folder.at("a.md"));
    const failing = writeFile(folder.at("a.md"), "texte");
    const next = writeFile(folder.at("b.md"), "texte");
    await expect(failing).rejects.toThrow(/EISDIR|EPERM|EEXIST/);
    await next;
    rmdirSync(folder.at("a.md"));
    await writeFile(folder.at("a.md"), "encore");
    expect([folder.read("a.md"), folder.read("b.md")]).toEqual(["encore", "texte"]);
  });

  test("writes through a link, and keeps the permissions of the old file", async () => {
    folder.put("real/a.md", "ancien");
    chmodSync(folder.at("real/a.md"), 0o600);
    symlinkSync("real/a.md", folder.at("a.md"));
    await writeFile(folder.at("a.md"), "nouveau");
    expect(folder.read("real/a.md")).toBe("nouveau");
    expect(lstatSync(folder.at("a.md")).isSymbolicLink()).toBe(true);
    expect(statSync(folder.at("real/a.md")).mode & 0o777).toBe(0o600);
  });

  test("rejects, and leaves nothing beside, when a folder has the file's name", async () => {
    mkdirSync(folder.at("a.md"));
    await expect(writeFile(folder.at("a.md"), "texte")).rejects.toThrow(/EISDIR|EPERM|EEXIST/);
    expect(readdirSync(folder.path)).toEqual(["a.md"]);
  });
});
