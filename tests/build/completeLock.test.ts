import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missingFrom } from "../../build/setup/completeLock.mjs";
import { projectFolder } from "../../build/setup/projectFolder.mjs";

test("package-lock.json has the packages of every system; if not, run: node build/setup/completeLock.mjs", () => {
  const lock = JSON.parse(readFileSync(join(projectFolder, "package-lock.json"), "utf8"));
  expect(Object.keys(missingFrom(lock.packages))).toEqual([]);
});

test("a package for another system is written back with the system that its name says", () => {
  const packages = {
    "node_modules/oxlint": {
      dev: true,
      optionalDependencies: { "@oxlint/binding-linux-x64-gnu": "1.94.0", "@oxlint/binding-linux-arm64-musl": "1.94.0" },
    },
    "node_modules/@oxlint/binding-linux-x64-gnu": { version: "1.94.0" },
  };
  expect(missingFrom(packages)).toEqual({
    "node_modules/@oxlint/binding-linux-arm64-musl": {
      version: "1.94.0",
      cpu: ["arm64"],
      dev: true,
      libc: ["musl"],
      optional: true,
      os: ["linux"],
    },
  });
});

test("a package that is locked deeper, beside the one who asks for it, is not missing", () => {
  const packages = {
    "node_modules/a/node_modules/b": { optionalDependencies: { "c-darwin-x64": "1.0.0" } },
    "node_modules/a/node_modules/c-darwin-x64": { version: "1.0.0" },
  };
  expect(missingFrom(packages)).toEqual({});
});

test("what cannot be known is not guessed", () => {
  const packages = { "node_modules/a": { optionalDependencies: { "b-darwin-x64": "^1.0.0" } } };
  expect(() => missingFrom(packages)).toThrow("b-darwin-x64@^1.0.0 is not locked");
});
