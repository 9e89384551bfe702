import { readdirSync, statSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defectOf, logEvents, openLog } from "../../electron/log.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const at = (): Date => new Date("2026-01-02T03:04:05Z");

describe("the log", () => {
  test("is a line for each event, and gives its end", () => {
    const log = openLog(folder.path, at);
    log.note("started", { relire: "0.1.0" });
    log.note("librarian-ended", { code: 9 });
    expect(folder.read("logs/relire.log")).toBe("2026-01-02T03:04:05.000Z started relire=0.1.0\n2026-01-02T03:04:05.000Z librarian-ended code=9\n");
    expect(log.tail(1)).toBe("2026-01-02T03:04:05.000Z librarian-ended code=9");
  });

  test("does not grow beyond its bound, and keeps what came last", () => {
    const log = openLog(folder.path, at);
    for (let line = 0; line < 12_000; line += 1) log.note("window-gone", { reason: "crashed", code: line });
    expect(readdirSync(folder.at("logs")).sort()).toEqual(["relire.before.log", "relire.log"]);
    for (const name of readdirSync(folder.at("logs"))) expect(statSync(folder.at(`logs/${name}`)).size).toBeLessThan(210_000);
    expect(log.tail(1)).toMatch(/code=11999$/);
  });

  test("takes no text, path or search, whatever it is given", () => {
    const log = openLog(folder.path, at);
    const line = new RegExp(`^[0-9TZ:.-]+ (?:${logEvents.join("|")})(?: [a-z]+=(?:\\?|[\\w.:<>()-]+))*$`);
    const { counterexample } = fc.check(
      fc.property(fc.constantFrom(...logEvents), fc.oneof(fc.string(), fc.constantFrom("/home/jeanne/Lettres/mars.html", "C:\\Users\\Jeanne", "geek de service", "a\nb", "é")), (event, value) => {
        log.note(event, { value });
        return line.test(log.tail(1)) && !/jeanne|geek de|[/\\]/i.test(log.tail(1));
      }),
    );
    expect(counterexample).toBeNull();
  });

  test("where nothing can be written, is not there, and nothing else happens", () => {
    folder.put("logs", "a file in the folder's place");
    const log = openLog(folder.path);
    log.note("started");
    expect(log.tail(5)).toBe("");
  });
});

describe("a defect", () => {
  test("is told by its name and where it was thrown, without what it says", () => {
    const error = new TypeError("cannot read /home/jeanne/Lettres/mars.html");
    error.stack = `TypeError: cannot read /home/jeanne/Lettres/mars.html\n    at async readLetter (/opt/Relire/resources/app.asar/shell/librarian.cjs:12:7)\n    at file:///home/jeanne/x/y.mjs:3:1`;
    expect(defectOf(error)).toEqual({ error: "TypeError", code: "none", at: "readLetter(librarian.cjs:12)<(y.mjs:3)" });
    expect(defectOf(Object.assign(new Error("x"), { code: "ENOENT" }))).toMatchObject({ error: "Error", code: "ENOENT" });
    expect(defectOf("geek de service")).toEqual({ error: "string", code: "none", at: "none" });
  });
});
