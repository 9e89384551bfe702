import { afterEach, describe, expect, test } from "vitest";
import { searchTerm, wholeWords } from "../../archive/text/terms.ts";
import { clearMarks, markText, rangesOf, showMarks } from "../../renderer/marks/highlight.ts";

const roots: HTMLElement[] = [];

function show(html: string): HTMLElement {
  const root = document.createElement("article");
  root.innerHTML = html;
  document.body.append(root);
  roots.push(root);
  return root;
}

function marked(html: string, ...terms: string[]): string[] {
  return markText(
    show(html),
    terms.map((term) => (term.endsWith("*") ? { term: term.slice(0, -1), prefix: true } : { term, prefix: false })),
  ).map(String);
}

afterEach(() => {
  for (const root of roots.splice(0)) {
    clearMarks(root);
    root.remove();
  }
});

describe("marking the words of a letter", () => {
  test("finds a word without its accents", () => {
    expect(marked("<p>Une dérivation, puis la Dérivation.</p>", "derivation")).toEqual(["dérivation", "Dérivation"]);
  });

  test("leaves an elided article out of the mark", () => {
    expect(marked("<p>L’économie de l’atelier</p>", "economie", "atelier")).toEqual(["économie", "atelier"]);
  });

  test("follows a word through inline elements, a range for each", () => {
    expect(marked("<p>mutu<strong>ali<em>sa</em></strong>tion</p>", "mutualisation")).toEqual(["mutu", "ali", "sa", "tion"]);
  });

  test("does not join words of two blocks", () => {
    expect(marked("<ul><li>porte</li><li>manteau</li></ul><h2>porte</h2>manteau", "portemanteau")).toEqual([]);
    expect(marked("<ul><li>porte</li><li>manteau</li></ul>", "porte", "manteau")).toEqual(["porte", "manteau"]);
  });

  test("does not join words of two cells or lines", () => {
    expect(marked("<table><tr><td>sous</td><td>sol</td></tr></table>sous<br>sol", "soussol")).toEqual([]);
  });

  test("passes over what only some readers perceive", () => {
    expect(marked('<p>geek<span aria-hidden="true"> geek</span><span class="visually-hidden"> geek</span></p>', "geek")).toEqual(["geek"]);
  });

  test("marks the beginning that is being typed as the whole word", () => {
    expect(marked("<p>mutualiser, mutuel</p>", "mutualis*")).toEqual(["mutualiser"]);
  });

  test("marks a word that carries a no-break space beside it", () => {
    expect(marked("<p>« geek de service » !</p>", "geek", "service")).toEqual(["geek", "service"]);
  });

  test("marks an inclusive word whole, and other forms of a word, as the search found them", () => {
    const [militantes] = wholeWords("militantes");
    const terms = [searchTerm(militantes!, false)];
    expect(markText(show("<p>Des militant·<em>e</em>·s, un militant, du militantisme.</p>"), terms).map(String)).toEqual(["militant·", "e", "·s", "militant"]);
  });

  test("marks a word with a typo only where the word itself is nowhere", () => {
    const [soupe] = wholeWords("soupe");
    const terms = [searchTerm(soupe!, false, 1)];
    expect(markText(show("<p>une coupe</p>"), terms).map(String)).toEqual(["coupe"]);
    expect(markText(show("<p>une coupe, une soupe</p>"), terms).map(String)).toEqual(["soupe"]);
  });

  test("marks nothing without terms", () => {
    expect(marked("<p>geek</p>")).toEqual([]);
  });
});

describe("showing marks", () => {
  const shown = (): string[] => Array.from(CSS.highlights.get("found") ?? [], String);

  test("keeps the marks of several owners apart", () => {
    const letter = show("<p>geek</p>");
    const other = show("<p>service</p>");
    showMarks(letter, markText(letter, [{ term: "geek", prefix: false }]));
    showMarks(other, markText(other, [{ term: "service", prefix: false }]));
    expect(shown()).toEqual(["geek", "service"]);
    clearMarks(letter);
    expect(shown()).toEqual(["service"]);
  });

  test("replaces what the same owner showed before", () => {
    const letter = show("<p>geek de service</p>");
    showMarks(letter, markText(letter, [{ term: "geek", prefix: false }]));
    showMarks(letter, markText(letter, [{ term: "service", prefix: false }]));
    expect(shown()).toEqual(["service"]);
  });
});

test("a mark leaves out a piece that ends before it, wherever that piece stands", () => {
  const places = [
    { node: new Text("cercle de récits"), start: 0 },
    { node: new Text("x"), start: 2 },
  ];
  expect(rangesOf(places, [[13, 16]]).map(String)).toEqual(["its"]);
});
