import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { countSources, readSources } from "../../../archive/import/sources.ts";
import { makeZip } from "../../fixtures/makeZip.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

/** Each source by its name in the test's folder: its text, or the code of its failure. */
async function sources(...names: string[]): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const { file, content } of readSources(names.map((name) => folder.at(name)))) {
    expect(file.startsWith(folder.path)).toBe(true);
    found.push([file.slice(folder.path.length + 1), content.ok ? Buffer.from(content.value).toString() : content.failure.code]);
  }
  return found;
}

describe("a folder", () => {
  test("gives its files, folders in their place, as a person counts: 2 before 10", async () => {
    for (const name of ["lettre 10.txt", "lettre 2.txt", "Été.md", "annexe/b.html", "annexe/a.html"]) folder.put(`boite/${name}`, name);
    expect((await sources("boite")).map(([file]) => file)).toEqual(["boite/annexe/a.html", "boite/annexe/b.html", "boite/Été.md", "boite/lettre 2.txt", "boite/lettre 10.txt"]);
    expect(await countSources([folder.at("boite")])).toBe(5);
  });

  test("does not show what systems, editors and browsers leave behind", async () => {
    for (const name of [".DS_Store", ".git/config", "Thumbs.db", "desktop.ini", "~$lettre.docx", "lettre.txt~", "rapport.pdf.part", "__MACOSX/a.txt", "lettre.txt"]) folder.put(`boite/${name}`, "x");
    expect(await sources("boite")).toEqual([["boite/lettre.txt", "x"]]);
  });

  test("keeps its links inside: those that lead out are refused by name, those that lead nowhere are missing", async () => {
    folder.put("secret.txt", "secret");
    folder.put("boite/lettre.txt", "Lettre");
    symlinkSync(folder.at("secret.txt"), folder.at("boite/dehors"));
    symlinkSync("..", folder.at("boite/haut"));
    symlinkSync("lettre.txt", folder.at("boite/même"));
    symlinkSync(".", folder.at("boite/soi"));
    symlinkSync("nulle part", folder.at("boite/vide"));
    expect(await sources("boite")).toEqual([["boite/dehors", "zip-unsafe"], ["boite/haut", "zip-unsafe"], ["boite/lettre.txt", "Lettre"], ["boite/vide", "file-missing"]]);
  });

  test("whose name begins another's is not mistaken for it", async () => {
    folder.put("boite bis/lettre.txt", "Autre");
    mkdirSync(folder.at("boite"));
    symlinkSync(folder.at("boite bis/lettre.txt"), folder.at("boite/lien"));
    expect(await sources("boite")).toEqual([["boite/lien", "zip-unsafe"]]);
  });

  test("with a pipe in it does not wait for that", async () => {
    folder.put("boite/lettre.txt", "Lettre");
    execFileSync("mkfifo", [folder.at("boite/tube")]);
    expect(await sources("boite")).toEqual([["boite/lettre.txt", "Lettre"], ["boite/tube", "file-unreadable"]]);
  });

  test("that is empty gives nothing", async () => {
    mkdirSync(folder.at("boite"));
    expect(await sources("boite")).toEqual([]);
  });
});

describe("a file", () => {
  test("that was named is read, whatever its name, and by way of a link", async () => {
    folder.put(".cachée", "Lettre");
    symlinkSync(folder.at(".cachée"), folder.at("lien"));
    expect(await sources(".cachée", "lien")).toEqual([[".cachée", "Lettre"], ["lien", "Lettre"]]);
  });

  test("that is missing, empty or too large is a failure, and the others are read", async () => {
    folder.put("vide.txt", "");
    folder.put("lettre.txt", "Lettre");
    folder.put("grand.txt", "x");
    truncateSync(folder.at("grand.txt"), 513 * 2 ** 20);
    expect(await sources("absente.txt", "vide.txt", "grand.txt", "lettre.txt")).toEqual([["absente.txt", "file-missing"], ["vide.txt", "file-empty"], ["grand.txt", "file-too-large"], ["lettre.txt", "Lettre"]]);
  });

  test.skipIf(process.getuid?.() === 0)("that may not be opened is unreadable", async () => {
    folder.put("interdit.txt", "x");
    chmodSync(folder.at("interdit.txt"), 0);
    expect(await sources("interdit.txt")).toEqual([["interdit.txt", "file-unreadable"]]);
  });
});

describe.runIf(existsSync("/proc/self/mem"))("a file whose reading fails", () => {
  test("is unreadable", async () => {
    folder.put("lettre.txt", "Lettre");
    const found: string[] = [];
    for await (const { content } of readSources(["/proc/self/mem", folder.at("lettre.txt")])) found.push(content.ok ? "read" : content.failure.code);
    expect(found).toEqual(["file-unreadable", "read"]);
  });
});

describe("a zip archive", () => {
  test("is told by its bytes, gives its files in natural order, and goes on after a bad one", async () => {
    folder.put("boite/lettres.dat", makeZip([{ name: "10.txt", content: "Dix" }, { name: "2.txt", content: "Deux" }, { name: "../x", content: "x" }, { name: "__MACOSX/._2.txt", content: "x" }, { name: "vide.txt" }]));
    expect(await sources("boite")).toEqual([["boite/lettres.dat/../x", "zip-unsafe"], ["boite/lettres.dat/2.txt", "Deux"], ["boite/lettres.dat/10.txt", "Dix"], ["boite/lettres.dat/vide.txt", "file-empty"]]);
    expect(await countSources([folder.at("boite")])).toBe(4);
  });

  test("in a zip archive is refused by name", async () => {
    folder.put("a.zip", makeZip([{ name: "b.zip", content: makeZip([{ name: "c.txt", content: "c" }]) }, { name: "lettre.txt", content: "Lettre" }]));
    expect(await sources("a.zip")).toEqual([["a.zip/b.zip", "zip-nested"], ["a.zip/lettre.txt", "Lettre"]]);
  });

  test("that is a bomb, or cut short, is one failure", async () => {
    const bomb = makeZip([{ name: "b.txt", content: Buffer.alloc(20 * 2 ** 20) }, { name: "lettre.txt", content: "Lettre" }]);
    folder.put("bombe.zip", bomb);
    folder.put("coupée.zip", bomb.subarray(0, -10));
    expect(await sources("bombe.zip", "coupée.zip")).toEqual([["bombe.zip", "zip-bomb"], ["coupée.zip", "zip-damaged"]]);
  });

  test("is not what an office document is: that stays whole, in a folder and in an archive", async () => {
    const document = makeZip([{ name: "[Content_Types].xml", content: "<Types/>" }, { name: "word/document.xml", content: "<w/>" }]);
    folder.put("lettre.docx", document);
    folder.put("a.zip", makeZip([{ name: "lettre.docx", content: document }]));
    expect((await sources("lettre.docx", "a.zip")).map(([file, content]) => [file, content.startsWith("PK")])).toEqual([["lettre.docx", true], ["a.zip/lettre.docx", true]]);
  });
});

test("reading stops when it is no longer wanted", async () => {
  for (const name of ["1.txt", "2.txt", "3.txt"]) folder.put(`boite/${name}`, name);
  const controller = new AbortController();
  const read: string[] = [];
  const reading = async (): Promise<void> => {
    for await (const { file } of readSources([folder.at("boite")], controller.signal)) {
      read.push(file);
      controller.abort(new Error("enough"));
    }
  };
  await expect(reading()).rejects.toThrow("enough");
  expect(read).toHaveLength(1);
});
