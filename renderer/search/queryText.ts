/** Changes to what is typed, as the chips and facets make them: parts taken out, filters added. Pure. */
import type { UnderstoodPart } from "../../archive/model.ts";

type Place = Pick<UnderstoodPart, "from" | "to" | "isAlternative">;

/** The text without a part, nor the OR that joined it to the one before, or else to the one after. */
export function withoutPart(text: string, { from, to, isAlternative }: Place): string {
  const before = isAlternative ? text.slice(0, from).replace(/\s(?:OR|OU)\s+$/, " ") : text.slice(0, from);
  const after = isAlternative ? text.slice(to) : text.slice(to).replace(/^\s+(?:OR|OU)(?=\s)/, "");
  return `${before.trimEnd()} ${after.trimStart()}`.trim();
}

/** The text with a filter at its end; a value of several words is quoted. */
export function withFilter(text: string, name: string, value: string): string {
  return `${text.trimEnd()} ${name}:${/\s/.test(value) ? `"${value}"` : value} `.trimStart();
}

/** The text with the word being typed replaced by a whole one. */
export function withCompletion(text: string, word: string): string {
  return `${text.replace(/\S+$/u, "")}${word} `;
}
