/**
 * Lists the licences of what the app carries: every package that is not for development only, and the fonts set in the reports, each with
 * its licence's text. Fails when one tells no licence. Electron brings its own list (LICENSES.chromium.html).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = join(dirname(fileURLToPath(import.meta.url)), "..");
const fontsOfReports = ["node_modules/@expo-google-fonts/source-serif-4", "node_modules/@expo-google-fonts/source-sans-3"];

/** @type {{ packages: Record<string, { dev?: boolean, devOptional?: boolean, optional?: boolean }> }} */
const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8"));
const carried = Object.entries(lock.packages)
  .filter(([path, entry]) => path !== "" && !entry.dev && !entry.devOptional && !entry.optional)
  .map(([path]) => path);

const chapters = [...carried, ...fontsOfReports].filter((path) => existsSync(join(project, path, "package.json"))).map(chapter);
mkdirSync(join(project, "out"), { recursive: true });
writeFileSync(join(project, "out/licences.txt"), chapters.sort().join(`\n${"-".repeat(80)}\n\n`));

/** @param {string} path */
function chapter(path) {
  const { name, version, licenses, license = licenses?.[0] } = JSON.parse(readFileSync(join(project, path, "package.json"), "utf8"));
  if (!license) throw new Error(`${path} tells no licence`);
  return `${name} ${version}\nLicence: ${typeof license === "string" ? license : license.type}\n\n${texts(path)}\n`;
}

/** @param {string} path */
function texts(path) {
  const files = readdirSync(join(project, path)).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
  return files.map((file) => readFileSync(join(project, path, file), "utf8").trim()).join("\n\n");
}
