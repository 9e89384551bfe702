import { type Root, createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { userEvent } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type ReportHead, succeed } from "../../archive/model.ts";
import { marks } from "../../archive/text/marks.ts";
import type { ReportView } from "../../electron/contract.ts";
import type { ReportCalls } from "../../renderer/pdf/reportCalls.ts";
import { ReportSheet, type ReportSheetProps } from "../../renderer/pdf/ReportSheet.tsx";
import { startWords } from "../../renderer/words/i18n.ts";
import { makePdf, type PdfPage } from "../fixtures/makePdf.ts";
import "../../renderer/styles/tokens.css";
import "../../renderer/styles/base.css";

const pageCount = 40;
const romanPages = 4;
const pages: PdfPage[] = Array.from({ length: pageCount }, (_, index) => ({
  lines: [`Page ${index + 1}`, ...Array.from({ length: 20 }, () => "Du texte pour remplir."), `Le partage de la page ${index + 1}`, "La mutuali-", "sation des outils"],
}));
pages[9] = {
  lines: ["Vers la page 30", "Vers la lettre", "Vers le web"],
  links: [
    { line: 0, to: 30 },
    { line: 1, to: "relire://essai/2022-10#un-atelier" },
    { line: 2, to: "https://exemple.org/" },
  ],
};

const report: ReportHead = {
  kind: "report",
  id: "essai/rapport",
  collection: "essai",
  title: "Rapport",
  date: "2022",
  authors: [],
  subtitle: "",
  description: "",
  pageLabels: pages.map((_, index) => (index < romanPages ? (["i", "ii", "iii", "iv"][index] ?? "") : String(index + 1 - romanPages))),
  outline: [],
};

let root: Root;
let host: HTMLElement;
let requests: string[];
/** Visits are never the same twice in a window's life; those of a test begin after this. */
let visits = 0;

/** Answers as the shell's protocol does: by ranges; other addresses go their way. */
function serve(bytes: Uint8Array<ArrayBuffer> | null): void {
  const fetchReally = globalThis.fetch;
  vi.stubGlobal("fetch", async (address: string, request?: RequestInit) => {
    if (!String(address).startsWith("/archive/")) return fetchReally(address, request);
    const range = new Headers(request?.headers).get("Range") ?? "";
    requests.push(range);
    if (!bytes) return new Response(null, { status: 404 });
    const [, first = 0, last = 0] = (/bytes=(\d+)-(\d+)/.exec(range) ?? []).map(Number);
    const part = bytes.slice(first, last + 1);
    return new Response(part, { status: 206, headers: { "Content-Range": `bytes ${first}-${first + part.length - 1}/${bytes.length}` } });
  });
}

const told = { pages: [] as number[], jumps: [] as number[], links: [] as string[], copied: [] as string[], kept: [] as ReportView[] };

/** Answers as the librarian and the shell do, from what these pages hold. */
let calls: ReportCalls;
function answering(): ReportCalls {
  return calls;
}
function newCalls(): ReportCalls {
  return {
    async occurrences(request) {
      const terms = "terms" in request ? request.terms : [{ term: request.text.trim(), prefix: false }];
      const counted = pages.map(({ lines }, index) => ({ page: index + 1, count: marks(lines.join("\n"), terms).length }));
      return succeed({ terms, pages: counted.filter(({ count }) => count > 0) });
    },
    reportText: async () => succeed(pages.map(({ lines }) => lines.join("\n")).join("\n\n")),
    copyText: async (text) => {
      told.copied.push(text);
      return succeed(null);
    },
    reportView: async () => succeed(told.kept.at(-1) ?? null),
    keepReportView: async ({ view }) => {
      told.kept.push(view);
      return succeed(null);
    },
    saveReportCopy: async () => succeed(true),
    openReportOutside: async () => succeed(null),
    print: async () => succeed(true),
    memoryHeld: async () => 0,
    machineReading: async () => succeed({ unread: [], read: [], isKept: false }),
    machineLines: async () => succeed(null),
    readByMachine: async () => succeed(null),
    forgetMachine: async () => succeed(null),
  };
}

