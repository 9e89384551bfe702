/** Letters written as Markdown read again as what they were: titles, ids, rubrics and texts. */
import fc from "fast-check";
import type { PhrasingContent, RootContent } from "mdast";
import { describe, expect, test } from "vitest";
import { openingId } from "../../../archive/letterSection.ts";
import { assembleLetter, type LetterFrontMatter, parseLetter } from "../../../archive/store/letterFile.ts";
import { composeLetter, identify, type SectionText } from "../../../archive/store/letterMarkdown.ts";
import { parseMarkdown } from "../../../archive/text/hypertext.ts";
import { plainTitle } from "../../../archive/text/plainTitle.ts";

const frontMatter = { title: "La lettre", date: "2022-10", authors: [] };

function blocksOf(markdown: string): RootContent[] {
  return parseMarkdown(markdown).children;
}

/** The parts of a letter as they are read from what was written. */
function readBack(opening: readonly RootContent[], given: readonly SectionText[], about: LetterFrontMatter = frontMatter) {
  const { markdown, source } = composeLetter({ frontMatter: about, opening, sections: identify(given) });
  const letter = parseLetter(markdown, "essai/2022-10");
  if (!letter.ok) throw new Error(`${letter.failure.detail}\n${markdown}`);
  return { markdown, letter: letter.value, composed: assembleLetter(source, "essai/2022-10", "essai") };
}

const headsOf = (titles: readonly string[]) => readBack([], titles.map((title) => ({ title, rubric: null, blocks: [] }))).letter.head.sections.map(({ id, title }) => [id, title]);

describe("the titles of sections", () => {
  test("are kept, whatever Markdown would make of them", () => {
    const titles = ["Titre {#autre .lecture}", "# Dièse #", "C#", "*Étoiles* et _tirets_", "1. Un", "- Un", "> Un", "`code`", "[lien](http://a.fr)", "a\\b", "www.a.fr et a@b.fr", "![image](x)", "fin {.rubrique}", "&amp; &nbsp;", "~~barré~~", "<b>gras</b>", "| table |", "[^1]"];
    expect(headsOf(titles).map(([, title]) => title)).toEqual(titles);
  });

  test("that are alike, empty, or all emoji have ids of their own, and none that of the opening", () => {
    expect(headsOf(["Soupe", "Soupe", "soupe !", "Ouverture", "🍂", "", "Soupe 2"])).toEqual([
      ["soupe", "Soupe"],
      ["soupe-2", "Soupe"],
      ["soupe-3", "soupe !"],
      [`${openingId}-2`, "Ouverture"],
      ["section-5", "🍂"],
      ["6", "§ 6"],
      ["soupe-2-2", "Soupe 2"],
    ]);
  });

  test("that are long make short ids, cut between words", () => {
    const [[id = ""] = []] = headsOf(["Compte rendu de la réunion du comité de pilotage sur la mutualisation des outils numériques"]);
    expect(id).toBe("compte-rendu-de-la-reunion-du-comite-de-pilotage-sur-la");
  });
});

describe("the blocks of sections", () => {
  test("that look like a letter's own structure stay text", () => {
    const paragraph = (value: string): RootContent => ({ type: "paragraph", children: [{ type: "text", value }] });
    const texts = ["---", "## Pas un titre {#a}", "Titre\n===", "Titre\n---", "- tiret", "1. un", "> cité", "    code", "[^1]: note", "[a]: http://b", "| a |\n|---|", "+++", "```"];
    const { letter } = readBack(texts.map(paragraph), [{ title: "Un", rubric: null, blocks: texts.map(paragraph) }]);
    expect(letter.sections).toHaveLength(1);
    expect(letter.opening?.text.split("\n").filter((line) => line.trim() !== "")).toEqual(texts.flatMap((text) => text.trim().split("\n")));
    expect(letter.sections[0]?.text).toBe(letter.opening?.text);
  });

  test("have their own headings below those of sections", () => {
    const { letter } = readBack([], [{ title: "Un", rubric: null, blocks: blocksOf("# Grand\n\n## Moyen\n\n### Petit\n\nTexte.") }]);
    expect(letter.sections.map(({ id }) => id)).toEqual(["un"]);
    expect(letter.sections[0]?.text).toBe("Grand\nMoyen\nPetit\nTexte.");
  });

  test("keep their footnotes and links, though other sections name theirs alike", () => {
    const part = (word: string) => blocksOf(`Texte ${word}[^1], [lien][a].\n\n[^1]: Note ${word}.\n\n[a]: https://exemple.org/${word}`);
    const { letter } = readBack(part("zéro"), ["un", "deux"].map((word) => ({ title: word, rubric: null, blocks: part(word) })));
    expect(letter.opening?.text).toContain("Note zéro.");
    expect(letter.sections.map(({ text }) => /Note (\w+)\./.exec(text)?.[1])).toEqual(["un", "deux"]);
    for (const [index, word] of ["zéro", "un", "deux"].entries()) {
      const content = JSON.stringify(index === 0 ? letter.opening?.content : letter.sections[index - 1]?.content);
      expect(content).toContain(`https://exemple.org/${encodeURIComponent(word)}`);
    }
  });

  test("lose HTML, which is never shown", () => {
    const { markdown } = readBack([], [{ title: "Un", rubric: null, blocks: blocksOf("<script>alert(1)</script>\n\nTexte.") }]);
    expect(markdown).not.toContain("script");
  });
});

