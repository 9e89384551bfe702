import { runQuietly } from "./runQuietly.mjs";

/**
 * Runs npm as the person has it configured: whatever registry, proxy and cache they use is used here too.
 *
 * @param {readonly string[]} words
 * @param {string} cwd
 */
export function npm(words, cwd) {
  // Under `npm start`, the very npm that was called is named here; going through it needs no shell on Windows.
  const cli = process.env.npm_execpath;
  if (cli?.endsWith("npm-cli.js")) return runQuietly(process.execPath, [cli, ...words], { cwd });
  return runQuietly("npm", words, { cwd });
}
