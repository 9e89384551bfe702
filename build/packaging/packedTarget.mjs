import { systemOf, unpackedName } from "./distOptions.mjs";

/** Where the tests find it, in the project. */
export const packedFolder = `out/packed/${unpackedName({ system: systemOf(process.platform), arch: process.arch === "arm64" ? "arm64" : "x64" })}`;

/**
 * The packed program as one more thing to build: only the tests of it ask for it, so that neither `npm start` nor the other tests wait.
 *
 * @param {string} runtime the folder of the Electron to pack with; with another one, it is packed anew
 * @returns {import("../make.mjs").Target}
 */
export function packedTarget(runtime) {
  return {
    name: "packed",
    title: "the packed app",
    needs: ["shell", "content", "window", "licences"],
    inputs: ["out/shell", "out/archive", "out/window", "out/licences.txt", "build/packaging", "build/icons", "LICENSE", "package.json", "package-lock.json"],
    outputs: [packedFolder],
    commands: [["build/packaging/packHere.mjs", runtime]],
  };
}
