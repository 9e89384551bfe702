/**
 * What electron-builder is told: names, icons, associations, fuses, and one section a system. Who publishes is said in publisher.mjs.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { genericName, keywords, summary } from "./described.mjs";
import { fusesFor } from "./fuses.mjs";
import { metainfoPath, packType } from "./metainfo.mjs";
import { publisherOf } from "./publisher.mjs";

/**
 * @param {object} options
 * @param {string} options.project its folder
 * @param {string} options.app the folder that `gatherApp` made
 * @param {string} options.output
 * @param {string} options.metainfo the file that `writeMetainfo` made
 * @param {{ directory: string, version: string } | null} options.runtime an unpacked Electron for the system and processor packed for; null to
 *   let electron-builder download the one of package.json
 * @param {string} options.electronVersion
 * @returns {import("electron-builder").Configuration}
 */
export function builderOptions({ project, app, output, metainfo, runtime, electronVersion }) {
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
    fileAssociations: [{ ext: "relire", name: "Relire", description: "Paquet Relire (Relire pack)", mimeType: packType, role: "Viewer", rank: "Owner", icon: join(icons, "relire") }],
    protocols: [{ name: "Relire", schemes: ["relire"], role: "Viewer" }],
    artifactName: "${productName}-${version}-${os}-${arch}.${ext}",
    publish: null,
    linux: {
      target: ["AppImage", "deb", "tar.gz"],
      executableName: "relire",
      icon: join(icons, "sizes"),
      category: "Office",
      maintainer,
      synopsis: summary.en,
      description: summary.en,
      // In a tar.gz it is there for whoever installs it; an AppImage is searched for it at this place.
      extraFiles: [{ from: metainfo, to: metainfoPath(appId) }],
      desktop: {
        entry: {
          GenericName: genericName.en,
          "GenericName[fr]": genericName.fr,
          "Comment[fr]": summary.fr,
          Keywords: listed(keywords.en),
          "Keywords[fr]": listed(keywords.fr),
        },
      },
    },
    deb: { fpm: [`${metainfo}=/${metainfoPath(appId)}`] },
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

/** As desktop entries write lists. @param {readonly string[]} words */
function listed(words) {
  return words.map((word) => `${word};`).join("");
}

/** Electron's own start page; in a development runtime a folder of that name. @param {{ appOutDir: string }} context */
async function removeDefaultApp({ appOutDir }) {
  await rm(join(appOutDir, "resources/default_app.asar"), { recursive: true, force: true });
}
