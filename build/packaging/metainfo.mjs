/**
 * What catalogues of programs on Linux say of Relire before it is installed: AppStream's upstream metadata
 * (https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html), from what the packages themselves say.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { toXml } from "xast-util-to-xml";
import { description, keywords, summary } from "./described.mjs";

/** The type of packs, `.relire`. */
export const packType = "application/vnd.relire+zip";

/** Where it belongs beneath the root of a system, of an AppImage, and of the folder of a tar.gz. @param {string} appId */
export function metainfoPath(appId) {
  return `usr/share/metainfo/${appId}.metainfo.xml`;
}

/**
 * @typedef {object} Released
 * @property {string} version
 * @property {string} license SPDX
 * @property {Date} date
 */

/** @typedef {import("xast").Element} Element */
/** @typedef {ReturnType<typeof import("./publisher.mjs").publisherOf>} Publisher */

/** The day that a package is of: the one given for builds that can be made again (https://reproducible-builds.org/specs/source-date-epoch/), or this one. @param {NodeJS.ProcessEnv} environment */
export function dayOf({ SOURCE_DATE_EPOCH: seconds }) {
  return seconds && /^\d+$/.test(seconds) ? new Date(Number(seconds) * 1000) : new Date();
}

/** @param {string} file to write @param {Publisher} publisher @param {Released} released */
export function writeMetainfo(file, publisher, released) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, metainfo(publisher, released));
}

/**
 * The file as it is written: where there are two languages, English first and without its name, as the format wants it.
 *
 * @param {Publisher} publisher
 * @param {Released} released
 * @returns {string} XML
 */
export function metainfo({ appId, homepage }, { version, license, date }) {
  const fields = [
    element("id", {}, appId),
    element("metadata_license", {}, "FSFAP"),
    element("project_license", {}, license),
    element("name", {}, "Relire"),
    ...inBoth("summary", summary),
    element("developer", { id: appId.split(".").slice(0, -1).join(".") }, element("name", {}, "The Relire contributors")),
    element("description", {}, ...description.flatMap((said) => inBoth("p", said))),
    element("launchable", { type: "desktop-id" }, "relire.desktop"),
    element("url", { type: "homepage" }, homepage),
    element("categories", {}, element("category", {}, "Office")),
    element("keywords", {}, ...keywords.en.map((word) => element("keyword", {}, word)), ...keywords.fr.map((word) => element("keyword", { "xml:lang": "fr" }, word))),
    element("content_rating", { type: "oars-1.1" }),
    element("supports", {}, element("internet", {}, "offline-only"), element("control", {}, "keyboard"), element("control", {}, "pointing")),
    element("languages", {}, element("lang", {}, "fr"), element("lang", {}, "en")),
    element("provides", {}, element("binary", {}, "relire"), element("mediatype", {}, packType)),
    element("releases", {}, element("release", { version, date: date.toISOString().slice(0, 10) })),
  ];
  const lines = fields.map((field) => `  ${toXml(field)}\n`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<component type="desktop-application">\n${lines}</component>\n`;
}

/** @param {string} name @param {import("./described.mjs").Said} said */
function inBoth(name, { en, fr }) {
  // No line begins with the second half of a French mark.
  return [element(name, {}, en), element(name, { "xml:lang": "fr" }, fr.replaceAll(/ (?=[:;])/g, "\u00A0"))];
}

/** @param {string} name @param {Record<string, string>} attributes @param {(Element | string)[]} children @returns {Element} */
function element(name, attributes, ...children) {
  return { type: "element", name, attributes, children: children.map((child) => (typeof child === "string" ? { type: "text", value: child } : child)) };
}
