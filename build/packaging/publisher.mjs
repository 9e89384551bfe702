/**
 * Who publishes, in the one place where it is to be filled in: an id of a domain that is theirs, an address that answers, a page. Until then the
 * packages carry placeholders under `.invalid`, which nobody can own (RFC 2606), and are no release.
 */

const placeholders = {
  RELIRE_APP_ID: "invalid.relire.Relire",
  RELIRE_MAINTAINER: "The Relire contributors <contributors@relire.invalid>",
  RELIRE_HOMEPAGE: "https://relire.invalid",
};

/** What each has to look like, and how that is said. @type {Record<keyof typeof placeholders, [form: RegExp, said: string]>} */
const forms = {
  RELIRE_APP_ID: [/^[a-z][a-z0-9-]*(?:\.[a-zA-Z][a-zA-Z0-9-]*){2,}$/, "the application's id, beginning with a domain of the publisher's, backwards (org.example.Relire)"],
  RELIRE_MAINTAINER: [/^[^<>@]+ <[^<>@\s]+@[^<>@\s]+\.[^<>@\s]+>$/, "who answers for the packages (Name <address>)"],
  RELIRE_HOMEPAGE: [/^https:\/\/[^\s/]+\.[^\s/]+/, "the page that “About” leads to (https://…)"],
};

const names = /** @type {(keyof typeof placeholders)[]} */ (Object.keys(placeholders));

/** @param {NodeJS.ProcessEnv} environment */
export function publisherOf(environment) {
  const valueOf = (/** @type {keyof typeof placeholders} */ name) => environment[name] || placeholders[name];
  return { appId: valueOf("RELIRE_APP_ID"), maintainer: valueOf("RELIRE_MAINTAINER"), homepage: valueOf("RELIRE_HOMEPAGE") };
}

/** What a release still lacks, one sentence each. @param {NodeJS.ProcessEnv} environment @returns {string[]} */
export function lackingForRelease(environment) {
  return names.flatMap((name) => {
    const value = environment[name] ?? "";
    const [form, said] = forms[name];
    return form.test(value) && !/\binvalid\b/.test(value) ? [] : [`${name} has to name ${said}${value === "" ? "" : `; it is “${value}”`}.`];
  });
}
