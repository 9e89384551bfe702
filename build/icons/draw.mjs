/**
 * `node build/icons/draw.mjs`: draws relire.svg and relire-small.svg in every size that systems ask for, and puts these together for Windows
 * (relire.ico) and macOS (relire.icns). To be run when a drawing changes; what it makes is committed, as its browser is not on every machine.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { findChromium } from "../setup/libraries.mjs";

const folder = import.meta.dirname;
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const largestSmall = 48;

const drawn = await drawAll();
mkdirSync(join(folder, "sizes"), { recursive: true });
// Linux asks for no size above 512.
for (const [size, png] of drawn) if (size <= 512) writeFileSync(join(folder, `sizes/${size}x${size}.png`), png);
writeFileSync(join(folder, "relire.ico"), icoOf([16, 24, 32, 48, 64, 128, 256]));
writeFileSync(join(folder, "relire.icns"), icnsOf());

/** @returns {Promise<Map<number, Buffer>>} a PNG for each size */
async function drawAll() {
  const executablePath = findChromium();
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
  const page = await browser.newPage();
  /** @type {Map<number, Buffer>} */
  const pictures = new Map();
  for (const size of sizes) {
    const svg = readFileSync(join(folder, size <= largestSmall ? "relire-small.svg" : "relire.svg"), "utf8");
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
    pictures.set(size, await page.screenshot({ omitBackground: true, type: "png" }));
  }
  await browser.close();
  return pictures;
}

/** @param {number} size */
function png(size) {
  const found = drawn.get(size);
  if (!found) throw new Error(`${size} is not drawn`);
  return found;
}

/** A directory of 16 bytes a picture, then the pictures as PNGs (Windows Vista and later). @param {number[]} wanted */
function icoOf(wanted) {
  const head = Buffer.alloc(6 + wanted.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(wanted.length, 4);
  let offset = head.length;
  wanted.forEach((size, index) => {
    const at = 6 + index * 16;
    // 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png(size).length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png(size).length;
  });
  return Buffer.concat([head, ...wanted.map(png)]);
}

/** Chunks of a type and a PNG each; every size for plain and for dense screens. */
function icnsOf() {
  const types = { icp4: 16, icp5: 32, ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 };
  const chunks = Object.entries(types).map(([type, size]) => Buffer.concat([Buffer.from(type, "latin1"), lengthOf(png(size).length + 8), png(size)]));
  const total = chunks.reduce((sum, chunk) => sum + chunk.length, 8);
  return Buffer.concat([Buffer.from("icns", "latin1"), lengthOf(total), ...chunks]);
}

/** @param {number} length */
function lengthOf(length) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
