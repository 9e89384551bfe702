/** Texts for property tests: what people type and what files hold, the ill-formed included. */
import fc from "fast-check";

/** Pieces that the tokenizer treats specially, to be shuffled. */
const pieces = fc.constantFrom(
  ..."a e s es le ne te aux être Élu usager acteur rice trice ve se d' l’ qu' aujourd’hui prud'hommes jusqu’à · ⋅ • - ‑ . ( ) / ' ’ ´ 12 3,5 m² ½ œuvre ﬁn 東京 عربي שלום 👩‍🔧 𝐁 😀 İ ΟΔΟΣ".split(" "),
  " ", "\n", "\r\n", "-\n", "\u00AD", "\u00AD\n", "\u200B", "\u0301", "\u034F", "\uFEFF", "\uD83D", "\uDE00", "\u0000", "\u202E", "\u3164",
);

/** Any Unicode string, lone surrogates included, with French writing made likely. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
);

/** Lower-case French letters only. */
export const plainWord: fc.Arbitrary<string> = fc.string({ unit: fc.constantFrom(..."a b c d e f g h i j k l m n o p q r s t u v w x y z à â ç é è ê ë î ï ô ù û œ".split(" ")), minLength: 1, maxLength: 14 });
