/** Checks a library against what it says of itself: each file's digest, what is there and not listed, and the index. Nothing is changed. */
import type { Failure } from "../model.ts";
import { openSealedPassages } from "../search/sealedPassages.ts";
import { type CatalogueEntry, readCatalogue } from "../store/catalogue.ts";
import { digestOfFile } from "../store/digestOfFile.ts";
import { listFolders } from "../store/documentFolders.ts";
import { readCoverage } from "../store/indexCoverage.ts";
import { binFolder, documentFile, documentFolder, indexFile, machineFile, mainFile, originalFile, passagesFile, pictureFile, recordFile } from "../store/layout.ts";
import { isNewerMachineFile } from "../store/machinePages.ts";
import { readRecord } from "../store/record.ts";
import { hasIndex, readIndex } from "../store/savedIndex.ts";
import { openPassages } from "../store/savedPassages.ts";
import { isHeld } from "../store/lock.ts";

export interface VerifyWatch {
  signal?: AbortSignal | undefined;
  /** Documents checked, and how many there are. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What is wrong, each with the document and the file concerned; none when all is in order. Rejects when the signal aborts. */
export async function verifyFolder(folder: string, { signal, onProgress }: VerifyWatch): Promise<{ documents: number; findings: Failure[] }> {
  const catalogue = await readCatalogue(folder);
  const listed = await listFolders(folder);
  if (!catalogue.ok) return { documents: 0, findings: catalogue.failure.code === "catalogue-missing" && listed.length === 0 ? [] : [catalogue.failure] };
  const { documents, bin } = catalogue.value;
  const findings: Failure[] = [];
  const places = [...documents.map((entry) => ({ entry, root: "" })), ...bin.map(({ entry }) => ({ entry, root: `${binFolder}/` }))];
  for (const [done, { entry, root }] of places.entries()) {
    signal?.throwIfAborted();
    onProgress?.(done, places.length);
    findings.push(...(await checkDocument(folder, root, entry)));
  }
  const known = new Set(documents.map(({ head }) => `${head.kind} ${head.id}`));
  const unlisted = listed.filter(({ kind, id }) => !known.has(`${kind} ${id}`));
  findings.push(...unlisted.map((document): Failure => ({ code: "document-unlisted", subject: document.id, file: documentFolder(document) })));
  findings.push(...(await checkIndex(folder)));
  return { documents: documents.length, findings };
}

/** `root` is where the document's folders are, inside the library: empty, or the bin. */
async function checkDocument(folder: string, root: string, entry: CatalogueEntry): Promise<Failure[]> {
  const { head } = entry;
  const place = `${root}${documentFolder(head)}`;
  const findings: Failure[] = [];
  const isNewer = async (file: string): Promise<boolean> => file === `${place}/${machineFile}` && isNewerMachineFile(`${folder}/${file}`);
  const check = async (file: string, expected: string | null, missing: Failure["code"]): Promise<void> => {
    const digest = await digestOfFile(`${folder}/${file}`);
    const about = { subject: head.id, title: head.title, file };
    if (digest === null) findings.push({ code: missing, ...about });
    else if (expected !== null && digest !== expected) findings.push({ code: (await isNewer(file)) ? "library-newer" : "file-changed", ...about });
  };
  await check(`${root}${documentFile(head)}`, entry.sha256, head.kind === "letter" ? "letter-missing" : "report-missing");
  for (const picture of entry.pictures) await check(`${root}${pictureFile(head.id, picture)}`, null, "picture-missing");
  if (!entry.original) return findings;
  const record = await readRecord(`${folder}/${place}`);
  if (!record) return [...findings, { code: "record-damaged", subject: head.id, title: head.title, file: `${place}/${recordFile}` }];
  for (const [file, { sha256 }] of Object.entries(record.files)) {
    if (!findings.some((finding) => finding.file === `${place}/${file}`)) await check(`${place}/${file}`, sha256, "part-missing");
  }
  for (const { number, original } of record.revisions) {
    // A letter that came with a pack may have come without its original.
    const file = head.kind === "letter" && original ? originalFile(original.extension) : mainFile(head.kind);
    await check(`${place}/revisions/${number}/${file}`, original?.sha256 ?? null, "part-missing");
  }
  return findings;
}

/** What is said of an index whose files are being written, one after the other. */
const whileSealing = new Set<Failure["code"]>(["index-missing", "index-outdated"]);

/** An index that is behind is no fault: what came since is caught up with. One whose parts do not fit, though nobody is writing them, or do not read, is. */
async function checkIndex(folder: string): Promise<Failure[]> {
  const found = await indexFindings(folder);
  if (found.length === 0) return found;
  // When nobody writes any more, a second look finds them together.
  return (await isHeld(folder)) ? found.filter(({ code }) => !whileSealing.has(code)) : indexFindings(folder);
}

async function indexFindings(folder: string): Promise<Failure[]> {
  const coverage = await readCoverage(folder);
  if (!coverage) return (await hasIndex(folder)) ? [{ code: "index-outdated", file: indexFile }] : [];
  const passages = openPassages(folder, coverage.fingerprint);
  if (!passages.ok) return [{ file: passagesFile, ...passages.failure }];
  const { count } = passages.value;
  const unreadable = Array.from({ length: count }, (_, place) => place).filter((place) => passages.value.at(place) === null).length;
  passages.value.close();
  const bytes = await readIndex(folder);
  const index = bytes.ok ? openSealedPassages(bytes.value, coverage.fingerprint, count) : bytes;
  return [
    ...(unreadable > 0 ? [{ code: "index-damaged" as const, file: passagesFile, detail: `${unreadable} of ${count} passages` }] : []),
    ...(index.ok ? [] : [{ file: indexFile, ...index.failure }]),
  ];
}
