import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { gatherApp } from "../../build/packaging/appFolder.mjs";
import { builderOptions } from "../../build/packaging/builderOptions.mjs";
import { isSupported } from "../../build/packaging/currentElectron.mjs";
import { distOptions, unpackedName } from "../../build/packaging/distOptions.mjs";
import { fusesFor } from "../../build/packaging/fuses.mjs";
import { dayOf, metainfo, writeMetainfo } from "../../build/packaging/metainfo.mjs";
import { lackingForRelease, publisherOf } from "../../build/packaging/publisher.mjs";
import { filesIn } from "../../build/packaging/sizes.mjs";
import { missingFor } from "../../build/packaging/tools.mjs";
import { onPath } from "../../build/setup/onPath.mjs";
import { mimeType as packMimeType } from "../../archive/share/packManifest.ts";
import { projectFolder } from "../fixtures/built.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const linux = { platform: "linux", arch: "x64" } as const;

describe("npm run dist", () => {
  test("packs every form of this system when nothing is asked", () => {
    expect(distOptions([], linux)).toEqual({ wanted: [{ system: "linux", forms: ["AppImage", "deb", "tar.gz"], arch: "x64" }], release: false });
    expect(distOptions([], { platform: "darwin", arch: "arm64" }).wanted.map(({ forms, arch }) => [forms, arch])).toEqual([[["dmg", "zip"], "x64"], [["dmg", "zip"], "arm64"]]);
    expect(distOptions([], { platform: "win32", arch: "arm64" }).wanted).toEqual([{ system: "win", forms: ["nsis", "portable"], arch: "arm64" }]);
  });

  test("gathers a folder for this machine with --dir", () => {
    expect(distOptions(["--dir"], linux).wanted).toEqual([{ system: "linux", forms: ["dir"], arch: "x64" }]);
    expect(distOptions(["--dir"], { platform: "darwin", arch: "arm64" }).wanted).toEqual([{ system: "mac", forms: ["dir"], arch: "arm64" }]);
  });

  test("takes systems, their forms and processors as they are named", () => {
    const { wanted, release } = distOptions(["--linux", "deb", "tar.gz", "--win", "--arm64", "--release"], linux);
    expect(wanted).toEqual([
      { system: "linux", forms: ["deb", "tar.gz"], arch: "arm64" },
      { system: "win", forms: ["nsis", "portable"], arch: "arm64" },
    ]);
    expect(release).toBe(true);
  });

  test.each([[["--linux", "dmg"], "There is no dmg for linux, but AppImage, deb, tar.gz."], [["deb"], "deb is not understood."], [["--snap"], "--snap is not understood."]])("refuses %j", (words, sentence) => {
    expect(() => distOptions(words, linux)).toThrow(sentence);
  });

  test("knows the folders that electron-builder makes", () => {
    expect([unpackedName({ system: "linux", arch: "x64" }), unpackedName({ system: "win", arch: "arm64" }), unpackedName({ system: "mac", arch: "arm64" })]).toEqual(["linux-unpacked", "win-arm64-unpacked", "mac-arm64"]);
  });
});

describe("a form that cannot be made here", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("is told with what would provide it", () => {
    vi.stubEnv("ELECTRON_BUILDER_CACHE", folder.path);
    vi.stubEnv("CUSTOM_FPM_PATH", undefined);
    vi.stubEnv("ELECTRON_BUILDER_7ZIP_PATH", "/usr/bin/7za");
    expect(missingFor("deb", "linux", false)).toEqual([expect.stringMatching(/^fpm cannot be downloaded: set CUSTOM_FPM_PATH/)]);
    expect(missingFor("nsis", "win", false)).toHaveLength(2);
    vi.stubEnv("CUSTOM_FPM_PATH", "/opt/fpm");
    expect(missingFor("deb", "linux", false)).toEqual([]);
  });

  test("needs nothing when it can be downloaded, was before, or is a folder", () => {
    vi.stubEnv("ELECTRON_BUILDER_CACHE", folder.path);
    vi.stubEnv("ELECTRON_BUILDER_7ZIP_PATH", "/usr/bin/7za");
    expect(missingFor("deb", "linux", true)).toEqual([]);
    expect(missingFor("dir", "linux", false)).toEqual([]);
    folder.put("appimage-12.0.1/x", "");
    expect(missingFor("AppImage", "linux", false)).toEqual([]);
  });
});

