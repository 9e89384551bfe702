/**
 * What is lost in a small window or with larger, wider set text (WCAG 2.2: 1.4.4, 1.4.10, 1.4.12), and controls too small to be hit (2.5.8).
 * Runs in the page, over a view as it stands.
 */
import type { Page } from "@playwright/test";

/** As sentences. */
export async function cutOffIn(window: Page, view: string): Promise<string[]> {
  return (await window.evaluate(findCutOff)).map((each) => `${view}: ${each}`);
}

/** Sets text as WCAG 1.4.12 has it, over the app's own sheets; the app's policy allows no inline style, so by a constructed one. */
export async function spaceText(window: Page): Promise<void> {
  await window.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; } .textLayer * { letter-spacing: normal !important; word-spacing: normal !important; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

function findCutOff(): string[] {
  const found: string[] = [];
  const named = (element: Element): string => `${element.tagName.toLowerCase()}.${String(element.className)} "${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}"`;
  const inPages = (element: Element): boolean => element.closest(".report-pages") !== null && element.closest("button, form") === null;
  const top = [...document.querySelectorAll("[role=dialog], [role=alertdialog], [role=menu]")].at(-1) ?? document.body;
  const scrollers = [document.documentElement, ...document.querySelectorAll("main, .list, .list-scroller, .sheet, .sheet-scroller, .sheet-bar, .find-bar, .modal, .popover, .dialog, .rail")];
  for (const element of scrollers) {
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "hidden") found.push(`${named(element)} is ${element.scrollWidth} wide in ${element.clientWidth}`);
  }
  for (const control of top.querySelectorAll<HTMLElement>("button, input, select, textarea, summary, [role=tab], [role=menuitem], [role=option], a[href]")) {
    if (!control.checkVisibility({ visibilityProperty: true }) || inPages(control) || control.closest(".visually-hidden, [aria-hidden=true]")) continue;
    const { left, right, width, height } = control.getBoundingClientRect();
    const target = control.matches("input[type=radio], input[type=checkbox], input[type=range]") ? null : control;
    if (width === 0 || height === 0) continue;
    if (target && (left < -1 || right > innerWidth + 1) && !control.closest(".tabs, .visually-hidden")) found.push(`${named(control)} stands from ${Math.round(left)} to ${Math.round(right)} of ${innerWidth}`);
    // A link in a sentence is excepted.
    if (target && !control.matches("a, .prose *") && (width < 23.5 || height < 23.5)) found.push(`${named(control)} is ${Math.round(width)} by ${Math.round(height)}`);
  }
  return found;
}
