/**
 * The text of a page as the machine read it: the words of a line side by side, each line one of the text. Used alike when the page is indexed and when
 * its words are laid over its picture, so that a mark found in the text falls on the right word.
 */
import type { MachineLine } from "../model.ts";
import { pageText, type TextPiece } from "./lines.ts";

/** A piece for each word, the space after it included. */
export function machinePieces(lines: readonly MachineLine[]): TextPiece[] {
  return lines.flatMap((line) => line.map(([word], index) => ({ str: index < line.length - 1 ? `${word} ` : word, hasEOL: index === line.length - 1 })));
}

export function machineText(lines: readonly MachineLine[]): string {
  return pageText(machinePieces(lines)).text;
}
