import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { make } from "../../build/make.mjs";

/** Each target copies its inputs to its output, and adds its name to a diary. */
const targets = [
  target("shell", ["electron", "archive/**/*.ts"]),
  { ...target("content", ["archive/content"]), needs: ["shell"] },
  target("window", ["renderer"]),
];

let folder = "";

beforeEach(async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  folder = await mkdtemp(join(tmpdir(), "relire-make-"));
  await put("electron/main.ts", "main");
  await put("archive/model.ts", "model");
  await put("archive/content/letter.md", "Bonjour");
  await put("renderer/App.tsx", "App");
  await put(
    "build.cjs",
    `const fs = require("node:fs");
     const [name, ...inputs] = process.argv.slice(2);
     if (fs.existsSync("fail-" + name)) { console.log("line 3: unknown rubric"); process.exit(2); }
     if (fs.existsSync("change-" + name)) fs.writeFileSync(fs.readFileSync("change-" + name, "utf8"), "changed meanwhile");
     fs.appendFileSync("diary", name + " ");
     fs.writeFileSync("out/" + name, String(inputs));`,
  );
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe("make", () => {
  test("builds everything in a fresh clone, and nothing the second time", async () => {
    expect((await make(folder, targets)).toSorted()).toEqual(["content", "shell", "window"]);
    expect(await make(folder, targets)).toEqual([]);
    expect((await diary()).toSorted()).toEqual(["content", "shell", "window"]);
  });

  test("builds only what it is asked for, and what that needs first", async () => {
    expect(await make(folder, targets, ["content"])).toEqual(["shell", "content"]);
    expect(await diary()).toEqual(["shell", "content"]);
  });

  test("takes a touched file without a change for fresh", async () => {
    await make(folder, targets);
    await utimes(join(folder, "renderer/App.tsx"), new Date(), new Date());
    await put("archive/content/letter.md", "Bonjour");
    expect(await make(folder, targets)).toEqual([]);
  });

  test("builds again what has changed, and only that", async () => {
    await make(folder, targets);
    await put("renderer/App.tsx", "Appp");
    expect(await make(folder, targets)).toEqual(["window"]);
  });

  test("sees a change that keeps size and modification time", async () => {
    await make(folder, targets);
    const then = new Date(2022, 9, 1);
    await utimes(join(folder, "renderer/App.tsx"), then, then);
    await make(folder, targets);
    await put("renderer/App.tsx", "Ape");
    await utimes(join(folder, "renderer/App.tsx"), then, then);
    expect(await make(folder, targets)).toEqual(["window"]);
  });

  test("sees files that come, go and change their names", async () => {
    await make(folder, targets);
    await put("renderer/new.tsx", "new");
    expect(await make(folder, targets)).toEqual(["window"]);
    await rm(join(folder, "renderer/new.tsx"));
    await put("renderer/newer.tsx", "new");
    expect(await make(folder, targets)).toEqual(["window"]);
    await rm(join(folder, "renderer/newer.tsx"));
    expect(await make(folder, targets)).toEqual(["window"]);
  });

  test("keeps to the endings an input asks for", async () => {
    await make(folder, targets);
    await put("archive/content/letter.md", "Bonsoir");
    expect(await make(folder, targets)).toEqual(["content"]);
    await put("archive/text/fold.ts", "fold");
    expect(await make(folder, targets)).toEqual(["shell"]);
  });

  test("builds again when an output has gone or the recipe is another", async () => {
    await make(folder, targets);
    await rm(join(folder, "out/window"));
    expect(await make(folder, targets)).toEqual(["window"]);
    const longer = targets.map((one) => (one.name === "window" ? target("window", ["renderer", "electron"]) : one));
    expect(await make(folder, longer)).toEqual(["window"]);
  });

  test("leaves a failed build stale, and shows what it said", async () => {
    await make(folder, targets);
    await put("fail-shell", "");
    await put("electron/main.ts", "broken");
    await expect(make(folder, targets)).rejects.toThrow(/line 3: unknown rubric[^]*Building shell failed/);
    await rm(join(folder, "fail-shell"));
    // As it was when it last succeeded: the failed attempt may have spoilt the output all the same.
    await put("electron/main.ts", "main");
    expect(await make(folder, targets)).toEqual(["shell"]);
  });

  test("does not build upon a failure, and does build what stands beside it", async () => {
    await put("fail-shell", "");
    await expect(make(folder, targets)).rejects.toThrow("Building shell failed");
    expect(await diary()).toEqual(["window"]);
  });

  test("is not content with a build that made nothing", async () => {
    const idle = [{ ...target("idle", ["renderer"]), outputs: ["out/elsewhere"] }];
    await expect(make(folder, idle)).rejects.toThrow("Building idle did not make out/elsewhere.");
  });

  test("builds again what changed while it was built", async () => {
    await put("change-window", "renderer/App.tsx");
    await make(folder, targets);
    await rm(join(folder, "change-window"));
    expect(await make(folder, targets)).toEqual(["window"]);
  });

  test("builds once when two ask at the same time", async () => {
    await Promise.all([make(folder, targets), make(folder, targets, ["content"])]);
    expect((await diary()).toSorted()).toEqual(["content", "shell", "window"]);
  });

  test("takes a damaged stamp for none", async () => {
    await make(folder, targets);
    await put("out/stamps/window.json", '{"hash":');
    expect(await make(folder, targets)).toEqual(["window"]);
  });
});

function target(name: string, inputs: string[]) {
  return { name, title: name, inputs, outputs: [`out/${name}`], commands: [["build.cjs", name, ...inputs]] };
}

async function put(path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, text);
}

async function diary(): Promise<string[]> {
  return (await readFile(join(folder, "diary"), "utf8")).trim().split(" ");
}
