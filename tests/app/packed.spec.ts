/** The packed app itself: what is in it, what its fuses forbid, and Electron's security checklist asked of it while it runs. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractFile, getRawHeader, listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { publisherOf } from "../../build/packaging/publisher.mjs";
import { filesIn } from "../../build/packaging/sizes.mjs";
import { onPath } from "../../build/setup/onPath.mjs";
import { findRuntime } from "../../build/setup/runtime.mjs";
import { makePdf } from "../fixtures/makePdf.ts";
import { expect, test } from "./launch.ts";
import { marked } from "./marks.ts";
import { packApp, type PackedApp } from "./packedApp.ts";

let packed: PackedApp;
let archive: string;

test.skip(process.platform !== "linux", "started where it was packed: elsewhere its folders have other names");

test.beforeAll(async () => {
  packed = await packApp();
  archive = join(packed.folder, "resources/app.asar");
});

test("it holds the shell, the window, the archive and the licences, and nothing else", () => {
  const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll("\\", "/"));
  expect([...new Set(files.map((path) => path.split("/")[1] ?? ""))].sort()).toEqual(["archive", "package.json", "shell", "window"]);
  expect(files.filter((path) => /node_modules|\.(?:ts|tsx|map)$|buildContent|cli\.cjs|typst/.test(path))).toEqual([]);
  expect(readdirSync(join(packed.folder, "resources"))).toEqual(["app.asar"]);
  expect(JSON.parse(extractFile(archive, "package.json").toString("utf8"))).toMatchObject({ name: "relire", productName: "Relire", main: "shell/main.cjs" });
  for (const licence of ["LICENSE.relire.txt", "LICENSES.relire.txt", "LICENSE.electron.txt", "LICENSES.chromium.html"]) expect(existsSync(join(packed.folder, licence)), licence).toBe(true);
  expect(readFileSync(join(packed.folder, "LICENSES.relire.txt"), "utf8")).toMatch(/^minisearch [\d.]+$/m);
});

test("it brings what catalogues of programs tell of it, where an AppImage is searched for it", () => {
  const { appId } = publisherOf(process.env);
  const file = join(packed.folder, "usr/share/metainfo", `${appId}.metainfo.xml`);
  const text = readFileSync(file, "utf8");
  const { version } = JSON.parse(extractFile(archive, "package.json").toString("utf8")) as { version: string };
  expect(text).toContain(`<id>${appId}</id>`);
  expect(text).toContain(`<release version="${version}"`);
  test.skip(!onPath("appstreamcli"), "there is no appstreamcli (Debian: appstream) to check it");
  const { status, stdout } = spawnSync("appstreamcli", ["validate", "--no-net", file], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  expect(status, stdout).toBe(0);
});

test("it weighs less than the Electron it stands on: the languages nobody can choose stay behind", async () => {
  const { directory } = await findRuntime();
  const bytes = (folder: string): number => filesIn(folder).filter(({ path }) => path !== "relire-driven").reduce((sum, file) => sum + file.bytes, 0);
  expect(bytes(packed.folder)).toBeLessThan(bytes(directory));
  expect(readdirSync(join(packed.folder, "locales")).sort()).toEqual(["en-GB.pak", "en-US.pak", "fr.pak"]);
});

test("its fuses are set: no Node, no inspector, no code from elsewhere", async () => {
  const wire = await getCurrentFuseWire(packed.executable);
  // The wire holds a character for each fuse.
  const isOn = (fuse: FuseV1Options): boolean => String.fromCharCode(wire[fuse] ?? 0) === "1";
  const forbidden = [FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments, FuseV1Options.GrantFileProtocolExtraPrivileges];
  const wanted = [FuseV1Options.EnableCookieEncryption, FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar];
  expect(forbidden.filter(isOn)).toEqual([]);
  expect(wanted.filter((fuse) => !isOn(fuse))).toEqual([]);
});

test("every file in it has the SHA-256 that its header tells", () => {
  const { header } = getRawHeader(archive);
  expect(header).toHaveProperty("files");
  const files = listPackage(archive, { isPack: false }).map((path) => path.slice(1));
  const entryOf = (path: string): AsarEntry | undefined => path.split("/").reduce<AsarEntry | undefined>((entry, name) => entry?.files?.[name], header as AsarEntry);
  const checked = files.flatMap((path) => {
    const entry = entryOf(path);
    return entry?.integrity ? [{ path, isRight: createHash("sha256").update(extractFile(archive, path)).digest("hex") === entry.integrity.hash }] : [];
  });
  expect(checked.length).toBeGreaterThan(50);
  expect(checked.filter(({ isRight }) => !isRight)).toEqual([]);
  expect(files.filter((path) => !entryOf(path)?.files && !entryOf(path)?.integrity), "files without a hash").toEqual([]);
});

test("it does not become Node, loads no code beside its own, and opens no inspector", async () => {
  const folder = await mkdtemp(join(tmpdir(), "relire-beside-"));
  const evil = join(folder, "evil.cjs");
  await writeFile(evil, "process.stdout.write('ran')");
  const beside = join(packed.folder, "resources/app");
  await mkdir(beside);
  await writeFile(join(beside, "package.json"), JSON.stringify({ name: "evil", main: "main.js" }));
  await writeFile(join(beside, "main.js"), "process.stdout.write('ran'); process.exit()");
  try {
    const { status, stdout, stderr } = spawnSync(packed.executable, [...sandbox, "--inspect=0", "--archive=/nowhere", evil], {
      encoding: "utf8",
      timeout: 20_000,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: `--require=${evil}` },
    });
    expect(stdout).toBe("");
    expect(stderr).toContain("--archive: /nowhere is not a folder.");
    expect(stderr).not.toContain("Debugger listening");
    expect(status).toBe(1);
  } finally {
    await rm(beside, { recursive: true });
    await rm(folder, { recursive: true });
  }
});

test("it opens, from inside its own archive: a letter, its pictures, a report by range, a search", async ({ app: { electron, window } }) => {
  expect(await electron.evaluate(({ app }) => [app.isPackaged, app.getName(), app.getAppPath().endsWith("resources/app.asar")])).toEqual([true, "Relire", true]);
  await window.getByRole("combobox").fill("geek de service");
  await window.getByRole("option", { name: /^Une analyse/ }).click();
  await expect(window.getByRole("heading", { name: "Une analyse", level: 2 })).toBeVisible();
  await expect.poll(() => window.locator("article img, main img").evaluateAll((pictures) => pictures.some((each) => (each as HTMLImageElement).naturalWidth > 0))).toBe(true);
  await window.getByRole("combobox").fill("Lisez une fiche en entier avant de l'essayer");
  await window.getByRole("option", { name: /Page iii/ }).click();
  await expect(window.getByRole("textbox", { name: "Aller à la page" })).toHaveValue("iii");
  await expect.poll(async () => (await marked(window, "found-page")).map(({ text }) => text.toLowerCase())).toContain("fiche");
});

test("it is made the system's program for its links once a start, not with every loading of the window", async ({ app: { electron, window } }) => {
  const isPainted = async (): Promise<void> => {
    await window.waitForFunction(() => !("isBefore" in globalThis) && performance.getEntriesByName("painted").length > 0);
    // What the window asked before is heard before.
    await window.evaluate(() => globalThis.window.relire.about());
  };
  await isPainted();
  await window.evaluate(() => void Object.assign(globalThis, { isBefore: true }));
  await electron.evaluate(({ app, BrowserWindow }) => {
    const counted = Object.assign(globalThis, { registered: 0 });
    app.setAsDefaultProtocolClient = () => (counted.registered += 1) > 0;
    BrowserWindow.getAllWindows()[0]?.webContents.reload();
  });
  await isPainted();
  expect(await electron.evaluate(() => Reflect.get(globalThis, "registered"))).toBe(0);
});

test("it reads PDFs in their own process, though nothing in it starts as Node", async ({ launch, archiveCopy }) => {
  await writeFile(join(archiveCopy, "reports/la-derivation/mutualisons-2022/report.pdf"), makePdf([{ lines: ["Un hippopotame"] }]));
  const { window } = await launch({ archive: archiveCopy });
  await window.getByRole("combobox").fill("hippopotame");
  await expect(window.getByRole("option")).toHaveCount(1);
});

/** Chromium's sandbox cannot run as root. */
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

interface AsarEntry {
  files?: Record<string, AsarEntry>;
  integrity?: { algorithm: string; hash: string };
}
