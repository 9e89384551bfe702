/** A share from 0 to 1 as a percentage in the language's own form, never 0 % nor 100 % of what is in progress. */
export function shareInWords(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "percent" }).format(Math.min(0.99, Math.max(0.01, share)));
}
