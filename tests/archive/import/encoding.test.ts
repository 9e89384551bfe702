import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../../archive/import/encoding.ts";
import { Notes } from "../../../archive/import/notes.ts";

const sentence = "L’été dernier, où étions-nous ? « Là-bas », répond Zoé, à côté du cœur de la forêt.";

function decoded(bytes: Uint8Array, declared: string[] = []): { text: string; codes: string[] } {
  const notes = new Notes();
  return { text: decodeText(bytes, declared, notes), codes: notes.list().map(({ code, detail }) => `${code} ${detail}`) };
}

describe("an encoding that is told", () => {
  test.each(["utf-8", "windows-1252", "macintosh", "utf-16le", "utf-16be"])("%s is read as such", (label) => {
    expect(decoded(iconv.encode(sentence, label, { addBOM: label.startsWith("utf-16") }), [label])).toEqual({ text: sentence, codes: [] });
  });

  test("ISO-8859-1 is Windows-1252, as in browsers", () => {
    expect(decoded(iconv.encode(sentence, "windows-1252"), ["ISO-8859-1"])).toEqual({ text: sentence, codes: [] });
  });

  test("ISO-8859-15 has its own œ and €", () => {
    expect(decoded(Buffer.from([0x63, 0xbd, 0x75, 0x72, 0x20, 0xa4]), ["iso-8859-15"]).text).toBe("cœur €");
  });
});

describe("an encoding that is not told, or wrongly", () => {
  test("well-formed UTF-8 is UTF-8, whatever the label", () => {
    expect(decoded(Buffer.from(sentence), ["iso-8859-1"])).toEqual({ text: sentence, codes: ["charset-wrong UTF-8"] });
    expect(decoded(Buffer.from(sentence))).toEqual({ text: sentence, codes: [] });
  });

  test("what is not UTF-8 though it says so is guessed", () => {
    expect(decoded(iconv.encode(sentence, "windows-1252"), ["utf-8"])).toEqual({ text: sentence, codes: ["charset-wrong windows-1252"] });
  });

  test.each(["windows-1252", "macroman", "cp850"])("an unlabelled French text in %s is recognised", (label) => {
    const plain = "Où était-elle ? À l’école, près de la forêt, où le garçon a reçu un élève étonné, à côté.".replaceAll("’", "'");
    expect(decoded(iconv.encode(plain, label))).toEqual({ text: plain, codes: [`charset-guessed ${label}`] });
  });

  test("a label that nobody knows is passed over", () => {
    expect(decoded(iconv.encode(sentence, "windows-1252"), ["x-inconnu"])).toEqual({ text: sentence, codes: ["charset-wrong windows-1252"] });
  });

  test("UTF-16 without a mark is told by its NULs", () => {
    expect(decoded(iconv.encode("Bonjour à tous", "utf-16le")).text).toBe("Bonjour à tous");
  });

  test("a piece in another encoding inside UTF-8 is read as well, and what is broken counted", () => {
    const mixed = Buffer.concat([Buffer.from("Été, forêt, où, à côté. "), Buffer.from([0x45, 0x74, 0xe9, 0x20, 0xc3, 0x20])]);
    const { text, codes } = decoded(mixed, ["utf-8"]);
    expect(text).toBe("Été, forêt, où, à côté. Eté \uFFFD ");
    expect(codes).toEqual(["characters-lost 1", "charset-wrong UTF-8, windows-1252"]);
  });

  test("a character cut at the end does not change the rest", () => {
    expect(decoded(Buffer.from("Été à côté").subarray(0, -1)).text.slice(0, 9)).toBe("Été à côt");
  });
});

describe("accents garbled by a double encoding", () => {
  const garble = (text: string): string => iconv.decode(Buffer.from(text), "windows-1252");

  test("are mended when all of the text agrees, and it is said", () => {
    const { text, codes } = decoded(Buffer.from(garble(sentence)));
    expect(text).toBe(sentence);
    expect(codes[0]).toMatch(/^mojibake-mended .*→/);
  });

  test("are left when the text also has whole accents: it may speak of them", () => {
    const speaking = "On lit « Ã©tÃ© » quand on attendait « été ».";
    expect(decoded(Buffer.from(speaking))).toEqual({ text: speaking, codes: [] });
  });
});
