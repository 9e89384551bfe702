/** A booklet's pages in the order in which they are printed, and a kit that is whole or says what is not. */
import { existsSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bookletOrder } from "../../electron/bookletOrder.ts";
import { writeKit } from "../../electron/writeKit.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const files = new Map([["un.pdf", new Uint8Array([1, 2, 3])], ["LISEZMOI.txt", new TextEncoder().encode("Bonjour")]]);

test("a folded booklet reads in order", () => {
  expect(bookletOrder(4)).toEqual([[3, 0], [1, 2]]);
  expect(bookletOrder(5)).toEqual([[null, 0], [1, null], [null, 2], [3, 4]]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
      const sides = bookletOrder(count);
      expect(sides.flat().filter((page) => page !== null).toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, page) => page));
      expect(sides.length % 2).toBe(0);
    }),
  );
});

test("a kit is a folder of its own, with all its files", async () => {
  expect(await writeKit(folder.path, "Atelier", files)).toEqual({ ok: true, value: { folder: "Atelier", files: ["un.pdf", "LISEZMOI.txt"], bytes: 10 } });
  expect(folder.read("Atelier/LISEZMOI.txt")).toBe("Bonjour");
  expect(await writeKit(folder.path, "Atelier", files)).toMatchObject({ ok: true, value: { folder: "Atelier (2)" } });
  expect(readdirSync(folder.path).toSorted()).toEqual(["Atelier", "Atelier (2)"]);
});

test("a key that is gone, and a file that cannot be written, are said; nothing that looks whole is left", async () => {
  expect(await writeKit(folder.at("gone"), "Atelier", files)).toMatchObject({ ok: false, failure: { code: "kit-failed", title: "Atelier" } });
  const bad = new Map([...files, ["pas/la.pdf", new Uint8Array()]]);
  expect(await writeKit(folder.path, "Atelier", bad)).toMatchObject({ ok: false, failure: { code: "kit-failed", title: "pas/la.pdf" } });
  expect(existsSync(folder.at("Atelier"))).toBe(false);
});
