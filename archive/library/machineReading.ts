/**
 * What the machine read in a report of the library: kept page by page beside the report, on its record, and found at once; forgotten again as easily. A
 * bundled report is not written beside: a copy that a person imports can be.
 */
import { documentPassages } from "../assembleIndex.ts";
import { type Answer, fail, type MachineLine, type MachinePage, type MachineReading, succeed } from "../model.ts";
import type { CatalogueEntry } from "../store/catalogue.ts";
import { sha256 } from "../store/digest.ts";
import { documentFolder, machineFile, recordFile } from "../store/layout.ts";
import { insistMachineIsOurs, machinePagesText, readMachinePages } from "../store/machinePages.ts";
import { type DocumentRecord, readRecordToChange, recordText } from "../store/record.ts";
import { answerOf } from "../store/systemFailure.ts";
import { removeFile, writeFile } from "../store/writeFile.ts";
import type { Desk } from "./desk.ts";

/** Fails with `unknown-document` for what is no report of the library, with `library-newer` where a later Relire keeps what was read. */
export function machineReading(desk: Desk, id: string): Promise<Answer<MachineReading>> {
  return answerOf(() => readingOf(desk, id));
}

async function readingOf(desk: Desk, id: string): Promise<Answer<MachineReading>> {
  const held = desk.holdings.held(id);
  if (held?.entry.head.kind !== "report") return fail("unknown-document", { subject: id });
  const isKept = held.folder === desk.folder;
  const pages = isKept ? await pagesOf(desk, held.entry) : null;
  // Asked only of what does not read: the file is a large one.
  if (isKept && !pages) await insistMachineIsOurs(desk.folder, held.entry.head);
  const read = (pages ?? []).map(({ page }) => page);
  const known = new Set(read);
  const unread = held.entry.head.pageLabels.flatMap((_, index) => (known.has(index + 1) || desk.holdings.passage(`${id}#p${index + 1}`) ? [] : [index + 1]));
  return succeed({ unread, read, isKept });
}

/** The lines of one page; null when the machine did not read it. */
export async function machineLines(desk: Desk, id: string, page: number): Promise<Answer<MachineLine[] | null>> {
  const entry = desk.documents.get(id);
  const pages = entry && (await pagesOf(desk, entry));
  return succeed(pages?.find((each) => each.page === page)?.lines ?? null);
}

/** `engine` names what read the page. Fails with `unknown-document`, or because nothing can be written, also over what a later Relire keeps. */
export function keepMachinePage(desk: Desk, id: string, page: MachinePage, engine: string): Promise<Answer<null>> {
  return change(desk, id, async (entry, record) => {
    const others = ((await pagesOf(desk, entry)) ?? []).filter((each) => each.page !== page.page);
    const pages = [...others, page].sort((a, b) => a.page - b.page);
    const text = machinePagesText({ sha256: entry.sha256, engine, pages });
    await writeFile(`${desk.folder}/${documentFolder(entry.head)}/${machineFile}`, text);
    const machine = sha256(text);
    return { entry: { ...entry, machine }, files: { ...record.files, [machineFile]: { bytes: Buffer.byteLength(text), sha256: machine } } };
  });
}

/** The report is as if the machine had never read it. */
export function forgetMachine(desk: Desk, id: string): Promise<Answer<null>> {
  return change(desk, id, async (entry, record) => {
    await removeFile(`${desk.folder}/${documentFolder(entry.head)}/${machineFile}`);
    const { machine: _, ...rest } = entry;
    const { [machineFile]: __, ...files } = record.files;
    return { entry: rest, files };
  });
}

type Changed = Pick<DocumentRecord, "entry" | "files">;

function change(desk: Desk, id: string, make: (entry: CatalogueEntry, record: DocumentRecord) => Promise<Changed>): Promise<Answer<null>> {
  return desk.write(async () => {
    const entry = desk.documents.get(id);
    if (entry?.head.kind !== "report") return fail("unknown-document", { subject: id });
    await insistMachineIsOurs(desk.folder, entry.head);
    const folder = `${desk.folder}/${documentFolder(entry.head)}`;
    const record = await readRecordToChange(desk.folder, entry.head);
    if (!record) return fail("record-damaged", { subject: id, title: entry.head.title });
    const changed = await make(entry, record);
    await writeFile(`${folder}/${recordFile}`, recordText({ ...record, ...changed }));
    desk.put(changed.entry, await documentPassages(desk.folder, changed.entry, desk.readPdf));
    return succeed(null);
  });
}

async function pagesOf(desk: Desk, { head, sha256: digest, machine }: CatalogueEntry): Promise<MachinePage[] | null> {
  if (machine === undefined) return null;
  return readMachinePages(`${desk.folder}/${documentFolder(head)}`, digest);
}
