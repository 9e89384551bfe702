/** XML 1.0 of OpenDocument files, written as text. */

/** `content` is XML already. */
export function xml(name: string, properties: Record<string, string>, content: string): string {
  return `<${name}${attributes(properties)}>${content}</${name}>`;
}

/** With a space before each. */
export function attributes(properties: Record<string, string>): string {
  return Object.entries(properties).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
}

/** Without what XML 1.0 cannot hold, not even written as a number. */
export function escaped(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "").replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const declaration = `<?xml version="1.0" encoding="UTF-8"?>\n`;

const own = ["office", "style", "text", "table"].map((name) => ` xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join("");
/** The namespaces of ODF 1.3. */
export const namespaces = `${own} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`;
