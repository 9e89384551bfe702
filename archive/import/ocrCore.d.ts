/** tesseract.js-core ships no types: what `ocr.ts` uses of the module (Emscripten's, over Tesseract's C++ interface). */
declare module "tesseract.js-core/tesseract-core-simd-lstm.js" {
  export interface TesseractApi {
    /** 0 when all went well. */
    Init(folder: string, language: string, mode: number): number;
    SetVariable(name: string, value: string): boolean;
    /** Reads `/input`; 1 when it cannot. The orientation is that of EXIF, the angle in radians. */
    SetImageFile(orientation: number, angle: number): number;
    /** 0 when all went well. */
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
    Version(): string;
    Clear(): void;
  }
  export interface TesseractModule {
    FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
    TessBaseAPI: new () => TesseractApi;
  }
  const load: (options: { wasmBinary: Uint8Array; print(text: string): void; printErr(text: string): void }) => Promise<TesseractModule>;
  export default load;
}
