/**
 * A date as a person types it: "2022", "10/2022", "5/10/2022", "2022-10-05", "octobre 2022", "1er oct. 2022", "October 5, 2022". Figures go
 * from the day to the year, as in French; months are known by their French and English names, or their beginnings.
 */
import { isLetterDate } from "../../archive/letterDate.ts";
import { fold } from "../../archive/text/fold.ts";

const monthNames = ["fr", "en"].map((language) => {
  const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => fold(format.format(Date.UTC(2022, month))));
});

/** YYYY, YYYY-MM or YYYY-MM-DD; null when it is no date, or one that does not exist. */
export function readTypedDate(typed: string): string | null {
  const words = fold(typed.trim()).match(/\d+|\p{L}+/gu) ?? [];
  const parts = words.filter((word) => !["er", "st", "nd", "rd", "th", "le", "the", "of"].includes(word));
  if (parts.length === 0 || parts.length > 3) return null;
  const date = inOrder(parts);
  if (date === null) return null;
  const [year = "", month, day] = date;
  const text = [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, "0")]))].join("-");
  return isLetterDate(text) ? text : null;
}

/** Year, month, day, as far as given. */
function inOrder(parts: string[]): string[] | null {
  const named = parts.findIndex((part) => /\p{L}/u.test(part));
  if (named >= 0) return inOrderAround(parts, named);
  const isYear = (part: string | undefined): boolean => part !== undefined && /^\d{4}$/.test(part);
  if (parts.filter(isYear).length !== 1 || parts.some((part) => part.length > 2 && !isYear(part))) return null;
  if (isYear(parts[0])) return parts;
  return isYear(parts.at(-1)) ? parts.toReversed() : null;
}

/** With a month's name among them: the year has four figures, the other number is the day. */
function inOrderAround(parts: string[], named: number): string[] | null {
  const month = monthNumber(parts[named] ?? "");
  const numbers = parts.filter((_, index) => index !== named);
  const years = numbers.filter((part) => /^\d{4}$/.test(part));
  const days = numbers.filter((part) => /^\d{1,2}$/.test(part));
  const [year] = years;
  if (month === null || year === undefined || years.length + days.length !== numbers.length || years.length > 1) return null;
  return [year, month, ...days];
}

function monthNumber(name: string): string | null {
  const found = new Set(monthNames.flatMap((names) => names.flatMap((each, index) => (name.length >= 3 && each.startsWith(name) ? [index + 1] : []))));
  return found.size === 1 ? String([...found][0]) : null;
}
