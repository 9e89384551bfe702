/** A pack from a path or from bytes, opened and checked whole; every failure names it. */
import { type Answer, fail, type Failure, succeed } from "../model.ts";
import { openPack, type Pack, type PackWatch } from "../share/openPack.ts";
import { isPack, openPackContainer, packHeadBytes } from "../share/packContainer.ts";
import { sha256 } from "../store/digest.ts";
import { digestOfFile } from "../store/digestOfFile.ts";
import { readHead } from "../store/readHead.ts";
import { answerOf } from "../store/systemFailure.ts";

export interface OpenPackFile extends Pack {
  /** To be called in the end. */
  close(): void;
}

/** Whether a file is meant to be a pack, by its first bytes or, when these are gone, by its name. */
export async function isPackFile(path: string): Promise<boolean> {
  const head = await readHead(path, packHeadBytes);
  return (head.ok && isPack(head.value)) || /\.relire$/i.test(path);
}

/** `file` is what the person knows it by. Fails as `openPack` does, or because the file is not there. Rejects only with the reason of `signal`. */
export async function openPackFile(source: string | Uint8Array, file: string, watch: PackWatch = {}): Promise<Answer<OpenPackFile>> {
  const opened = await answerOf(() => open(source, watch), { file });
  return opened.ok ? opened : { ok: false, failure: named(opened.failure, file) };
}

async function open(source: string | Uint8Array, watch: PackWatch): Promise<Answer<OpenPackFile>> {
  const head = typeof source === "string" ? await readHead(source, packHeadBytes) : succeed(source);
  if (!head.ok) return head;
  const container = await openPackContainer(source, () => digestOf(source));
  if (!container.ok) return container;
  const { close } = container.value;
  try {
    const pack = await openPack(container.value, watch);
    if (pack.ok) return succeed({ ...pack.value, close });
    close();
    return pack;
  } catch (error) {
    close();
    throw error;
  }
}

async function digestOf(source: string | Uint8Array): Promise<Answer<string>> {
  const digest = typeof source === "string" ? await digestOfFile(source) : sha256(source);
  return digest === null ? fail("file-unreadable") : succeed(digest);
}

function named(failure: Failure, file: string): Failure {
  return { ...failure, file, title: file };
}
