/** What a reader of a report sees of it, and how they come to it. */
import type { ReportView } from "../bridge.ts";
import { largest, smallest } from "./zoom.ts";

export type Fit = "page-width" | "page-fit";
export type PageLayout = ReportView["layout"];
export type Rotation = ReportView["rotation"];

/** What a reader sees: the page from 1, its size (1 as printed), what the size was fitted to, and how pages are laid out. */
export interface DeskView {
  page: number;
  scale: number;
  fit: Fit | null;
  layout: PageLayout;
  /** Clockwise, in degrees. */
  rotation: Rotation;
}

/** One coming of the reader to a page; `visit` tells it from another. */
export interface Arrival {
  visit: number;
  /** From 1. */
  page: number;
}

/** A mark on a page: the page from 1, the mark among those of its page from 0. */
export interface MarkPlace {
  page: number;
  index: number;
}

/** How a report is seen by whoever never opened it. */
export const firstView: ReportView = { page: 1, zoom: "auto", layout: "continuous", rotation: 0 };

export function canZoom(view: DeskView, direction: 1 | -1): boolean {
  return direction > 0 ? view.scale < largest : view.scale > smallest;
}

/** A quarter turn clockwise. */
export function turned(rotation: Rotation): Rotation {
  return ((rotation + 90) % 360) as Rotation;
}