test("what is packed is the shell without the build's own programs, the window and the archive, and nothing else", () => {
  for (const file of ["out/shell/main.cjs", "out/shell/cli.cjs", "out/shell/buildContent.cjs", "out/shell/chunks/a.cjs", "out/window/index.html", "out/archive/catalogue.json", "out/reports/unit.json", "node_modules/x/index.js"]) folder.put(file, "");
  folder.put("package.json", JSON.stringify({ name: "relire", version: "1.2.3", description: "d", license: "MIT", dependencies: { react: "1" }, scripts: {} }));
  gatherApp(folder.path, folder.at("app"));
  expect(filesIn(folder.at("app")).map(({ path }) => path)).toEqual(["archive/catalogue.json", "package.json", "shell/chunks/a.cjs", "shell/main.cjs", "window/index.html"]);
  expect(JSON.parse(folder.read("app/package.json"))).not.toHaveProperty("dependencies");
});

test("every fuse is set that this Electron has, and none that it has not", () => {
  expect(fusesFor("25.1.1")).not.toHaveProperty("grantFileProtocolExtraPrivileges");
  expect(fusesFor("45.4.1")).toMatchObject({ grantFileProtocolExtraPrivileges: false, runAsNode: false, enableNodeCliInspectArguments: false, onlyLoadAppFromAsar: true });
});

describe("a release", () => {
  const named = { RELIRE_APP_ID: "org.example.Relire", RELIRE_MAINTAINER: "Ada <ada@example.org>", RELIRE_HOMEPAGE: "https://example.org/relire" };

  test("says who publishes it, in all three ways", () => {
    expect(lackingForRelease(named)).toEqual([]);
    expect(publisherOf(named)).toEqual({ appId: "org.example.Relire", maintainer: "Ada <ada@example.org>", homepage: "https://example.org/relire" });
    expect(lackingForRelease({}).map((sentence) => sentence.split(" ")[0])).toEqual(Object.keys(named));
  });

  test.each([["RELIRE_APP_ID", "Relire"], ["RELIRE_APP_ID", "invalid.relire.Relire"], ["RELIRE_MAINTAINER", "Ada"], ["RELIRE_MAINTAINER", "Ada <ada@relire.invalid>"], ["RELIRE_HOMEPAGE", "http://example.org"], ["RELIRE_HOMEPAGE", "https://relire.invalid/"]])("is refused with %s=%s", (name, value) => {
    expect(lackingForRelease({ ...named, [name]: value })).toEqual([expect.stringContaining(`${name} has to name`)]);
  });

  test("stands on an Electron that is pinned, and still mended", () => {
    const { devDependencies } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { devDependencies: Record<string, string> };
    expect(devDependencies["electron"]).toMatch(/^\d+\.\d+\.\d+$/);
    expect([["45.4.1", "45.9.0"], ["45.4.1", "47.0.0"], ["45.4.1", "48.0.0"], ["25.1.1", "45.4.1"]].map(([pinned = "", latest = ""]) => isSupported(pinned, latest))).toEqual([true, true, false, false]);
  });

  test("is refused by the command itself, before anything is built", () => {
    const { status, stderr } = spawnSync(process.execPath, ["build/dist.mjs", "--release", "--linux", "tar.gz"], { cwd: projectFolder, encoding: "utf8", env: { ...process.env, RELIRE_APP_ID: "", RELIRE_MAINTAINER: "", RELIRE_HOMEPAGE: "" } });
    expect(status).toBe(1);
    expect(stderr).toContain("A release says who publishes it.\nRELIRE_APP_ID has to name");
  });
});