test("the front matter keeps titles and names that YAML would read as something else", () => {
  for (const text of ["Oui: non", "- a", "true", "2022", "'a", '"b"', "a # b", "@x", "{a}", "[b]", "| c", "null", "~", "a\u2028b", "🍂", "*a", "&a", "%a", "?"]) {
    const { letter } = readBack([], [], { title: text, date: "2022-10", authors: [text] });
    expect(letter.head).toMatchObject({ title: plainTitle(text), date: "2022-10", authors: [text] });
  }
});

describe("any draft", () => {
  const word = fc.oneof(fc.constantFrom("soupe", "é", "*", "_", "#", "-", "1.", ">", "`", "[", "]", "(", "{#a}", "{.b}", "|", "~", "<", "&amp;", "\\", "!", ":", "www.a.fr", "https://a.fr/b_c", "a@b.fr", "🍂", "+", "=", "---", "[^1]", "\u00A0", "\n"), fc.string({ maxLength: 6 }));
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
  const phrasing: fc.Arbitrary<PhrasingContent> = fc.oneof(
    { weight: 4, arbitrary: text.map((value): PhrasingContent => ({ type: "text", value })) },
    text.map((value): PhrasingContent => ({ type: "emphasis", children: [{ type: "text", value }] })),
    text.map((value): PhrasingContent => ({ type: "strong", children: [{ type: "text", value }] })),
    text.map((value): PhrasingContent => ({ type: "inlineCode", value })),
    text.map((value): PhrasingContent => ({ type: "link", url: "https://exemple.org/a_(b)", children: [{ type: "text", value }] })),
    fc.constant<PhrasingContent>({ type: "break" }),
  );
  const paragraph = fc.array(phrasing, { minLength: 1, maxLength: 4 }).map((children): RootContent => ({ type: "paragraph", children }));
  const block: fc.Arbitrary<RootContent> = fc.oneof(
    { weight: 3, arbitrary: paragraph },
    fc.array(phrasing, { minLength: 1, maxLength: 2 }).map((children): RootContent => ({ type: "heading", depth: 3, children })),
    fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items): RootContent => ({ type: "list", ordered: false, spread: false, children: items.map((item) => ({ type: "listItem", spread: false, children: [item as never] })) })),
    fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items): RootContent => ({ type: "list", ordered: true, start: 3, spread: true, children: items.map((item) => ({ type: "listItem", spread: true, children: [item as never] })) })),
    paragraph.map((inside): RootContent => ({ type: "blockquote", children: [inside as never] })),
    text.map((value): RootContent => ({ type: "code", value })),
    fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }).map((rows): RootContent => ({ type: "table", children: rows.map((cells) => ({ type: "tableRow", children: cells.map((value) => ({ type: "tableCell", children: [{ type: "text", value }] })) })) })),
    fc.constant<RootContent>({ type: "thematicBreak" }),
  );
  const section = fc.record({ title: text, rubric: fc.constantFrom(null, "lecture", "un-atelier"), blocks: fc.array(block, { maxLength: 4 }) });
  /** Texts without the spaces that Markdown does not keep. */
  const plain = (given: string | undefined): string => (given ?? "").replace(/[\s\0\uFFFD]+/g, " ").trim();

  test("reads again as the same titles, ids, rubrics and texts", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 3 }), fc.array(section, { maxLength: 4 }), (opening, sections) => {
        const { letter, composed } = readBack(opening, sections);
        expect(letter.head.sections).toEqual(composed.head.sections);
        expect(letter.head.sections.map(({ title, rubric }) => [title, rubric])).toEqual(sections.map(({ title, rubric }, index) => [plainTitle(title) || `§ ${index + 1}`, rubric]));
        expect(plain(letter.opening?.text)).toBe(plain(composed.opening?.text));
        expect(letter.sections.map(({ text: each }) => plain(each))).toEqual(composed.sections.map(({ text: each }) => plain(each)));
      }),
      { numRuns: Number(process.env["RELIRE_RUNS"] ?? 300) },
    );
  });
});
