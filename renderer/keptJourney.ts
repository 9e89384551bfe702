/** The journey, kept for as long as the window is: should its process die, the window loads again and one is where one was. Nothing of it outlives the window. */
import { type Journey, start } from "./place.ts";

const key = "journey";

export function keepJourney(journey: Journey): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(journey));
  } catch {
    // On a full disk the next window begins at the start.
  }
}

/** The journey of before, or a fresh one. */
export function keptJourney(): Journey {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? "null") as Journey | null) ?? start;
  } catch {
    return start;
  }
}
