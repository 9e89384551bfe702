/** What a reader of a report sees of it, and how they come to it. */
import { largest, smallest } from "./zoom.ts";

export type Fit = "page-width" | "page-fit";

/** What a reader sees: the page from 1, its size (1 as printed), and what the size was fitted to. */
export interface DeskView {
  page: number;
  scale: number;
  fit: Fit | null;
}

/** One coming of the reader to a page; `visit` tells it from another. */
export interface Arrival {
  visit: number;
  /** From 1. */
  page: number;
}

export function canZoom(view: DeskView, direction: 1 | -1): boolean {
  return direction > 0 ? view.scale < largest : view.scale > smallest;
}
