/** An address as a URL, or null when it is none. Electron 25 has no `URL.parse` or `URL.canParse`. */
export function urlOf(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
