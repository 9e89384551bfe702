/** What a report leaves in the window's memory as it is read: counted after a full collection, not weighed or timed. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import { makePdf } from "../fixtures/makePdf.ts";
import { expect, test } from "./launch.ts";

const report = "reports/la-derivation/mutualisons-2022/report.pdf";
/** Of a size that makes a page's own lines outweigh what else the window may hold. */
const lines = 30;
const pages = Array.from({ length: 150 }, (_, page) => ({ lines: Array.from({ length: lines }, (_, line) => `Hippopotame ${page + 1}.${line + 1}`) }));
/** pdf.js keeps ten pages, or as many as are in view; on a busy machine as many again are on their way in or out. Of what stays behind there would be 150. */
const mostDrawn = 30;

/** How many of such objects are alive, whether in the document or not, and how many of them are so as `counts` says. */
async function alive(session: CDPSession, kind: string, counts = "() => true"): Promise<number> {
  const { result: prototype } = await session.send("Runtime.evaluate", { expression: `${kind}.prototype`, objectGroup: "alive" });
  // Collects all garbage before it looks.
  const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: prototype.objectId ?? "", objectGroup: "alive" });
  const declaration = `function () { return this.filter(${counts}).length; }`;
  const { result } = await session.send("Runtime.callFunctionOn", { objectId: objects.objectId ?? "", functionDeclaration: declaration, returnByValue: true });
  await session.send("Runtime.releaseObjectGroup", { objectGroup: "alive" });
  return Number(result.value);
}

/** A collection spares what an earlier one, still under way, had found alive: what is garbage goes with one of the next, what is held never does. */
async function expectAtMost(most: number, session: CDPSession, kind: string, counts?: string): Promise<void> {
  await expect.poll(() => alive(session, kind, counts), { message: `${kind} ${counts ?? ""}` }).toBeLessThanOrEqual(most);
}

async function turnTo(window: Page, last: number, first: number): Promise<void> {
  for (let page = first; page <= last; page++) {
    await window.getByRole("button", { name: "Page suivante", exact: true }).click();
    await expect(window.locator(`.page[data-page-number="${page}"] .endOfContent`)).toBeAttached();
  }
}

test("a report read from page to page leaves nothing of the pages behind", async ({ launch, archiveCopy }) => {
  await writeFile(join(archiveCopy, report), makePdf(pages));
  const { window } = await launch({ archive: archiveCopy });
  await window.getByRole("combobox").fill("hippopotame");
  await window.getByRole("option").first().waitFor();
  await window.getByRole("button", { name: /^Rapports/ }).click();
  await window.getByRole("button", { name: /Mutualisons/ }).first().click();
  await expect(window.locator('.page[data-page-number="1"] .endOfContent')).toBeAttached();
  const session = await window.context().newCDPSession(window);
  await turnTo(window, pages.length - 2, 2);

  await expectAtMost(mostDrawn, session, "HTMLCanvasElement", "(each) => each.width > 0");
  await expectAtMost(mostDrawn, session, "HTMLDivElement", '(each) => each.classList.contains("textLayer")');
  await expectAtMost(mostDrawn * lines, session, "HTMLSpanElement", '(each) => each.closest(".textLayer")');
  await expectAtMost(mostDrawn * lines, session, "Object", '(each) => "str" in each && String(each.str).startsWith("Hippopotame")');
  await expectAtMost(60, session, "FontFace");
});

test("the worker that reads reports gives way to another now and then, and is not kept", async ({ app: { window } }) => {
  let started = 0;
  window.on("worker", () => (started += 1));
  await window.getByRole("button", { name: /^Rapports/ }).click();
  for (let opened = 0; opened < 10; opened++) {
    await window.getByRole("button", { name: opened % 2 === 0 ? /Mutualisons/ : /Veillées/ }).first().click();
    await expect(window.locator(".page canvas").first()).toBeVisible();
  }
  expect(started).toBe(2);
  await expect.poll(() => window.workers().length).toBe(1);
});
