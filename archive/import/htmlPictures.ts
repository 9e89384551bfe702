/** What an `<img>` becomes: a picture of the letter's own, its description between brackets when it stayed on the web, or nothing. */
import type { Notes } from "./notes.ts";
import { attributeOf, type HtmlElement } from "./htmlTree.ts";
import { lengthOf, readDeclarations } from "./htmlStyle.ts";
import { isBeacon, shortAddress } from "./links.ts";
import { dataBytes, type Pictures } from "./pictures.ts";

export interface ShownPicture {
  /** In the letter's Markdown; null for a picture that did not come with it. */
  url: string | null;
  /** With brackets around when there is no picture. */
  alt: string;
}

/** A part of a mail, found by its Content-ID or Content-Location. */
export type RelatedPart = (address: string) => { bytes: Uint8Array; name: string } | null;

export class HtmlPictures {
  readonly #pictures: Pictures;
  readonly #related: RelatedPart;
  readonly #notes: Notes;

  constructor(pictures: Pictures, related: RelatedPart, notes: Notes) {
    this.#pictures = pictures;
    this.#related = related;
    this.#notes = notes;
  }

  read(image: HtmlElement): ShownPicture | null {
    const address = (attributeOf(image, "src") ?? attributeOf(image, "data-src") ?? "").trim();
    const alt = (attributeOf(image, "alt") ?? attributeOf(image, "title") ?? "").replace(/\s+/g, " ").trim();
    const [width, height] = [sideOf(image, "width"), sideOf(image, "height")];
    const isPoint = (width !== null && width <= 2) || (height !== null && height <= 2 && (width ?? 0) <= 2);
    if (isPoint || (alt === "" && isBeacon(address))) {
      this.#notes.add("pixel-removed", shortAddress(address));
      return null;
    }
    if (/^data:/i.test(address)) return this.#own(dataBytes(address), alt, alt);
    const part = this.#related(address);
    if (part) return this.#own(part.bytes, part.name, alt);
    return this.#missing(address, alt);
  }

  #own(bytes: Uint8Array | null, name: string, alt: string): ShownPicture | null {
    const url = bytes && this.#pictures.add(bytes, name || alt);
    if (url) return { url, alt };
    this.#notes.add("picture-missing", alt || name || "data:");
    return alt === "" ? null : { url: null, alt: `[${alt}]` };
  }

  #missing(address: string, alt: string): ShownPicture | null {
    const isRemote = /^(?:https?:)?\/\//i.test(address);
    this.#notes.add(isRemote ? "remote-picture" : "picture-missing", alt || shortAddress(address));
    return alt === "" ? null : { url: null, alt: `[${alt}]` };
  }
}

function sideOf(image: HtmlElement, side: "width" | "height"): number | null {
  const styled = readDeclarations(attributeOf(image, "style") ?? "").get(side);
  const value = (styled === undefined ? null : lengthOf(styled, 16)) ?? attributeOf(image, side);
  const number = Number.parseFloat(String(value ?? ""));
  return Number.isNaN(number) || String(value).endsWith("%") ? null : number;
}
