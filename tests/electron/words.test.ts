/** The words of the interface against the sources that say them: read as text, so in Node. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { noteCodes } from "../../archive/draft.ts";
import { failureCodes } from "../../archive/model.ts";
import { actionGroups, actionIds } from "../../electron/actions.ts";
import { en } from "../../renderer/words/en.ts";
import { fr } from "../../renderer/words/fr.ts";
import { projectFolder } from "../fixtures/built.ts";
import { writtenWords } from "../fixtures/writtenWords.ts";

interface Messages {
  [key: string]: string | Messages;
}

/** Messages by their whole key: `search.summary_one`. */
function flatten(messages: Messages, before = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) => (typeof value === "string" ? [[before + key, value]] : flatten(value, `${before}${key}.`)));
}

const french = new Map(flatten(fr));
const english = new Map(flatten(en));
const plural = /_(?:zero|one|other)$/;

/** The sources of the window, and of the menu, without the words themselves. */
const sources = readdirSync(join(projectFolder, "renderer"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("words"))
  .map((name) => readFileSync(join(projectFolder, "renderer", name), "utf8"))
  .join("\n");
const menu = readFileSync(join(projectFolder, "electron/menu.ts"), "utf8");
const palette = readFileSync(join(projectFolder, "renderer/palette/Palette.tsx"), "utf8");
const dialogs = readFileSync(join(projectFolder, "electron/dialogs.ts"), "utf8");
const handouts = ["kits.ts", "handoutSaying.ts"].map((name) => readFileSync(join(projectFolder, "electron", name), "utf8")).join("\n");
const noted = readFileSync(join(projectFolder, "electron/notesSaying.ts"), "utf8");
const health = readFileSync(join(projectFolder, "electron/windowHealth.ts"), "utf8");

const said = new Set([
  ...[...handouts.matchAll(/\bwords\.(\w+)/g)].map(([, key]) => `dossier.${key}`),
  ...[...noted.matchAll(/\bwords\.(\w+)/g)].map(([, key]) => `notes.${key}`),
  ...[...sources.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key]) => key ?? ""),
  ...failureCodes.map((code) => `trouble.${code}`),
  ...noteCodes.map((code) => `note.${code}`),
  ...actionIds.map((id) => `actions.${id}`),
  ...actionGroups.map((group) => `actionGroups.${group}`),
  ...Object.keys(fr.keyNames).map((key) => `keyNames.${key}`),
  ...[...palette.matchAll(/"(palette\.\w+)"/g)].map(([, key]) => key ?? ""),
  ...[...menu.matchAll(/\bsay\.(\w+)/g)].map(([, key]) => `menu.${key}`),
  ...[...dialogs.matchAll(/\bsay\.(\w+)/g)].map(([, key]) => `dialog.${key}`),
  ...[...health.matchAll(/\bsay\.(\w+)/g)].map(([, key]) => `health.${key}`),
]);

const variablesOf = (message: string): string[] => [...new Set([...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ""))].sort();

describe("the words", () => {
  test("have the same keys in French and in English", () => {
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  });

  test("have the same variables in French and in English", () => {
    for (const [key, message] of french) expect([key, variablesOf(english.get(key) ?? "")]).toEqual([key, variablesOf(message)]);
  });

  test("have every key that the window and the menu say", () => {
    const known = new Set([...french.keys()].map((key) => key.replace(plural, "")));
    expect(said.size).toBeGreaterThan(100);
    expect([...said].filter((key) => !known.has(key))).toEqual([]);
  });

  test("have no key that nothing says", () => {
    expect([...french.keys()].filter((key) => !said.has(key.replace(plural, "")))).toEqual([]);
  });

  test("are said by whole keys only, but for the failures, the notes of imports, actions and keys", () => {
    const inParts = [...sources.matchAll(/\bt\(\s*([^"\s)][^),]*)/g)].map(([, key]) => key);
    expect(inParts.length).toBeGreaterThan(0);
    expect(inParts.filter((key) => !/^`(?:trouble|note)\.\$\{(?:[\w.]+\.)?code\}`$|^`(?:actions|actionGroups|keyNames)\.\$\{[\w. ]+\}`$|^titles\[/.test(key ?? ""))).toEqual([]);
  });

  test("count in every plural that the language needs", () => {
    for (const key of new Set([...french.keys()].filter((each) => plural.test(each)).map((each) => each.replace(plural, "")))) {
      expect(french.has(`${key}_one`) && french.has(`${key}_other`)).toBe(true);
    }
  });

  test("word every failure, and every action", () => {
    for (const code of failureCodes) expect([code, french.get(`trouble.${code}`)]).toEqual([code, expect.stringMatching(/\S.*\.$/)]);
    for (const id of actionIds) expect([id, french.get(`actions.${id}`)]).toEqual([id, expect.stringMatching(/\S/)]);
  });

  test("are never empty, but where nothing is to be said", () => {
    for (const words of [french, english]) expect([...words].filter(([, message]) => message.trim() === "").map(([key]) => key)).toEqual(["trouble.title_zero"]);
  });

  test("are typed with plain spaces and French apostrophes; English has no French mark", () => {
    for (const message of french.values()) expect(message).not.toMatch(/[\u00A0\u202F]|\p{L}'\p{L}|"/u);
    for (const message of english.values()) expect(message).not.toMatch(/[\u00A0\u202F«»]|\p{L}'\p{L}| [;:!?]/u);
  });
});

/** A name, a format's name, and specimens of colours and faces. */
const sameEverywhere = new Set(["Relire", "PDF", "a", "Aa"]);

describe("the components", () => {
  const written = (markup: string): string[] => writtenWords("a.tsx", `const a = ${markup};`);

  test("are caught when they write words of their own", () => {
    expect(written("<p>Bonjour {t('x')}</p>")).toEqual(["1: Bonjour"]);
    expect(written("<p title={a ? 'oui' : t('x')}>{b && `le ${c}`}</p>")).toEqual(["1: le", "1: oui"]);
    expect(written('<Control name="Ouvrir" />')).toEqual(["1: Ouvrir"]);
    expect(written("<i aria-label={t('a') + ' et ' + b} />")).toEqual(["1: et"]);
    expect(written('<input name="year" className="row" placeholder={t("a")} />')).toEqual([]);
    expect(written("<b>{kind === 'letter' && t('a', { n: 'x' })} · {`${n} / ${m}`}</b>")).toEqual([]);
  });

  test("show and speak no word that is not from the catalogue", () => {
    const components = readdirSync(join(projectFolder, "renderer"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));
    expect(components.length).toBeGreaterThan(50);
    const found = components.flatMap((name) => writtenWords(name, readFileSync(join(projectFolder, "renderer", name), "utf8")).map((words) => `${name}:${words}`));
    expect(found.filter((each) => !sameEverywhere.has(each.split(": ")[1] ?? ""))).toEqual([]);
  });
});
