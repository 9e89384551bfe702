import { existsSync, readdirSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { NewerProfileFile } from "../../electron/readProfileFile.ts";
import { openSettings } from "../../electron/settings.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const first = { theme: "system", language: "system", hiddenCollections: [], searchOrder: "relevance", recentSearches: [], shelfGrouping: "year", listWidth: 376 };
const defaults = {
  ...first,
  currentDossier: null,
  pageColours: "paper",
  readBeside: true,
  besideShare: 50,
  shortcuts: {},
  singleKeys: true,
  offersUpdates: false,
  tourSeen: false,
  textFace: "serif",
  textSize: 18,
  lineHeight: 1.6,
  lineWidth: 65,
  isJustified: false,
  frenchTypography: true,
  inclusiveInFull: false,
  reducedMotion: false,
  speechRate: 1,
  voice: null,
  noteNames: { keep: "", discuss: "", check: "", idea: "" },
  quoteStyle: "note",
  quoteForm: "text",
};
const written = (): unknown => JSON.parse(folder.read("settings.json"));

describe("settings", () => {
  test("are the defaults when there is no file, and write none by themselves", () => {
    const settings = openSettings(folder.path);
    expect(settings.current()).toEqual(defaults);
    expect(settings.troubles).toEqual([]);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test("are found again as they were changed", async () => {
    const settings = openSettings(folder.path);
    expect(await settings.change({ theme: "dark", hiddenCollections: ["les-passerelles"] })).toEqual({ ...defaults, theme: "dark", hiddenCollections: ["les-passerelles"] });
    expect(openSettings(folder.path).current()).toEqual(settings.current());
  });

  test("hold at once, before they are written", () => {
    const settings = openSettings(folder.path);
    const writing = settings.change({ theme: "dark" });
    expect(settings.current().theme).toBe("dark");
    return writing;
  });

  test("of an older file get the defaults for what it does not have", () => {
    folder.put("settings.json", '{"theme":"light"}');
    expect(openSettings(folder.path)).toMatchObject({ troubles: [] });
    expect(openSettings(folder.path).current()).toEqual({ ...defaults, theme: "light" });
  });

  test("of the first version are read as they were", () => {
    folder.put("settings.json", JSON.stringify({ ...first, theme: "dark", recentSearches: ["geek"], listWidth: 420 }));
    const settings = openSettings(folder.path);
    expect(settings.troubles).toEqual([]);
    expect(settings.current()).toEqual({ ...defaults, theme: "dark", recentSearches: ["geek"], listWidth: 420 });
  });

  test("keep in their file what they do not know", async () => {
    folder.put("settings.json", JSON.stringify({ ...defaults, theme: "light", shelf: "wide" }));
    const settings = openSettings(folder.path);
    expect(settings.current()).toEqual({ ...defaults, theme: "light" });
    expect(settings.troubles).toEqual([]);
    await settings.change({ theme: "dark" });
    expect(written()).toEqual({ format: 1, ...defaults, theme: "dark", shelf: "wide" });
  });

  test("of a later format are left as they are; what is changed holds, and is said not to be kept", async () => {
    const later = JSON.stringify({ format: 2, theme: { name: "dark" } });
    folder.put("settings.json", later);
    const settings = openSettings(folder.path);
    expect(settings.troubles).toEqual([{ code: "profile-newer", file: folder.at("settings.json") }]);
    await expect(settings.change({ theme: "dark" })).rejects.toThrow(NewerProfileFile);
    expect(settings.current()).toEqual({ ...defaults, theme: "dark" });
    expect(readdirSync(folder.path)).toEqual(["settings.json"]);
    expect(folder.read("settings.json")).toBe(later);
  });

  test("changed many times at once keep every last change", async () => {
    const settings = openSettings(folder.path);
    const widths = Array.from({ length: 30 }, (_, index) => 300 + index);
    await Promise.all([...widths.map((listWidth) => settings.change({ listWidth })), settings.change({ theme: "dark" }), settings.change({ language: "en" })]);
    expect(settings.current()).toEqual({ ...defaults, theme: "dark", language: "en", listWidth: 329 });
    expect(written()).toEqual({ format: 1, ...settings.current() });
    expect(readdirSync(folder.path)).toEqual(["settings.json"]);
  });

  test("that cannot be written say so, hold all the same, and are written with the next change", async () => {
    folder.put("profile", "a file where the folder should be");
    const settings = openSettings(folder.at("profile"));
    await expect(settings.change({ theme: "dark" })).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(settings.current().theme).toBe("dark");
    rmSync(folder.at("profile"));
    await settings.change({ language: "en" });
    expect(openSettings(folder.at("profile")).current()).toEqual({ ...defaults, theme: "dark", language: "en" });
  });
});

describe("settings that do not read", () => {
  test.each([
    ["cut short", '{"theme":"dar'],
    ["empty", ""],
    ["of a wrong value", '{"theme":"pink"}'],
    ["of a wrong kind", '{"hiddenCollections":"les-passerelles"}'],
    ["a list", "[1]"],
    ["a word", '"dark"'],
    ["a number", "42"],
    ["null", "null"],
    ["binary", "\0\u0001\u0002"],
  ])("%s: are set aside, kept, and said", async (_, text) => {
    folder.put("settings.json", text);
    const settings = openSettings(folder.path);
    expect(settings.current()).toEqual(defaults);
    expect(settings.troubles).toMatchObject([{ code: "settings-damaged", file: folder.at("settings.json.damaged") }]);
    expect(existsSync(folder.at("settings.json"))).toBe(false);
    expect(folder.read("settings.json.damaged")).toBe(text);

    await settings.change({ theme: "dark" });
    expect(openSettings(folder.path).troubles).toEqual([]);
    expect(folder.read("settings.json.damaged")).toBe(text);
  });
});
