/** Mends the structure that pdf.js exposes of tagged pages, where its roles do not nest as ARIA wants. */
import type { PageView } from "./pageView.ts";

/** pdf.js 5.4 calls a table's whole head (THead) a column header, though it holds rows: it is a group of them. */
export async function mendStructure({ structTreeLayer }: PageView): Promise<void> {
  const tree = await structTreeLayer?.render();
  for (const head of tree?.querySelectorAll("[role=columnheader]:has([role=row])") ?? []) head.setAttribute("role", "rowgroup");
}
