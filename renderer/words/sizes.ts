/** Sizes of files as a person reads them. */

const units = [
  { unit: "gigabyte", size: 1e9 },
  { unit: "megabyte", size: 1e6 },
  { unit: "kilobyte", size: 1e3 },
] as const;

/** In decimal units, as systems show the room of a key: "12,3 Mo", "8 ko". */
export function sizeInWords(bytes: number, language: string): string {
  const { unit, size } = units.find((each) => bytes >= each.size) ?? units[2];
  const digits = unit === "kilobyte" ? 0 : 1;
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits }).format(bytes / size);
}
