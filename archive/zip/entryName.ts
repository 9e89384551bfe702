/** Names of zip entries: decoded as their writers meant them, and refused when they lead out of the folder that they are read into. */
import { getFileNameLowLevel, type Entry } from "yauzl";

/**
 * UTF-8 when the entry says so (APPNOTE.TXT, appendix D), or when the bytes are nothing else: macOS writes UTF-8 and does not say it. CP437
 * otherwise, as the format has it. `/` between folders; composed (NFC), as macOS does not.
 */
export function entryName({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const flag = isUtf8(fileNameRaw) ? generalPurposeBitFlag | utf8Flag : generalPurposeBitFlag;
  return getFileNameLowLevel(flag, fileNameRaw, extraFields, false).normalize("NFC");
}

/** APPNOTE.TXT, 4.4.4: bit 11. */
const utf8Flag = 0x800;

/** Why a name is refused, in English, or null: a path from the root, a drive, a step upwards, a character that ends or hides a name. */
export function nameDanger(name: string): string | null {
  if (name === "") return "the name is empty";
  if (name.startsWith("/")) return "the path begins at the root";
  if (/^[A-Za-z]:/.test(name)) return "the path names a drive";
  if (name.split("/").includes("..")) return "the path leads upwards";
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(name)) return "the name has invisible characters";
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
