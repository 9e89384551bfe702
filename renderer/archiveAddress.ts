/** Addresses of what the archive holds, inside the app's own scheme; electron/protocol.ts knows their other end. */

/** Of a letter's picture. `path` is as in the letter: `pictures/cover.svg`. */
export function pictureAddress(letter: string, path: string): string {
  return `/archive/letters/${letter}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** Of a report's PDF. */
export function reportAddress(report: string): string {
  return `/archive/reports/${report}/report.pdf`;
}
