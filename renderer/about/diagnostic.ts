/** What somebody who helps needs to know, in plain text: versions, numbers and choices. No title, no name, no search, no path. */
import type { About, Settings } from "../bridge.ts";
import type { Library } from "../library.ts";

export function diagnosticOf({ version, electron, chromium, node, system, log }: About, library: Library, settings: Settings): string {
  const { recentSearches: _searches, noteNames: _names, hiddenCollections, voice, currentDossier, ...choices } = settings;
  // A dossier that came in a pack has the id that others gave it.
  const chosen = { voice: voice === null ? "system" : "chosen", currentDossier: currentDossier === null ? "none" : "chosen" };
  const troubles = countBy(library.troubles.map(({ code }) => code));
  const lines = [
    `Relire ${version}`,
    `Electron ${electron}, Chromium ${chromium}, Node ${node}`,
    system,
    `Window ${window.innerWidth}x${window.innerHeight}, scale ${window.devicePixelRatio}`,
    `Collections ${library.allCollections.length} (${hiddenCollections.length} hidden), letters ${library.letters.length}, reports ${library.reports.length}, rubrics ${library.rubrics.length}`,
    `Reports without text ${library.coverage.reportsWithoutText}, pages ${library.coverage.pagesWithoutText}, closed documents ${library.coverage.closedDocuments}`,
    `Troubles ${troubles || "none"}`,
    ...Object.entries({ ...choices, ...chosen }).map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`),
    "",
    log || "The log is empty.",
  ];
  return `${lines.join("\n")}\n`;
}

function countBy(codes: readonly string[]): string {
  return [...new Set(codes)].map((code) => `${code} ${codes.filter((each) => each === code).length}`).join(", ");
}
