/**
 * The part of the contract that is about the wall of the room. The window makes the slides, the shell keeps where one is, and shows them in a window of
 * their own, on the second screen when there is one; both windows send the same moves and hear the same position.
 */
import type { Answer } from "../archive/model.ts";

/** A stretch of text of one look. */
export interface Run {
  text: string;
  look?: "emphasis" | "strong" | undefined;
}

/** What stands on the wall at a time. */
export type Step =
  | { kind: "title"; text: string; rubric: string }
  | { kind: "text"; role: "paragraph" | "heading" | "item" | "quote"; runs: Run[] }
  /** Path in its letter's folder, as in the letter. */
  | { kind: "picture"; letter: string; path: string; alt: string };

interface SlideHead {
  title: string;
  /** Where it comes from, in one line. */
  source: string;
  language: "fr" | "en";
  /** For the person who speaks. */
  notes: string;
  /** How long it is to take; null when nobody said. */
  minutes: number | null;
}
export type TextSlide = SlideHead & { kind: "text"; steps: Step[] };
/** A page of a report; the wall finds out in how many steps it can be read. */
export type PageSlide = SlideHead & { kind: "page"; report: string; page: number };
export type Slide = TextSlide | PageSlide;

/** Where a presentation is. */
export interface Position {
  /** Tells one presentation from another. */
  showing: number;
  /** From 0. */
  slide: number;
  /** From 0. */
  step: number;
  /** Of each slide, 1 or more. */
  steps: number[];
  /** A wall without anything on it, for the room to look at who speaks. */
  veil: "black" | "white" | null;
  ground: "light" | "dark";
  timer: Timer;
  /** Whether the time stands on the wall, too. */
  isTimerShown: boolean;
  /** Whether the wall has a screen of its own; else it covers this one. */
  hasOwnScreen: boolean;
}

export interface Timer {
  /** Milliseconds before it was last started. */
  before: number;
  /** Milliseconds since 1970; null while it stands still. */
  startedAt: number | null;
}

/** What a timer tells, in milliseconds. */
export function elapsed({ before, startedAt }: Timer, now: number): number {
  return startedAt === null ? before : before + Math.max(0, now - startedAt);
}

export const presentMoves = ["next", "previous", "nextSlide", "previousSlide", "first", "last", "black", "white", "ground", "timer", "resetTimer", "showTimer", "end"] as const;
/** A move, a slide to go to, or what the wall found of a page. */
export type PresentMove = (typeof presentMoves)[number] | { goTo: number } | { slide: number; steps: number };

export interface PresentCalls {
  /** Begins to show slides, in the place of those that are shown. */
  present(request: { slides: Slide[]; from: number; ground: Position["ground"] }): Promise<Answer<null>>;
  /** Nothing happens when nothing is shown. */
  presentMove(move: PresentMove): Promise<Answer<null>>;
  /** What is being shown; null when nothing is. */
  presented(): Promise<Answer<Presented | null>>;
}

export interface Presented {
  slides: Slide[];
  position: Position;
}

export const presentCalls = ["present", "presentMove", "presented"] as const satisfies (keyof PresentCalls)[];

/** The channel that tells windows of each `Position`, or null at the end. */
export const positionChannel = "presentation";
