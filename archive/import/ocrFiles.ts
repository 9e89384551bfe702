/** The files that Tesseract needs beside its code, of packages that hold many more: the build copies them, `ocr.ts` reads them. */
export const ocrFiles = {
  /** With the vector instructions that every processor since 2008 has, and without the engine of before. */
  core: "tesseract-core-simd-lstm.wasm",
  /** Integers for the best network's numbers: as good, and a tenth of the size. */
  data: "fra.traineddata.gz",
} as const;
