/** Addresses of the app's own scheme: whatever they say, only a picture, a report or a file of the window is found, inside its own folder. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { firstFile, readServed } from "../../../electron/servedFiles.ts";
import type { Chance } from "../../bench/random.mjs";
import { type Ground, insist, type Target } from "../target.ts";

const parts = [
  "relire://app", "relire://app/", "relire:///", "relire://app@mal.example/", "relire://app.mal.example/", "RELIRE://APP/", "file:///", "http://app/", "/", "//", "\\", "..", ".", "%2e%2e", "%2E.", "..%2f", "%252e%252e%252f", "%5c", "%00", "%", "%zz", "%c0%ae", "\0", "archive", "/archive/", "letters", "/letters/",
  "essai", "2022-10", "/pictures/", "a.png", "lien.png", "reports", "rapport", "report.pdf", "letter.md", "catalogue.json", "index.html", "shell", "main.cjs", "etc/passwd", "?x", "#x", ";", "paper/", "x".repeat(300), "é", "e\u0301", "\u2215", "CON", "a.png:stream",
];

export function addresses({ folder }: Ground): Target {
  const [archive, window, outside] = ["archive", "window", "outside"].map((name) => join(folder, name)) as [string, string, string];
  const pictures = join(archive, "letters/essai/2022-10/pictures");
  for (const each of [pictures, join(archive, "reports/essai/rapport"), window, outside]) mkdirSync(each, { recursive: true });
  for (const file of [join(pictures, "a.png"), join(archive, "letters/essai/2022-10/letter.md"), join(archive, "catalogue.json"), join(archive, "reports/essai/rapport/report.pdf"), join(window, "index.html"), join(outside, "a.png")]) writeFileSync(file, "x");
  try {
    symlinkSync(join(outside, "a.png"), join(pictures, "lien.png"));
  } catch {
    // Windows lets nobody make links but who may.
  }
  const isServed = /(?:^|[\\/])(?:letters[\\/][a-z0-9-]+[\\/][a-z0-9-]+[\\/]pictures[\\/][^\\/]+|reports[\\/][a-z0-9-]+[\\/][a-z0-9-]+[\\/]report\.pdf)$/;
  return {
    make: (chance) => Buffer.from(JSON.stringify(address(chance))),
    async check(input) {
      const url = JSON.parse(Buffer.from(input).toString("utf8")) as string;
      for (const method of ["POST", "HEAD", "get"]) insist("refused" in readServed(method, url), `${method} is served`);
      const served = readServed("GET", url);
      if ("refused" in served || served.from === "papers") return;
      const root = served.from === "archive" ? archive : window;
      const file = await firstFile([root], served.path);
      if (file) insist(file.path.startsWith(root + sep) && (served.from === "window" || isServed.test(file.path)), `${url} gives ${file.path}`);
    },
  };
}

function address(chance: Chance): string {
  const start = chance.onceIn(4) ? "" : chance.oneOf(["relire://app/", "relire://app/archive/", "relire://app/archive/letters/essai/2022-10/pictures/"]);
  return start + Array.from({ length: chance.below(8) }, () => chance.oneOf(parts)).join(chance.onceIn(2) ? "/" : "");
}
