/** What a desk is given, and whom it tells of what happens on it. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { MachineLine, SearchTerm } from "../../archive/model.ts";
import type { ReportView } from "../bridge.ts";
import type { Arrival, DeskView, MarkPlace } from "./deskView.ts";
import type { PageDesk } from "./PageDesk.ts";

export type PageNote = "noText" | "unreadableText" | "notDrawn" | "byMachine" | "withoutWord";

/** What is written on a page, and what can be done about it. */
export interface PageRemark {
  text: string;
  action?: { name: string; run(): void } | undefined;
}

export interface DeskOptions {
  /** Scrolls; absolutely placed, as pdf.js demands, with one `div` inside. */
  container: HTMLDivElement;
  pdf: PDFDocumentProxy;
  /** Id of the report. */
  report: string;
  arrival: Arrival;
  /** How the pages are seen at first; its page is the arrival's to say. */
  view: ReportView;
  terms: readonly SearchTerm[];
  /** What each page is called, for screen readers. */
  nameOf(page: number): string;
  /** What is written on a page that search does not see, that the machine read, or that cannot be drawn. */
  noteOf(kind: PageNote): PageRemark;
  /** What the machine read on a page without text; null where it did not. */
  machineLines(page: number): Promise<readonly MachineLine[] | null>;
  /** The pages are laid out, the first one wanted is being drawn. */
  onReady(desk: PageDesk): void;
  onView(view: DeskView): void;
  /** The page where the reader came to rest. */
  onSettled(page: number): void;
  /** The mark where the reader is; null when there is none in particular. */
  onMark(place: MarkPlace | null): void;
  /** A link inside the report is being followed to a page: a visit of its own, to come back from. */
  onJump(page: number): void;
  onLink(href: string): void;
}
