/** Dates as precisely as a letter says them, in words: in French, and in the English of the interface, which is Britain's. */

type Length = "long" | "short";

/** "2022-10" as "octobre 2022" (long) or "oct. 2022" (short); "2022" stays itself; null is a document without a date. */
export function dateInWords(date: string | null, language: string, length: Length = "long"): string {
  if (date === null) return language === "fr" ? "sans date" : "undated";
  return inWords(date, language, length, true);
}

/** The month (and day) alone, for lists that already stand under a year. Empty when no more than the year is known. */
export function monthInWords(date: string | null, language: string): string {
  return date?.includes("-") ? inWords(date, language, "long", false) : "";
}

/** A moment (ISO 8601) by the clock of this computer: "25 novembre 2026, 19:05". */
export function momentInWords(moment: string, language: string): string {
  const date = new Date(moment);
  const time = formatter(language, { timeStyle: "short" }).format(date);
  return `${dayInWords(date, language)}, ${time}`;
}

/** A day by the clock of this computer: "1er janvier 2022". */
export function dayInWords(date: Date, language: string): string {
  return firstOfMonth(formatter(language, { dateStyle: "long" }).format(date), language);
}

function inWords(date: string, language: string, length: Length, withYear: boolean): string {
  const [year = 0, month, day] = date.split("-").map(Number);
  const options: Intl.DateTimeFormatOptions = {
    ...(withYear && { year: "numeric" }),
    ...(month && { month: length }),
    ...(day && { day: "numeric" }),
    timeZone: "UTC",
  };
  return firstOfMonth(formatter(language, options).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1)), language);
}

function firstOfMonth(words: string, language: string): string {
  return language === "fr" ? words.replace(/^1 /, "1er ") : words;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Each is made once: a long list asks for hundreds, which take longer to make, and to clear away, than all else that a row needs. */
function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, options);
  formatters.set(key, known);
  return known;
}
