/**
 * Set-up speaks on standard error, one fact a line, so that standard output belongs to the app, the tests or the
 * command line alone.
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
