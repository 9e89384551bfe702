/**
 * A process that writes into a dossier and orders it at each keystroke, killed at random moments: what it said it had kept is there, nothing is twice or gone, and nothing had to be set
 * aside. RELIRE_KILLS says how many times.
 */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { openDossiers } from "../../../archive/library/dossiers.ts";
import type { Failure } from "../../../archive/model.ts";
import { buildWriter, killedTyping, kills } from "../../fixtures/killedWriter.ts";
import { valueOf } from "../../fixtures/library.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const text = (id: string) => ({ id, given: [], kind: "text" as const, role: "question" as const, text: id, minutes: null });

test(`a dossier that is being written is whole after ${kills} ends at random moments, with all that was kept`, { timeout: 20_000 + kills * 5000 }, async () => {
  const writer = await buildWriter("dossierWriter.ts", folder.at("writer"));
  const shelf = await openDossiers(folder.at("library"), []);
  const { id } = valueOf(await shelf.make("Soir"));
  valueOf(await shelf.change(id, { kind: "add", items: [text("un"), text("texte"), text("deux")], after: null }));
  for (let number = 1; number <= kills; number += 1) {
    const last = await killedTyping(writer, folder.at("library"), id);
    const troubles: Failure[] = [];
    const dossier = valueOf((await openDossiers(folder.at("library"), troubles)).get(id));
    expect(troubles).toEqual([]);
    // The one under way when the end came may be there, or not.
    expect([last, last + 1]).toContain(dossier.revision);
    expect(dossier.items.map((item) => item.id).toSorted()).toEqual(["deux", "texte", "un"]);
    const written = dossier.items.flatMap((item) => (item.id === "texte" && item.kind === "text" ? [item.text] : []));
    // Each third change is one of the order.
    const lastLetter = (dossier.revision - 1) % 3 === 0 ? dossier.revision - 1 : dossier.revision;
    expect(written[0]?.endsWith(`lettre ${lastLetter}. `)).toBe(true);
  }
  expect(readdirSync(folder.at("library/dossiers")).filter((name) => name.endsWith(".damaged"))).toEqual([]);
});