describe("what catalogues of programs are told", () => {
  const publisher = publisherOf({ RELIRE_APP_ID: "org.example.reading.Relire", RELIRE_HOMEPAGE: "https://example.org/?relire&more" });
  const released = { version: "1.2.3", license: "MIT", date: dayOf({ SOURCE_DATE_EPOCH: "1700000000" }) };
  const text = metainfo(publisher, released);

  test("is whose it is, which release of what day, and that nothing in it is for adults only", () => {
    for (const part of ["<id>org.example.reading.Relire</id>", '<developer id="org.example.reading">', "https://example.org/?relire&#x26;more", '<release version="1.2.3" date="2023-11-14">', '<content_rating type="oars-1.1">', "<project_license>MIT</project_license>"]) expect(text).toContain(part);
  });

  test("names the desktop entry and the type of packs as the packages do", () => {
    const options = builderOptions({ project: projectFolder, app: "app", output: "dist", metainfo: "out/relire.metainfo.xml", runtime: null, electronVersion: "45.4.1" });
    const [{ mimeType } = { mimeType: "" }] = options.fileAssociations as { mimeType: string }[];
    expect(text).toContain(`<mediatype>${mimeType}</mediatype>`);
    expect(mimeType).toBe(packMimeType);
    expect(text).toContain(`<launchable type="desktop-id">${options.linux?.executableName}.desktop</launchable>`);
    const { appId } = publisherOf(process.env);
    expect(options.deb?.fpm).toEqual([`out/relire.metainfo.xml=/usr/share/metainfo/${appId}.metainfo.xml`]);
    expect(options.linux?.extraFiles).toEqual([{ from: "out/relire.metainfo.xml", to: `usr/share/metainfo/${appId}.metainfo.xml` }]);
  });

  test("says all of it in both languages", () => {
    for (const name of ["summary", "p"]) {
      const french = [...text.matchAll(new RegExp(`<${name} xml:lang="fr">`, "g"))].length;
      expect(french).toBeGreaterThan(0);
      expect([...text.matchAll(new RegExp(`<${name}>`, "g"))]).toHaveLength(french);
    }
  });

  test.skipIf(!onPath("appstreamcli"))("has no fault that Debian's appstreamcli finds", () => {
    const file = folder.at(`${publisher.appId}.metainfo.xml`);
    writeMetainfo(file, publisher, released);
    const { status, stdout } = spawnSync("appstreamcli", ["validate", "--no-net", file], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
    expect(stdout).not.toMatch(/^[EW]:/m);
    expect(status).toBe(0);
  });
});

describe("what electron-builder is told", () => {
  const options = builderOptions({ project: projectFolder, app: "app", output: "dist", metainfo: "out/relire.metainfo.xml", runtime: null, electronVersion: "45.4.1" });

  test("opens packs and addresses of its own, by the type that packs carry", () => {
    expect(options.fileAssociations).toMatchObject([{ ext: "relire", mimeType: "application/vnd.relire+zip" }]);
    expect(options.protocols).toMatchObject([{ schemes: ["relire"] }]);
  });

  test("names files that are there: icons of all sizes, licence, entitlements", () => {
    const icons = join(projectFolder, "build/icons");
    for (const file of [options.win?.icon, options.mac?.icon, options.mac?.entitlements, options.nsis?.license]) expect(existsSync(String(file))).toBe(true);
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      const png = readFileSync(join(icons, `sizes/${size}x${size}.png`));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  test("speaks French and English", () => {
    expect(options.nsis?.installerLanguages).toEqual(["fr_FR", "en_US"]);
    const entry: Record<string, string> = options.linux?.desktop?.entry ?? {};
    expect(["GenericName", "GenericName[fr]", "Keywords", "Keywords[fr]", "Comment[fr]"].filter((key) => !entry[key])).toEqual([]);
    expect(entry["Comment[fr]"]).toMatch(/hors ligne/);
    // Lists end with a semicolon (Desktop Entry Specification, 4).
    for (const key of ["Keywords", "Keywords[fr]"]) expect(entry[key]).toMatch(/^(?:[^;]+;)+$/);
  });
});
