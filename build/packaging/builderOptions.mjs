/**
 * What electron-builder is told: names, icons, associations, fuses, and one section a system. Who publishes is said in publisher.mjs.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fusesFor } from "./fuses.mjs";
import { publisherOf } from "./publisher.mjs";

const inFrench = "Lire, chercher et citer hors ligne les archives de lettres d’information et les rapports qu’elles citent";
const inEnglish = "Read, search and quote newsletter archives and the reports they cite, offline";

/**
 * @param {object} options
 * @param {string} options.project its folder
 * @param {string} options.app the folder that `gatherApp` made
 * @param {string} options.output
 * @param {{ directory: string, version: string } | null} options.runtime an unpacked Electron for the system and processor packed for; null to
 *   let electron-builder download the one of package.json
 * @param {string} options.electronVersion
 * @returns {import("electron-builder").Configuration}
 */
export function builderOptions({ project, app, output, runtime, electronVersion }) {
  const icons = join(project, "build/icons");
  const { appId, maintainer, homepage } = publisherOf(process.env);
  return {
    appId,
    productName: "Relire",
    copyright: "Copyright © 2026 The Relire contributors",
    directories: { app, output, buildResources: icons },
    extraMetadata: { homepage },
    // The folder was gathered file by file: all of it is wanted, and nothing else.
    files: ["**/*"],
    asar: true,
    // The bundles need no node_modules: there is nothing to look for.
    beforeBuild: async () => false,
    electronVersion: runtime?.version ?? electronVersion,
    ...(runtime && { electronDist: runtime.directory }),
    // What Chromium itself says: menus of text fields, "Save as".
    electronLanguages: ["fr", "en-US", "en-GB"],
    electronFuses: fusesFor(runtime?.version ?? electronVersion),
    afterExtract: removeDefaultApp,
    extraFiles: [{ from: join(project, "LICENSE"), to: "LICENSE.relire.txt" }, { from: join(project, "out/licences.txt"), to: "LICENSES.relire.txt" }],
    fileAssociations: [{ ext: "relire", name: "Relire", description: "Paquet Relire (Relire pack)", mimeType: "application/vnd.relire+zip", role: "Viewer", rank: "Owner", icon: join(icons, "relire") }],
    protocols: [{ name: "Relire", schemes: ["relire"], role: "Viewer" }],
    artifactName: "${productName}-${version}-${os}-${arch}.${ext}",
    publish: null,
    linux: {
      target: ["AppImage", "deb", "tar.gz"],
      executableName: "relire",
      icon: join(icons, "sizes"),
      category: "Office",
      maintainer,
      synopsis: inEnglish,
      description: inEnglish,
      desktop: {
        entry: {
          GenericName: "Newsletter reader",
          "GenericName[fr]": "Lecteur de lettres d’information",
          "Comment[fr]": inFrench,
          Keywords: "newsletter;archive;report;PDF;search;",
          "Keywords[fr]": "lettre;archive;rapport;PDF;recherche;",
        },
      },
    },
    win: { target: ["nsis", "portable"], icon: join(icons, "relire.ico") },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
      multiLanguageInstaller: true,
      installerLanguages: ["fr_FR", "en_US"],
      license: join(project, "LICENSE"),
      artifactName: "${productName}-${version}-windows-${arch}-setup.${ext}",
    },
    portable: { artifactName: "${productName}-${version}-windows-${arch}-portable.${ext}" },
    mac: {
      target: ["dmg", "zip"],
      icon: join(icons, "relire.icns"),
      category: "public.app-category.productivity",
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: join(project, "build/packaging/entitlements.mac.plist"),
      entitlementsInherit: join(project, "build/packaging/entitlements.mac.plist"),
      notarize: Boolean(process.env.APPLE_API_KEY || process.env.APPLE_ID),
      extendInfo: { CFBundleDevelopmentRegion: "fr", CFBundleLocalizations: ["fr", "en"] },
    },
  };
}

/** Electron's own start page; in a development runtime a folder of that name. @param {{ appOutDir: string }} context */
async function removeDefaultApp({ appOutDir }) {
  await rm(join(appOutDir, "resources/default_app.asar"), { recursive: true, force: true });
}
