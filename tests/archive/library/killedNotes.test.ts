/**
 * A process that keeps a note at each keystroke, killed at random moments: what it said it had kept is there, whole, and nothing had to be set aside. RELIRE_KILLS says how many times.
 */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { Note } from "../../../archive/note.ts";
import { openItemFiles } from "../../../archive/store/itemFiles.ts";
import type { Failure } from "../../../archive/model.ts";
import { buildWriter, killedTyping, kills } from "../../fixtures/killedWriter.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

test(`a note that is being typed is whole after ${kills} ends at random moments, with all that was kept`, { timeout: 20_000 + kills * 5000 }, async () => {
  const writer = await buildWriter("noteWriter.ts", folder.at("writer"));
  for (let number = 1; number <= kills; number += 1) {
    const last = await killedTyping(writer, folder.at("library"), "note");
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
