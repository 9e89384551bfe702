import { afterEach, describe, expect, test } from "vitest";
import { showText } from "../../archive/text/shownText.ts";
import { noteShown } from "../../renderer/comfort/shownTexts.ts";
import { paragraphAt, paragraphsIn, paragraphText } from "../../renderer/letter/paragraphs.ts";

afterEach(() => document.body.replaceChildren());

function body(html: string): HTMLElement {
  const element = document.createElement("div");
  element.innerHTML = html;
  document.body.append(element);
  return element;
}

describe("paragraphsIn", () => {
  test("gives every block once, in reading order", () => {
    const prose = body(
      `<p>Un</p><h3>Deux</h3><blockquote><p>Trois</p></blockquote><ul><li>Quatre<ul><li>Cinq</li></ul></li><li><p>Six</p><p>Sept</p></li></ul>
       <figure><img alt="Une image"><figcaption>Huit</figcaption></figure><table><tbody><tr><td>Neuf</td><td>et demi</td></tr></tbody></table>
       <pre><code>Dix</code></pre><div><button class="report-card"><span aria-hidden="true">PDF</span>Onze</button></div><hr><p> </p>`,
    );
    expect(paragraphsIn(prose).map(paragraphText)).toEqual(["Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit", "Neuf", "et demi", "Dix", "Onze"]);
  });

  test("keeps a picture without words", () => {
    expect(paragraphsIn(body(`<figure><img alt="Une image"></figure>`))).toHaveLength(1);
  });
});

test("a paragraph says what is stored, without what the window adds", () => {
  const prose = body(`<p>Les <span></span> <a>lisent<span class="visually-hidden"> (lien web)</span><span class="note"> (absent)</span></a>.</p>`);
  const shown = showText("usager·es", [{ from: 0, to: 9, text: "usagers et usagères" }]);
  const span = prose.querySelector("span");
  span?.append(shown.text);
  if (span) noteShown(span, shown);
  expect(paragraphsIn(prose).map(paragraphText)).toEqual(["Les usager·es lisent."]);
});

test("what is displayed belongs to the innermost paragraph", () => {
  const prose = body(`<ul><li>Un <em>mot</em><ul><li>deux</li></ul></li></ul>`);
  const word = prose.querySelector("em")?.firstChild;
  expect(word && paragraphAt(word)?.localName).toBe("li");
  expect(paragraphAt(prose)).toBeNull();
});
