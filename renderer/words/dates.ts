/** Dates as precisely as a letter says them, in words. */

type Length = "long" | "short";

/** "2022-10" as "octobre 2022" (long) or "oct. 2022" (short); "2022" stays itself. */
export function dateInWords(date: string, language: string, length: Length = "long"): string {
  const [year = 0, month, day] = date.split("-").map(Number);
  const options: Intl.DateTimeFormatOptions = { year: "numeric", ...(month && { month: length }), ...(day && { day: "numeric" }) };
  const words = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  return language === "fr" ? words.replace(/^1 /, "1er ") : words;
}

/** The month (and day) alone, for lists that already stand under a year. Empty when only the year is known. */
export function monthInWords(date: string, language: string): string {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (!month) return "";
  const options: Intl.DateTimeFormatOptions = { month: "long", ...(day && { day: "numeric" }), timeZone: "UTC" };
  const words = new Intl.DateTimeFormat(language, options).format(Date.UTC(year, month - 1, day ?? 1));
  return language === "fr" ? words.replace(/^1 /, "1er ") : words;
}
