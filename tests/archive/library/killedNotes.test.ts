/**
 * A process that keeps a note at each keystroke, killed at random moments: what it said it had kept is there, whole, and nothing had to be set aside. RELIRE_KILLS says how many times; a few
 * are enough to notice that something broke.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { expect, test } from "vitest";
import { Note } from "../../../archive/note.ts";
import { openItemFiles } from "../../../archive/store/itemFiles.ts";
import type { Failure } from "../../../archive/model.ts";
import { projectFolder } from "../../fixtures/built.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const kills = Number(process.env["RELIRE_KILLS"] ?? 20);
/** Milliseconds of typing before the end, at most. */
const longest = 60;

async function buildWriter(): Promise<string> {
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: { ssr: join(projectFolder, "tests/fixtures/noteWriter.ts"), target: "node20", outDir: folder.at("writer"), rollupOptions: { output: { format: "cjs", entryFileNames: "writer.cjs" } } },
  });
  return folder.at("writer/writer.cjs");
}

/** Types, and is killed at some moment after the first state was kept; gives the last one that it told. */
async function killedTyping(writer: string): Promise<number> {
  const child = spawn(process.execPath, [writer, folder.at("library"), "note"], { stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  let timer: NodeJS.Timeout | null = null;
  child.stdout.on("data", (chunk: Buffer) => {
    told += chunk.toString();
    timer ??= setTimeout(() => child.kill("SIGKILL"), Math.random() * longest);
  });
  await once(child, "close");
  return Number(told.trimEnd().split("\n").at(-1));
}

test(`a note that is being typed is whole after ${kills} ends at random moments, with all that was kept`, { timeout: 20_000 + kills * 5000 }, async () => {
  const writer = await buildWriter();
  for (let number = 1; number <= kills; number += 1) {
    const last = await killedTyping(writer);
    const troubles: Failure[] = [];
    const files = await openItemFiles({ library: folder.at("library"), folder: "notes", schema: Note, format: 1 }, troubles);
    const note = files.get("note");
    expect(troubles).toEqual([]);
    // The one under way when the end came may be there, or not.
    expect([last, last + 1]).toContain(note?.revision);
    expect(note?.text.endsWith(`lettre ${note.revision}. `)).toBe(true);
  }
  expect(readdirSync(folder.at("library/notes")).filter((name) => name.endsWith(".damaged"))).toEqual([]);
});
