/** What this window relies on in pdf.js' page views and events, whose own types leave most of it open. */
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface PageView {
  /** The page, from 1. */
  id: number;
  div: HTMLDivElement;
  pdfPage: PDFPageProxy | null;
  /** One of pdf.js' `RenderingStates`. */
  renderingState: number;
  textLayer: { div: HTMLDivElement } | null;
  /** Of tagged pages; rendered once, however often it is asked. */
  structTreeLayer: { render(): Promise<Element | null> } | null;
  annotationLayer: { div: HTMLDivElement | null } | null;
  /** Keeps the text of the layer that was last made, even when that is gone. */
  _textHighlighter: { setTextMapping(elements: readonly HTMLElement[], strings: readonly string[]): void };
  /** Lets go of its canvas and layers. */
  destroy(): void;
}

export interface PageEvent {
  source: PageView;
  pageNumber: number;
  /** Why the page could not be drawn. */
  error?: unknown;
}

export interface PageChange {
  pageNumber: number;
}

export interface ScaleChange {
  scale: number;
  presetValue?: string;
}
