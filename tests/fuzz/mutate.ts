/** Bytes flipped, cut, spliced, doubled: what happens to files, and what people do to them on purpose. */
import type { Chance } from "../bench/random.mjs";
import { vectors } from "../fixtures/vectors.ts";

const mostBytes = 300_000;

/** Where parsers turn. */
const tokens = [
  "<", ">", "</", "<!--", "-->", "<![CDATA[", "<table>", "<td>", "</table>", "<p>", "<h1>", "<h2>", "<svg>", "<math>", "<template>", "<plaintext>", "<select>", "<b><i></b>", "&#0;", "&#x10FFFF;", "&lt", "\0", "\uFEFF", "\u202E", "\u2028",
  "\r", "\r\n", "\n\n", "\n---\n", "\n===\n", "```", "~~~", "[^1]", "\n[^1]: x\n", "[a]: b\n", "![", "](", "|-|-|", "\n> ", "\n- ", "\n1. ", "***", "{{", "}}", "{%", "%}", "{#id .c}", ":::", "#+", "*|X|*", "---\ntitle: [\n", "date: 9999-99-99\n", "title: &a [*a]\n",
  "\nFrom ", "\nFrom: x@y\n", "Content-Type: multipart/mixed; boundary=b\n", "--b\n", "--b--\n", "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: quoted-printable\n", "=\n", "=00", "=?utf-8?b?4oCd?=", "=?x?q?=3C?=", "charset=utf-7", "charset=iso-2022-jp", "+ADw-script+AD4-",
  "%PDF-1.7", "endobj", "stream", "/Kids [1 0 R]", "/Length 99999999", "xref", "PK\u0003\u0004", "2022-10", "31 février 2022", "Une lecture", "data:image/png;base64,", "relire://la-derivation/2022-10#une", "attachment:0", "attachment:99", "pictures/../../x.png", "usager·es", "\uD800",
];

/** One to eight changes. `others` lend what is spliced in. */
export function mutate(chance: Chance, bytes: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  let changed: Buffer = Buffer.from(bytes);
  for (let times = 1 + chance.below(8); times > 0; times -= 1) changed = change(chance, changed, others).subarray(0, mostBytes);
  return changed;
}

function change(chance: Chance, bytes: Buffer, others: readonly Uint8Array[]): Buffer {
  const at = chance.below(bytes.length + 1);
  const to = at + chance.below(Math.min(bytes.length - at, 1 + chance.below(4000)) + 1);
  const put = (middle: Uint8Array, from = at, until = at): Buffer => Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(until)]);
  switch (chance.below(12)) {
    case 0:
      return flipped(chance, bytes);
    case 1:
      return put(Buffer.from([chance.below(256)]), at, Math.min(bytes.length, at + 1));
    case 2:
      return bytes.subarray(0, at);
    case 3:
      return put(Buffer.alloc(0), at, to);
    case 4:
      return put(bytes.subarray(at, to), to, to);
    case 5:
      return put(repeated(bytes.subarray(at, Math.min(to, at + 40)), chance.below(2000)));
    case 6:
      return put(slice(chance, others.length > 0 ? chance.oneOf(others) : bytes));
    case 7:
      return put(repeated(Buffer.from(chance.oneOf(tokens)), 1 + (chance.onceIn(6) ? chance.below(3000) : 0)));
    case 8:
      return put(Buffer.from(chance.oneOf(vectors)));
    case 9:
      return renumbered(chance, bytes);
    case 10:
      return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]);
    default:
      return chance.onceIn(4) ? Buffer.concat([bytes, bytes]) : put(Buffer.from(chance.oneOf(tokens)));
  }
}

function flipped(chance: Chance, bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  for (let times = 1 + chance.below(8); times > 0 && changed.length > 0; times -= 1) {
    const at = chance.below(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
  }
  return changed;
}

function repeated(bytes: Uint8Array, times: number): Buffer {
  return Buffer.concat(Array.from({ length: Math.min(times, Math.ceil(60_000 / Math.max(1, bytes.length))) }, () => bytes));
}

function slice(chance: Chance, bytes: Uint8Array): Uint8Array {
  const at = chance.below(bytes.length + 1);
  return bytes.subarray(at, at + chance.below(6000));
}

/** Another number in the place of one. */
function renumbered(chance: Chance, bytes: Buffer): Buffer {
  const text = bytes.toString("latin1");
  const numbers = [...text.matchAll(/\d+/g)];
  const number = numbers.length > 0 ? chance.oneOf(numbers) : undefined;
  if (!number) return bytes;
  const other = chance.oneOf(["0", "-1", "1", "4294967296", "99999999999999999999", "2147483647", "1e999", String(Number(number[0]) + 1)]);
  return Buffer.from(text.slice(0, number.index) + other + text.slice(number.index + number[0].length), "latin1");
}
