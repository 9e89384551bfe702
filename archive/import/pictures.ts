/** The pictures that come with a letter: known by their bytes, named for its Markdown, bounded. SVG can hold scripts and is refused. */
import { createHash } from "node:crypto";
import type { DraftPicture } from "../draft.ts";
import { slugOf } from "../text/fold.ts";

const maxPicture = 20_000_000;
const maxAll = 100_000_000;

export type PictureType = "png" | "jpg" | "gif" | "webp";

export class Pictures {
  readonly #pictures: DraftPicture[] = [];
  readonly #byHash = new Map<string, string>();
  #size = 0;

  /** The address of a picture in the letter's Markdown, or null when its bytes are no picture that can be kept. */
  add(bytes: Uint8Array, name: string): string | null {
    const type = pictureType(bytes);
    if (type === null || bytes.length > maxPicture || this.#size + bytes.length > maxAll) return null;
    const hash = createHash("sha256").update(bytes).digest("hex");
    const known = this.#byHash.get(hash);
    if (known !== undefined) return `pictures/${known}`;
    const unique = this.#freeName(slugOf(name.slice(0, 200).replace(/\.[a-z0-9]{2,5}$/i, "")).slice(0, 60) || "image", type);
    this.#pictures.push({ name: unique, bytes });
    this.#byHash.set(hash, unique);
    this.#size += bytes.length;
    return `pictures/${unique}`;
  }

  list(): DraftPicture[] {
    return this.#pictures;
  }

  #freeName(base: string, type: PictureType): string {
    const taken = new Set(this.#pictures.map((picture) => picture.name));
    for (let number = 1; ; number++) {
      const name = number === 1 ? `${base}.${type}` : `${base}-${number}.${type}`;
      if (!taken.has(name)) return name;
    }
  }
}

export function pictureType(bytes: Uint8Array): PictureType | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  if (head.startsWith("\x89PNG\r\n\x1A\n")) return "png";
  if (head.startsWith("\xFF\xD8\xFF")) return "jpg";
  if (/^GIF8[79]a/.test(head)) return "gif";
  return head.startsWith("RIFF") && head.slice(8, 12) === "WEBP" ? "webp" : null;
}

/** The bytes of a `data:` address (RFC 2397) in base64 or percent encoding; null when it is none. */
export function dataBytes(address: string): Uint8Array | null {
  const comma = address.indexOf(",");
  if (!/^data:/i.test(address) || comma < 0 || comma > 300) return null;
  const content = address.slice(comma + 1);
  if (/;\s*base64\s*$/i.test(address.slice(5, comma))) return Buffer.from(content, "base64");
  try {
    return Buffer.from(decodeURIComponent(content), "latin1");
  } catch {
    return null;
  }
}
