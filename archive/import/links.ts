/**
 * Links out of letters: what follows readers is stripped from them, a redirect is kept and flagged (it cannot be resolved offline), and
 * whatever could run or reach inside the application is refused.
 */
import type { Notes } from "./notes.ts";
import { urlOf } from "./webAddress.ts";

const trackingNames = /^(?:utm_\w+|mc_[ce]id|mtm_\w+|pk_\w+|matomo_\w+|piwik_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|_hsenc|_hsmi|__hs\w*|hsctatracking|vero_\w+|oly_(?:anon|enc)_id|mkt_tok|sc_cid|trk_\w+|wickedid|s_cid|ml_subscriber\w*|ck_subscriber_id|_ke|sib_\w+|xtor|at_medium|at_campaign)$/i;

const redirectHosts = /(?:^|\.)(?:list-manage\d*\.com|sendibt\d*\.com|sendibm\d*\.com|sendinblue\.com|mjt\.lu|sendgrid\.net|mailjet\.com|mandrillapp\.com|createsend\d*\.com|cmail\d+\.com|rs6\.net|hubspotlinks\.com|mlsend\.com|lnk\.ink|ct\.sendgrid\.net|emltrk\.com|mailerlite\.com|substack\.com|beehiiv\.com|convertkit-mail\d*\.com|infomaniak\.com|acemlna\.com|activehosted\.com|getresponse\.com)$/i;
const redirectLabels = /^(?:click|clicks|clic|clics|track|tracking|trk|r|t|l|link|links|lnk|url\d*|email|go|redirect|newsletter-click)\./i;
const redirectPaths = /\/(?:track(?:ing)?|click|clic|clk|redirect(?:ion)?|redir|tr\/cl|mk\/cl|wf\/click|ls\/click|cl0|lnk|c\/e)(?:[/?.]|$)/i;

/** A clean absolute or relative address, or null when the link has to go. */
export function cleanLink(href: string, notes: Notes, base: string | null = null): string | null {
  const address = href.replace(/[\t\n\r]/g, "").replace(/\p{Cc}/gu, " ").trim();
  if (address === "" || address.length > 8000) return null;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/\s/g, ""))?.[1]?.toLowerCase();
  if (scheme === undefined) return relative(address, base, notes);
  if (scheme === "mailto") return /^mailto:[^@\s]+@[^@\s]+/i.test(address) ? address : null;
  if (scheme === "relire") return address;
  if (scheme !== "http" && scheme !== "https") {
    if (["javascript", "data", "vbscript", "file", "blob"].includes(scheme)) notes.add("active-removed", address.slice(0, 80));
    return null;
  }
  const url = urlOf(address);
  if (!url) return null;
  if (isRedirect(url)) {
    notes.add("redirect-link", `${url.host}${url.pathname === "/" ? "" : url.pathname}`);
    return address;
  }
  return withoutTracking(address, url, notes);
}

function relative(address: string, base: string | null, notes: Notes): string | null {
  if (address.startsWith("#")) return null;
  const absolute = base === null ? null : urlOf(address, base);
  if (absolute) return cleanLink(absolute.href, notes);
  if (address.startsWith("//")) return cleanLink(`https:${address}`, notes);
  // A colon in its first segment would make a scheme of what stands before (RFC 3986, 4.2).
  const isRelative = /^[\w./?=&%~+#@,;:()!'*-]+$/.test(address) && !/^[^/?#]*:/.test(address);
  return isRelative && !address.startsWith("pictures/") ? address : null;
}

/** Only what was found is cut out: the rest of the address stays as it was written. */
function withoutTracking(address: string, url: URL, notes: Notes): string {
  const removed: string[] = [];
  const names = [...new Set(url.searchParams.keys())].filter((name) => trackingNames.test(name));
  const [beforeHash = "", ...hashParts] = address.split("#");
  let hash = hashParts.join("#");
  let rest = beforeHash;
  if (names.length > 0) {
    const [path = "", ...queryParts] = beforeHash.split("?");
    const kept = queryParts.join("?").split(/&(?:amp;)?/).filter((part) => !trackingNames.test(nameOf(part)));
    removed.push(...names);
    rest = kept.length > 0 && kept.join("") !== "" ? `${path}?${kept.join("&")}` : path;
  }
  if (/^(?:utm|mtm|xtor)[_=]/i.test(hash)) {
    const parts = hash.split("&").filter((part) => !trackingNames.test(nameOf(part)));
    if (parts.length < hash.split("&").length) removed.push(nameOf(hash.split("&")[0] ?? ""));
    hash = parts.join("&");
  }
  if (removed.length > 0) notes.add("tracking-removed", `${removed.join(", ")} (${url.host})`);
  return hash === "" ? rest : `${rest}#${hash}`;
}

function nameOf(part: string): string {
  const name = part.split("=", 1)[0] ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** An address that only leads to another: of a mailing service, with a tracking path, or carrying an address to go to. */
export function isRedirect(url: URL): boolean {
  if (redirectHosts.test(url.host) && url.pathname.length > 1) return true;
  const query = url.search;
  if (/[?&]mailpoet_router\b/.test(query) && /endpoint=track/.test(query)) return true;
  const carries = /[=/](?:https?(?::|%3a)(?:\/|%2f){2})/i.test(`${url.pathname}${query}`);
  if (redirectPaths.test(url.pathname) && (carries || query !== "" || /[\w-]{16,}/.test(url.pathname))) return true;
  return redirectLabels.test(url.host) && url.host.split(".").length > 2 && (carries || /[\w-]{16,}/.test(url.pathname + query));
}

const beaconPath = /(?:^|[/?&=_.-])(?:open|opens|beacon|pixel|track(?:ing)?|wf\/open|o\.gif|spacer|blank|clear|transparent|1x1)(?:[/?&=_.-]|$)/i;

/** An address that only tells that a mail was opened. */
export function isBeacon(address: string): boolean {
  const url = urlOf(address);
  return url !== null && (redirectHosts.test(url.host) ? /open|track|pixel|beacon/i.test(address) : beaconPath.test(address.slice(0, 2000)));
}

/** Where a picture on the web lies, for a note: its host and file's name. */
export function shortAddress(address: string): string {
  const url = urlOf(address);
  return url === null ? address.slice(0, 100) : `${url.host}/${url.pathname.split("/").pop() ?? ""}`;
}