async function show(change: Partial<ReportSheetProps> = {}): Promise<void> {
  const words = await startWords("fr");
  const props: ReportSheetProps = {
    report,
    visit: visits + 1,
    page: 1,
    terms: [],
    words: "",
    colours: "paper",
    onColours: () => undefined,
    isBeside: null,
    onBeside: () => undefined,
    calls: answering(),
    onJump: (page) => told.jumps.push(page),
    onPage: (page) => told.pages.push(page),
    onLink: (href) => told.links.push(href),
    toolbar: (controls) => <header className="bar">{controls}</header>,
    ...change,
  };
  root.render(
    <I18nextProvider i18n={words}>
      <ReportSheet {...props} />
    </I18nextProvider>,
  );
}

const find = <Found extends Element = HTMLElement>(selector: string): Found => {
  const found = host.querySelector<Found>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const menuItem = (name: string): HTMLElement => {
  const item = [...document.querySelectorAll<HTMLElement>('[role^="menuitem"]')].find((each) => each.textContent?.startsWith(name));
  if (!item) throw new Error(`no ${name} in the menu`);
  return item;
};
const field = (): HTMLInputElement => find<HTMLInputElement>(".page-field input");
const marked = (): string[] => Array.from(CSS.highlights.get("found-page") ?? [], String);
const textOfPage = (page: number): string => host.querySelector(`[data-page-number="${page}"] .textLayer`)?.textContent ?? "";
/** Where an element or a mark stands in the pages' frame: 0 at its top, 1 at its bottom. */
function heightOf(shown: Element | Range): number {
  const frame = find(".report-pages").getBoundingClientRect();
  return (shown.getBoundingClientRect().top - frame.top) / frame.height;
}
const partage = [{ term: "partage", prefix: false }];
const soon = { timeout: 10_000, interval: 20 };

beforeEach(() => {
  requests = [];
  visits += 1000;
  for (const each of Object.values(told)) each.length = 0;
  calls = newCalls();
  host = document.createElement("div");
  host.style.cssText = "display: flex; flex-direction: column; width: 700px; height: 500px";
  document.body.replaceChildren(host);
  root = createRoot(host);
});

afterEach(() => {
  root.unmount();
  vi.unstubAllGlobals();
});

describe("a report", () => {
  test("opens at a page with its words marked, the first of them in view", async () => {
    serve(makePdf(pages, { romanPages }));
    await show({ page: 25, terms: partage });
    await expect.poll(() => marked().length, soon).toBeGreaterThan(0);
    await expect.poll(() => field().value, soon).toBe("21");
    const [first] = Array.from(CSS.highlights.get("found-page") ?? []) as Range[];
    expect(first?.startContainer.textContent).toBe("Le partage de la page 25");
    expect(heightOf(first!)).toBeGreaterThan(0.2);
    expect(heightOf(first!)).toBeLessThan(0.5);
    expect(find(".position").textContent).toBe("25 sur 40");
    expect(textOfPage(1), "the first page was not drawn on the way").toBe("");
    expect(told.pages).toEqual([25]);
  });

  test("marks words cut at the end of a line", async () => {
    serve(makePdf(pages, { romanPages }));
    await show({ page: 3, terms: [{ term: "mutualisation", prefix: false }] });
    await expect.poll(() => marked().slice(0, 2), soon).toEqual(["mutuali-", "sation"]);
  });

  test("moves for another visit and marks other words without being read again", async () => {
    serve(makePdf(pages, { romanPages }));
    await show({ page: 2, terms: partage });
    await expect.poll(() => marked().length, soon).toBeGreaterThan(0);
    await show({ visit: visits + 2, page: 33, terms: [{ term: "outils", prefix: false }] });
    await expect.poll(() => textOfPage(33), soon).toContain("Le partage de la page 33");
    await expect.poll(() => [...new Set(marked())], soon).toEqual(["outils"]);
    await expect.poll(() => told.pages.at(-1), soon).toBe(33);
    expect(requests).toHaveLength(1);
  });

  test("stays where the reader is when told the page that it told itself", async () => {
    serve(makePdf(pages, { romanPages }));
    await show({ page: 5 });
    await expect.poll(() => textOfPage(5), soon).not.toBe("");
    const top = find(".report-pages").scrollTop;
    await show({ page: 12 });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect(find(".report-pages").scrollTop).toBe(top);
  });

  test("goes to the page whose printed label is typed", async () => {
    serve(makePdf(pages, { romanPages }));
    await show({ page: 20 });
    await expect.poll(() => textOfPage(20), soon).not.toBe("");
    await userEvent.fill(field(), "iv");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => textOfPage(4), soon).toContain("Le partage de la page 4");
    expect(find(".position").textContent).toBe("4 sur 40");
    await userEvent.fill(field(), "iiii");
    await userEvent.keyboard("{Enter}");
    expect(field().getAttribute("aria-invalid")).toBe("true");
    await userEvent.keyboard("{Escape}");
    expect(field().value).toBe("iv");
  });

  test("keeps few pages drawn however many are read, and tells each that was rested on", async () => {
    serve(makePdf(pages, { romanPages }));
    await show({ terms: partage });
    for (let page = 1; page <= pageCount; page += 3) {
      await show({ visit: visits + page + 1, page, terms: partage });
      await expect.poll(() => textOfPage(page), soon).not.toBe("");
    }
    expect(host.querySelectorAll(".page canvas").length).toBeLessThanOrEqual(12);
    expect(marked().length).toBeLessThanOrEqual(12);
    await expect.poll(() => find("[aria-live]").textContent, soon).toMatch(/^page 36, 40 sur 40, 83\s%$/);
  });

  test("follows links inside itself, and hands the others over", async () => {
    serve(makePdf(pages, { romanPages }));
    await show({ page: 10 });
    await expect.poll(() => host.querySelectorAll(".linkAnnotation a").length, soon).toBe(3);
    const here = location.href;
    await userEvent.click(find('a[href^="relire:"]'));
    await userEvent.click(find('a[href^="https:"]'));
    expect(told.links).toEqual(["relire://essai/2022-10#un-atelier", "https://exemple.org/"]);
    await expect.poll(() => find('a[href^="relire:"]').getAttribute("aria-label"), soon).toBe("Vers la lettre");
    await userEvent.click(find(".linkAnnotation[data-internal-link] a"));
    await expect.poll(() => textOfPage(30), soon).not.toBe("");
    await expect.poll(() => told.pages.at(-1), soon).toBe(30);
    expect(told.links).toHaveLength(2);
    expect(location.href).toBe(here);
  });

  test("grows and shrinks between its limits, and fits the page", async () => {
    serve(makePdf(pages, { romanPages }));
    await show({});
    await expect.poll(() => textOfPage(1), soon).not.toBe("");
    find(".report-pages").scrollTop = 200;
    await userEvent.click(find('[aria-label="Affichage et actions"]'));
    await userEvent.click(menuItem("Page entière"));
    await expect.poll(() => find('.page[data-page-number="1"]').clientHeight, soon).toBeLessThanOrEqual(find(".report-pages").clientHeight);
    expect(heightOf(find('.page[data-page-number="1"]'))).toBeCloseTo(0, 1);
    const before = find('.page[data-page-number="1"]').clientWidth;
    await userEvent.click(find('[aria-label="Agrandir"]'));
    await expect.poll(() => find('.page[data-page-number="1"]').clientWidth, soon).toBeGreaterThan(before);
  });

  test("reads a large file by ranges, and not all of it", async () => {
    serve(makePdf(pages, { romanPages, padding: 24 * 2 ** 20 }));
    await show({ page: 40, terms: partage });
    await expect.poll(() => textOfPage(40), soon).toContain("Le partage de la page 40");
    const asked = requests.slice(1).reduce((sum, range) => {
      const [first = 0, last = 0] = (/(\d+)-(\d+)/.exec(range) ?? []).slice(1).map(Number);
      return sum + last - first + 1;
    }, 0);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(4 * 2 ** 20);
  });

  test("says that it cannot be opened, and why", async () => {
    serve(null);
    await show();
    await expect.poll(() => host.querySelector('[role="alert"]')?.textContent, soon).toContain("manque");
    expect(find("details code").textContent).toContain("404");
  });

  test("says that a damaged file cannot be opened", async () => {
    serve(new TextEncoder().encode("<html>not a report</html>"));
    await show();
    await expect.poll(() => host.querySelector("details code")?.textContent, soon).toContain("%PDF-");
  });

  test("leaves nothing behind", async () => {
    serve(makePdf(pages, { romanPages }));
    await show({ page: 8, terms: partage });
    await expect.poll(() => marked().length, soon).toBeGreaterThan(0);
    const canvases = [...host.querySelectorAll<HTMLCanvasElement>(".page canvas")];
    root.unmount();
    expect(marked()).toEqual([]);
    expect(canvases.every((canvas) => canvas.width === 0)).toBe(true);
    root = createRoot(host);
  });
});
