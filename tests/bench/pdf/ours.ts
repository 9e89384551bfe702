/** What the bench of PDF text takes of Relire, bundled by it. */
export { forkPdfProcess } from "../../../archive/import/forkPdfProcess.ts";
export { startPdfReader } from "../../../archive/import/pdfReader.ts";
