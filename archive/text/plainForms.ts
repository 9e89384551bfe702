/**
 * The folded forms of a word as it is spelt in a text, kept from one time to the next: a text's common words come again and again, and
 * an index reads millions. Looked up by the letters in place, without taking the word out of its text. Bounded; full, it starts anew.
 */
import { fold } from "./fold.ts";
import { blendedForms } from "./genders.ts";

const mostKept = 1 << 16;
/** Longer runs are rare and never come again: addresses, encoded files. */
const longestKept = 40;

/** Open addressing with linear probing, at most half full: numbers of kept words plus one, 0 where free. */
const slots = new Int32Array(mostKept * 2);
const lastSlot = slots.length - 1;
const hashes = new Int32Array(mostKept);
const spellings: string[] = [];
const forms: (readonly string[])[] = [];

/** The forms of the run of letters and digits from `from` to `to`: none when nothing of it can be seen. Shared: not to be changed. */
export function plainForms(text: string, from: number, to: number): readonly string[] {
  if (to - from > longestKept) return formsOf(text.slice(from, to));
  const hash = hashOf(text, from, to);
  for (let slot = hash & lastSlot; ; slot = (slot + 1) & lastSlot) {
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0) return keep(text, from, to, hash, slot);
    if (hashes[number] === hash && isAt(text, from, to, spellings[number] ?? "")) return forms[number] ?? [];
  }
}

/** FNV-1a over UTF-16 code units, its high bits mixed into the low ones that choose the slot. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(text: string, from: number, to: number, spelling: string): boolean {
  if (spelling.length !== to - from) return false;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== spelling.charCodeAt(at - from)) return false;
  return true;
}

function keep(text: string, from: number, to: number, hash: number, slot: number): readonly string[] {
  // Copied letter by letter: a slice would keep the whole text that it comes from in memory.
  let spelling = "";
  for (let at = from; at < to; at++) spelling += String.fromCharCode(text.charCodeAt(at));
  const found = formsOf(spelling);
  if (spellings.length === mostKept) {
    slots.fill(0);
    spellings.length = 0;
    forms.length = 0;
    return found;
  }
  hashes[spellings.length] = hash;
  spellings.push(spelling);
  forms.push(found);
  slots[slot] = spellings.length;
  return found;
}

function formsOf(spelling: string): readonly string[] {
  const term = fold(spelling).replace(/[^\p{L}\p{N}]/gu, "");
  return term === "" ? [] : [term, ...blendedForms(term)];
}
