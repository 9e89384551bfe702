/** pdf.js ships no types for its worker's module, which is only ever handed over whole. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
