import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isInstalled, refuseOldNode } from "../../build/setup/install.mjs";

const react = { version: "19.3.1", integrity: "sha512-a" };
const elsewhere = { version: "1.0.0", integrity: "sha512-b", optional: true };
const dependencies = { react: "19.3.1" };

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "relire-install-"));
  await put("package.json", { dependencies });
  await put("package-lock.json", {
    packages: { "": { dependencies }, "node_modules/react": react, "node_modules/fsevents": elsewhere },
  });
});

afterEach(() => rm(folder, { recursive: true }));

describe("isInstalled", () => {
  test("is false without node_modules", () => {
    expect(isInstalled(folder)).toBe(false);
  });

  test("is true when npm's own note agrees with the lock, and stays so", async () => {
    await note({ "node_modules/react": react });
    expect(isInstalled(folder)).toBe(true);
    expect(isInstalled(folder)).toBe(true);
  });

  test("is false once the lock asks for another version", async () => {
    await note({ "node_modules/react": react });
    expect(isInstalled(folder)).toBe(true);
    const newer = { version: "19.4.0", integrity: "sha512-c" };
    await put("package-lock.json", { packages: { "": { dependencies }, "node_modules/react": newer } });
    expect(isInstalled(folder)).toBe(false);
  });

  test("is false when package.json asks for what the lock does not know", async () => {
    await note({ "node_modules/react": react });
    await put("package.json", { dependencies: { ...dependencies, zod: "4.6.7" } });
    expect(isInstalled(folder)).toBe(false);
  });

  test.each([
    ["a package is missing", {}],
    ["a package has another content", { "node_modules/react": { ...react, integrity: "sha512-z" } }],
    ["a package is there that is not locked", { "node_modules/react": react, "node_modules/left-pad": react }],
  ])("is false when %s", async (_, packages) => {
    await note(packages);
    expect(isInstalled(folder)).toBe(false);
  });
});

test("an old Node is refused in a sentence", () => {
  expect(() => refuseOldNode("20.18.3")).toThrow("Relire needs Node 20.19 or newer; this is Node 20.18.3.");
  expect(() => refuseOldNode("18.20.0")).toThrow("Relire needs Node 20.19");
  expect(() => refuseOldNode("20.19.0")).not.toThrow();
  expect(() => refuseOldNode("24.1.0")).not.toThrow();
});

function note(packages: object): Promise<void> {
  return put("node_modules/.package-lock.json", { packages });
}

async function put(path: string, content: object): Promise<void> {
  const file = join(folder, path);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, JSON.stringify(content));
}
