/**
 * The bill of materials (CycloneDX 1.5, by npm itself): every package that the program carries, pinned by its hash, and the Electron it stands on,
 * which npm counts among the tools.
 */
import { writeFileSync } from "node:fs";
import { runQuietly } from "../setup/runQuietly.mjs";
import { Stop } from "../setup/stop.mjs";

/** @param {string} project its folder @param {string} file to write @param {string} electronVersion */
export async function writeMaterials(project, file, electronVersion) {
  const { code, output, stdout } = await runQuietly("npm", ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application", "--omit=dev", "--package-lock-only", "--loglevel=error"], { cwd: project });
  if (code !== 0) throw new Stop(`${output.trimEnd()}\nThe bill of materials could not be made.`);
  const bill = JSON.parse(stdout);
  const electron = { "bom-ref": `electron@${electronVersion}`, type: "framework", name: "electron", version: electronVersion, purl: `pkg:npm/electron@${electronVersion}`, licenses: [{ license: { id: "MIT" } }] };
  // The folder of a clone may be called anything.
  const component = { ...bill.metadata.component, name: "relire" };
  // The same for the same content: without a number and a time of its own.
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  writeFileSync(file, `${JSON.stringify({ ...bill, metadata: { ...bill.metadata, component }, components: [electron, ...bill.components] }, null, 1)}\n`);
}
