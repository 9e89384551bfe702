/**
 * A package of the bench's own. Named in a variable, so that the project's type-checker does not look for what only the bench installs.
 * @param {string} name
 */
export function peer(name) {
  return import(name);
}
