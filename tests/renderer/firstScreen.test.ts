import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Exposed } from "../../electron/contract.ts";
import { drawScreen } from "../../renderer/firstScreen/draw.ts";
import { handOver, showFirstScreen } from "../../renderer/firstScreen/show.ts";

const paragraphs = Array.from({ length: 80 }, (_, index) => `<p style="margin: 20px 0">Paragraphe ${index}, assez long pour se reconnaître.</p>`);
const letter = `<div class="sheet-scroller" style="height: 300px; overflow: auto">${paragraphs.join("")}</div>`;
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("div");
  root.id = "root";
  document.body.append(root);
});
afterEach(() => {
  handOver();
  for (const each of [root, ...document.querySelectorAll(".first-screen")]) each.remove();
});

function showApp(html: string): HTMLElement {
  root.innerHTML = `<div class="home">${html}</div>`;
  return root.querySelector<HTMLElement>(".sheet-scroller") ?? root;
}

/** The next start: nothing there but what was kept. */
async function start(kept: unknown): Promise<HTMLElement | null> {
  root.replaceChildren();
  window.relire = { firstScreen: () => (typeof kept === "string" ? kept : JSON.stringify(kept)) } as unknown as Exposed;
  await showFirstScreen().catch(() => undefined);
  return document.querySelector<HTMLElement>(".first-screen");
}

const topOf = (element: Element | null | undefined): number => element?.getBoundingClientRect().top ?? Number.NaN;
const paragraph = (within: ParentNode, index: number) => [...within.querySelectorAll("p")].find(({ textContent }) => textContent.startsWith(`Paragraphe ${index},`));

describe("the screen that one left", () => {
  test("is there again, scrolled as it was, out of reach of hands and screen readers", async () => {
    showApp(letter).scrollTop = 1234;
    const places = [31, 32, 35].map((index) => topOf(paragraph(root, index)) - topOf(root));
    const screen = await start(drawScreen());
    expect(screen).toMatchObject({ inert: true, ariaHidden: "true" });
    for (const [at, index] of [31, 32, 35].entries()) expect(topOf(paragraph(screen as HTMLElement, index)) - topOf(screen), `paragraph ${index}`).toBeCloseTo(places[at] as number, 0);
  });

  test("holds no more than what was to be seen", () => {
    showApp(letter).scrollTop = 1234;
    const text = JSON.stringify(drawScreen());
    expect(text).toContain("Paragraphe 33,");
    expect(text).not.toContain("Paragraphe 79,");
    expect(paragraphs.filter((_, index) => text.includes(`Paragraphe ${index},`)).length).toBeLessThan(60);
  });

  test("goes once the app shows the same, which then stands in its place", async () => {
    showApp(letter).scrollTop = 1234;
    const screen = await start(drawScreen());
    const before = topOf(paragraph(screen as HTMLElement, 33));
    handOver();
    expect(screen?.isConnected).toBe(true);
    showApp(letter);
    await expect.poll(() => screen?.isConnected).toBe(false);
    expect(topOf(paragraph(root, 33)) - topOf(root)).toBeCloseTo(before, 0);
  });

  test("goes after a second, whatever the app shows", async () => {
    showApp(letter);
    const screen = await start(drawScreen());
    showApp("<p>Autre chose</p>");
    handOver();
    await expect.poll(() => screen?.isConnected, { timeout: 3000 }).toBe(false);
  });

  test("is not shown to another window, nor when it does not read", async () => {
    showApp(letter);
    const kept = drawScreen();
    expect(await start(null)).toBeNull();
    expect(await start("{ half")).toBeNull();
    expect(await start({ screen: 1 })).toBeNull();
    expect(await start({ ...kept, circumstances: { ...kept?.circumstances, width: 1 } })).toBeNull();
    expect(await start(kept)).not.toBeNull();
  });

  test("keeps what a field shows, but never a password", async () => {
    showApp('<textarea></textarea><input class="a" /><input class="b" type="password" value="inscrit" />');
    for (const [name, value] of [["a", "geek"], ["b", "secret"]] as const) (root.querySelector(`.${name}`) as HTMLInputElement).value = value;
    (root.querySelector("textarea") as HTMLTextAreaElement).value = "deux\nlignes";
    const kept = drawScreen();
    expect(JSON.stringify(kept)).not.toMatch(/secret|inscrit/);
    const screen = await start(kept);
    expect(screen?.querySelector<HTMLInputElement>(".a")?.value).toBe("geek");
    expect(screen?.querySelector("textarea")?.value).toBe("deux\nlignes");
  });

  test("shows what was painted on a canvas", async () => {
    showApp('<canvas width="20" height="10"></canvas>');
    const painted = root.querySelector("canvas")?.getContext("2d") as CanvasRenderingContext2D;
    painted.fillStyle = "rgb(200, 40, 40)";
    painted.fillRect(0, 0, 20, 10);
    const canvas = (await start(drawScreen()))?.querySelector("canvas") as HTMLCanvasElement;
    expect([canvas.width, canvas.height]).toEqual([20, 10]);
    const shown = (canvas.getContext("2d") as CanvasRenderingContext2D).getImageData(10, 5, 1, 1).data;
    for (const [channel, was] of [200, 40, 40].entries()) expect(Math.abs((shown[channel] ?? 0) - was)).toBeLessThan(12);
  });

  test("acts on nothing and leads nowhere, even when somebody wrote in its file", async () => {
    showApp('<a href="https://example.org/" id="x" onclick="alert()">lien</a><svg viewBox="0 0 1 1"><path d="M0 0" /></svg>');
    const kept = drawScreen();
    expect(JSON.stringify(kept)).not.toMatch(/example|onclick|"id"/);
    const evil = [
      { tag: "script", children: ["document.title = 'ran'"] },
      { tag: "iframe", attributes: { src: "https://example.org/", srcdoc: "<p>" } },
      { tag: "img", attributes: { src: "https://example.org/x.png", onerror: "document.title = 'ran'" } },
      { tag: "a", attributes: { href: "javascript:alert()", id: "root", style: "color: red", autofocus: "" } },
      { tag: "svg", children: [{ tag: "use", attributes: { href: "#x" } }, { tag: "foreignObject", children: [{ tag: "script", children: ["1"] }] }] },
      { tag: "canvas", picture: "https://example.org/x.png" },
      { tag: "<b>", children: ["<script>document.title = 'ran'</script>"] },
    ];
    const screen = await start({ ...kept, screen: { tag: "div", children: evil } });
    expect(screen?.innerHTML).toBe(
      '<div style=""><span style="">document.title = \'ran\'</span><span style=""></span><img style=""><a style=""></a><svg style=""><span style=""></span><span style=""><span style="">1</span></span></svg><canvas style=""></canvas><span style="">&lt;script&gt;document.title = \'ran\'&lt;/script&gt;</span></div>',
    );
  });
});
