/** What the process that reads pages by machine does: see `serveReader.ts`. */
import { loadOcr } from "./ocr.ts";
import { OcrRequest } from "./ocrWire.ts";
import { type ReaderWire, serveReader } from "./serveReader.ts";

/** `memory` is what the process may take, in bytes; `watchFile` the built `memoryWatch.cjs`; `folder` holds the engine's files. */
export function serveOcr(wire: ReaderWire, memory: number, watchFile: string, folder: string): void {
  const loading = loadOcr(folder);
  serveReader(wire, {
    memory,
    watchFile,
    load: () => loading,
    request: OcrRequest,
    async answer({ picture }, onPage) {
      const ocr = await loading;
      await onPage(1);
      return ocr.read(picture);
    },
    failure: "machine-stopped",
  });
}
