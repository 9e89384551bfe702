/** What an item of a dossier is called: its title, or the beginning of its text. */
import type { DossierItem } from "../../archive/dossier.ts";
import { frenchTypography } from "../../archive/text/typography.ts";

export function titleOf(item: DossierItem | undefined, untitled: string): string {
  if (!item) return untitled;
  return frenchTypography(item.kind === "passage" ? item.title : item.text.trim().slice(0, 60)) || untitled;
}
