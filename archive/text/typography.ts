/**
 * French typography for display only: narrow no-break spaces before ; ! ? » and after «, a no-break space before a colon (as
 * the Imprimerie nationale sets them), where the author typed plain spaces. Nothing is stored or searched in this form.
 */

const narrow = "\u202F";
const noBreak = "\u00A0";

export function frenchTypography(text: string): string {
  return text
    .replace(/[ \u00A0]([;!?»])/g, `${narrow}$1`)
    .replace(/«[ \u00A0]/g, `«${narrow}`)
    .replace(/[ \u00A0]:(?=\s|$)/g, `${noBreak}:`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${narrow}`)
    .replace(/(\d) (?=(?:h|%|€|min|km|Mo|ko|Go)(?![\p{L}\p{N}]))/gu, `$1${noBreak}`);
}
