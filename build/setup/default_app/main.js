/**
 * What Electron's own default app does, and the registry's runtime lacks: starts the app that the command line names
 * (`electron [-r MODULE]... FOLDER`). Electron 25 cannot load its main as an ES module, hence CommonJS.
 */
const { existsSync, readFileSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");

// What a default app alone may do is in no type.
const app =
  /** @type {import("electron").App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (
    require("electron").app
  );

/** @param {readonly string[]} words */
function read(words) {
  const required = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "-r" || word === "--require") required.push(resolve(words[(at += 1)] ?? ""));
    else if (!word.startsWith("-")) return { required, named: resolve(word) };
  }
  return { required, named: undefined };
}

/** @param {string} named */
function start(named) {
  Object.defineProperty(process, "defaultApp", { enumerable: true, value: true });
  const description = join(named, "package.json");
  const isFolder = existsSync(description);
  if (isFolder) {
    const { name, productName, version, desktopName } = JSON.parse(readFileSync(description, "utf8"));
    app.name = productName ?? name;
    app.setVersion(version ?? "");
    app.setDesktopName(desktopName ?? `${app.name}.desktop`);
  }
  const main = require.resolve(named);
  app.setAppPath(isFolder ? named : dirname(main));
  require(main);
}

const { required, named } = read(process.argv.slice(1));
for (const module of required) require(module);
if (named) {
  start(named);
} else {
  console.error("No app was named: electron FOLDER");
  app.exit(1);
}
