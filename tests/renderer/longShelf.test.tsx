/** A shelf of hundreds of letters: made as far as it is looked at, and whole for those who go on to its end. */
import { type Root, createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { page, userEvent } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LetterHead } from "../../archive/model.ts";
import { describeLibrary, LibraryContext } from "../../renderer/library.ts";
import { LetterList } from "../../renderer/shelf/LetterList.tsx";
import "../../renderer/shelf/list.css";
import { startWords } from "../../renderer/words/i18n.ts";

const letters = Array.from({ length: 300 }, (_, index): LetterHead => {
  const date = `${2022 - Math.floor(index / 12)}-${String(12 - (index % 12)).padStart(2, "0")}`;
  return { kind: "letter", id: `essai/l${index}`, collection: "essai", title: `Lettre ${index}`, date, authors: [], sections: [] };
});
const library = describeLibrary(
  {
    collections: [{ id: "essai", title: "Essai", description: "", language: "fr", sample: false, elsewhere: [] }],
    rubrics: [],
    documents: letters,
    troubles: [],
    imported: [],
    coverage: { reportsWithoutText: 0, pagesWithoutText: 0, closedDocuments: 0 },
  },
  [],
);

let root: Root;
let host: HTMLElement;

async function show(current: string | null): Promise<void> {
  const words = await startWords("fr");
  root.render(
    <I18nextProvider i18n={words}>
      <LibraryContext value={library}>
        <LetterList collection={null} current={current} currentSection={null} grouping="year" onGrouping={() => undefined} onOpen={() => undefined} />
      </LibraryContext>
    </I18nextProvider>,
  );
  await expect.element(page.getByRole("button", { name: /^Lettre 0/ })).toBeInTheDocument();
}

const rows = () => host.querySelectorAll(".row").length;

beforeEach(() => {
  host = document.createElement("div");
  host.style.cssText = "height: 400px; overflow: auto";
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  host.remove();
});

describe("a long shelf", () => {
  test("shows a few screenfuls at first, and more as its end comes near, to the last", async () => {
    await show(null);
    expect(rows()).toBeLessThan(200);
    await vi.waitFor(() => {
      host.scrollTop = host.scrollHeight;
      expect(rows()).toBe(letters.length);
    });
    expect(page.getByRole("button", { name: "Montrer la suite" }).query()).toBeNull();
  });

  test("goes on at a press too", async () => {
    await show(null);
    const before = rows();
    host.style.height = "0";
    page.getByRole("button", { name: "Montrer la suite" }).element().focus();
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(rows()).toBeGreaterThan(before));
  });

  test("has the letter that is being read, wherever it stands", async () => {
    await show("essai/l250");
    expect(host.querySelector('[aria-current="true"]')?.textContent).toContain("Lettre 250");
  });
});
