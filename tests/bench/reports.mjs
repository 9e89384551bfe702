/** Reports for the bench, by the rules of ISO 32000-1: as long, or as heavy, as those of this world. */
import { Chance } from "./random.mjs";

const words = "mutualisation commune guichet atelier usage logiciel service partage personne journée question réponse outil territoire méthode récit".split(" ");

/**
 * A report of text, each page with a word of its own: `landmark` and the page's number ("repere17"). With `picture`, each page also shows a picture of so
 * many bytes that nothing compresses; without `lines`, nothing but that: a scan.
 *
 * @param {{ pages: number, lines?: number, picture?: number, landmark?: string }} options
 */
export function makeReport({ pages, lines = 36, picture = 0, landmark = "page" }) {
  const chance = new Chance(pages);
  const side = Math.floor(Math.sqrt(picture));
  const group = 50;
  const groups = Math.ceil(pages / group);
  const firstPage = 5 + groups;
  const idOf = (/** @type {number} */ page) => firstPage + (page - 1) * 3;
  /** @type {(string | Buffer)[]} */
  const objects = [];
  objects[1] = "<< /Type /Catalog /Pages 2 0 R >>";
  objects[2] = `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: groups }, (_, index) => `${5 + index} 0 R`).join(" ")}] >>`;
  objects[3] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
  objects[4] = "<< >>";
  for (let at = 0; at < groups; at++) {
    const kids = Array.from({ length: Math.min(group, pages - at * group) }, (_, index) => `${idOf(at * group + index + 1)} 0 R`);
    objects[5 + at] = `<< /Type /Pages /Parent 2 0 R /Count ${kids.length} /Kids [${kids.join(" ")}] >>`;
  }
  for (let page = 1; page <= pages; page++) {
    const id = idOf(page);
    const image = picture > 0 ? `/XObject << /I ${id + 2} 0 R >>` : "";
    objects[id] = `<< /Type /Page /Parent ${5 + Math.floor((page - 1) / group)} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> ${image} >> /Contents ${id + 1} 0 R >>`;
    objects[id + 1] = stream("", Buffer.from(contentOf(`${landmark}${page}`, lines, picture > 0, chance), "latin1"));
    const pixels = Buffer.alloc(side * side);
    for (let at = 0; at + 4 <= pixels.length; at += 4) pixels.writeUInt32LE(chance.below(2 ** 32), at);
    objects[id + 2] = stream(`/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8`, pixels);
  }
  return fileOf(objects);
}

/** @param {string} landmark @param {number} lines @param {boolean} hasPicture @param {Chance} chance */
function contentOf(landmark, lines, hasPicture, chance) {
  const drawn = hasPicture ? "q 475 0 0 300 60 60 cm /I Do Q\n" : "";
  if (lines === 0) return drawn;
  const line = () => Array.from({ length: 11 }, () => words[chance.below(words.length)]).join(" ");
  const text = [landmark, ...Array.from({ length: lines - 1 }, line)];
  return `${drawn}BT /F1 10 Tf 13 TL 60 790 Td\n${text.map((each) => `(${each}) Tj T*`).join("\n")}\nET`;
}

/** @param {string} dictionary @param {Buffer} bytes */
function stream(dictionary, bytes) {
  return Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from("\nendstream")]);
}

/** @param {readonly (string | Buffer)[]} objects from 1 */
function fileOf(objects) {
  const chunks = [Buffer.from("%PDF-1.7\n")];
  let length = 9;
  const starts = objects.map((object, id) => {
    if (id === 0) return 0;
    const start = length;
    const chunk = Buffer.concat([Buffer.from(`${id} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]);
    chunks.push(chunk);
    length += chunk.length;
    return start;
  });
  const table = Array.from({ length: objects.length - 1 }, (_, index) => `${String(starts[index + 1]).padStart(10, "0")} 00000 n \n`).join("");
  chunks.push(Buffer.from(`xref\n0 ${objects.length}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(chunks);
}
