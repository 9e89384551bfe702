/** What holds whatever came in: answers are values with a known code, and nothing that is shown can run, fetch or hide. */
import type { Element, Root, RootContent } from "hast";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { type Answer, failureCodes, type Letter } from "../../archive/model.ts";
import { insist } from "./target.ts";

/** These say that something of ours broke. */
const defects = new Set(["import-failed", "answer-failed"]);

export function insistAnswer(answer: Answer<unknown>): void {
  if (answer.ok) return;
  const { code, detail } = answer.failure;
  insist(failureCodes.includes(code), `an unknown code: ${code}`);
  insist(!defects.has(code), `${code}: ${detail ?? ""}`);
}

const shown = new Set(
  "a b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img input ins kbd li ol p pre q rp rt ruby s samp section span strike strong sub sup table tbody td tfoot th thead tr tt ul var".split(" "),
);

/** Of a letter as the window gets it. */
export function insistCleanLetter({ opening, sections, pictures }: Letter): void {
  for (const part of [...(opening ? [opening] : []), ...sections]) insistClean(part.content);
  for (const picture of pictures) insist(isOwnPicture(picture), `a picture at ${picture}`);
}

function insistClean(hypertext: Root): void {
  const visit = (node: RootContent): void => {
    insist(node.type === "element" || node.type === "text", `a node of the type ${node.type}`);
    if (node.type === "element") insistCleanElement(node);
    if (node.type === "element") node.children.forEach(visit);
  };
  hypertext.children.forEach(visit);
}

function insistCleanElement({ tagName, properties }: Element): void {
  insist(shown.has(tagName), `an element <${tagName}>`);
  for (const [name, value] of Object.entries(properties)) {
    insist(!/^(?:on|style|srcdoc|srcset|formaction|background|ping|xlink|data$|action|is$|name$)/i.test(name), `an attribute ${name} of <${tagName}>`);
    if (name === "href") insist(isLink(String(value)), `a link to ${String(value)}`);
    if (name === "src") insist(isOwnPicture(String(value)), `a picture at ${String(value)}`);
  }
}

const isLink = (address: string): boolean => /^(?:#|https?:|mailto:|relire:\/\/)/i.test(address);
const isOwnPicture = (path: string): boolean => /^pictures\/[^/\\]+$/.test(path) && !path.startsWith("pictures/.");

/** Of a page that leaves Relire: it holds nothing that runs, and asks for nothing. */
export function insistCleanPage(html: string): void {
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("tagName" in node) insistCleanTag(node);
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
}

function insistCleanTag({ tagName, attrs, childNodes }: DefaultTreeAdapterTypes.Element): void {
  insist(!["script", "iframe", "object", "embed", "base", "form", "svg", "math", "template", "noscript", "link", "video", "audio"].includes(tagName), `an element <${tagName}> in a page`);
  for (const { name, value } of attrs) {
    insist(!/^(?:on|style$|srcdoc|srcset|formaction|background|ping)/i.test(name), `an attribute ${name} of <${tagName}> in a page`);
    if (name === "href") insist(isLink(value), `a link to ${value} in a page`);
    if (name === "src") insist(/^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/.test(value), `a picture at ${value.slice(0, 80)} in a page`);
    if (tagName === "meta" && name === "http-equiv") insist(/^content-security-policy$/i.test(value), `a meta ${value} in a page`);
  }
  const [text] = childNodes;
  if (tagName === "style" && text && "value" in text) insist(!/@import|url\(\s*['"]?(?!data:|relire:|['"]?\/)/i.test(text.value), "a style sheet that fetches");
}
