import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf, findParagraph, holdsStart, startOf } from "../../../archive/text/paragraph.ts";
import { anyText, plainWord } from "./anyText.ts";

const blocks = [
  "Bonjour à tous et toutes, voici la lettre d’octobre.",
  "Une lecture : « Faire tiers-lieu », d’Antoine Burret.",
  "Le geek de service répare l’imprimante pendant que les autres discutent, et personne ne le remercie.",
  "À suivre.",
];

describe("startOf", () => {
  test("keeps the first words, folded, without punctuation", () => {
    expect(startOf(blocks[2] ?? "")).toBe("le geek de service repare l imprimante pendant");
    expect(startOf(" — « … » ")).toBe("");
  });

  test("cuts a start at a word, and a word without end wherever it must", () => {
    expect(startOf(`${"a".repeat(60)} ${"b".repeat(60)}`)).toBe("a".repeat(60));
    expect(startOf("c".repeat(300))).toHaveLength(100);
  });
});

describe("findParagraph", () => {
  test.each([
    ["where it was", blocks, 2],
    ["moved down", ["Une note.", "Une autre.", ...blocks], 4],
    ["moved up", blocks.slice(2), 0],
    ["set otherwise", blocks.map((block) => block.replaceAll("’", "'").replaceAll(" ", "\u00A0").toUpperCase()), 2],
    ["gone on", blocks.map((block) => (block.startsWith("Le geek") ? "Le geek de service répare l’imprimante pendant des heures." : block)), 2],
    ["joined to the one before", [blocks[0] ?? "", `${blocks[1]} ${blocks[2]}`, blocks[3] ?? ""], 1],
    ["written anew", blocks.map((block, at) => (at === 2 ? "Tout autre chose." : block)), 2],
    ["gone, with all after it", blocks.slice(0, 2), 1],
  ])("finds a paragraph that is %s", (_, now, index) => {
    expect(findParagraph(now, addressOf("une-lecture", blocks, 2))).toBe(index);
  });

  test("takes the nearest of those that begin the same, and a whole start before a longer one", () => {
    expect(findParagraph(["À suivre.", "b", "c", "À suivre.", "d"], { index: 4, start: "a suivre" })).toBe(3);
    expect(findParagraph(["À suivre donc.", "b", "À suivre."], { index: 0, start: "a suivre" })).toBe(2);
  });

  test("has nothing to find without blocks, and takes any number for a place", () => {
    expect(findParagraph([], { index: 0, start: "a" })).toBeNull();
    for (const index of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1.5]) expect(findParagraph(["a", "b"], { index, start: "" })).not.toBeNull();
  });

  test("finds every block by its own address, in any text", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 8 }), fc.nat(), (texts, seed) => {
        const index = seed % texts.length;
        expect(findParagraph(texts, addressOf(null, texts, index))).toBe(index);
      }),
    );
  });

  test("finds a block wherever others came, went or changed places around it", () => {
    const sentence = fc.array(plainWord, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
    const different = fc.uniqueArray(sentence, { minLength: 1, maxLength: 8, selector: startOf });
    fc.assert(
      fc.property(different, different, fc.nat(), fc.nat(), (before, others, seed, place) => {
        const index = seed % before.length;
        const wanted = before[index] ?? "";
        const now = others.filter((other) => startOf(other) !== startOf(wanted));
        const at = place % (now.length + 1);
        now.splice(at, 0, wanted);
        expect(findParagraph(now, addressOf("s", before, index))).toBe(at);
      }),
    );
  });

  test("always finds one of the blocks there are", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 6 }), fc.double(), anyText, (texts, index, start) => {
        const found = findParagraph(texts, { index, start });
        expect(texts.map((_, at) => at)).toContain(found);
      }),
    );
  });
});

test("a start stands in the text that it was taken from, whole words only", () => {
  expect(holdsStart("L’atelier, puis le geek de service.", "le geek")).toBe(true);
  expect(holdsStart("Sale geek", "le geek")).toBe(false);
  expect(holdsStart("Rien", "")).toBe(false);
  fc.assert(
    fc.property(fc.array(plainWord, { minLength: 1, maxLength: 20 }), (words) => {
      expect(holdsStart(`Avant. ${words.join(" ")}`, startOf(words.join(" ")))).toBe(true);
    }),
  );
});
