/** Runs in a window of its own: pdf.js with nothing around it, opening a report at a page. The bench's measure of what is possible. */
import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";
import { EventBus, PDFLinkService, PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";

pdfjs.GlobalWorkerOptions.workerSrc = new URL("./pdf.worker.mjs", import.meta.url).href;
/** As in the app: started before the first report is wanted. */
const worker = new pdfjs.PDFWorker();

/**
 * Milliseconds from the wish to a page drawn with its text, by pdf.js' own viewer given all the bytes.
 *
 * @param {string} address
 * @param {number} wanted from 1
 */
async function openAt(address, wanted) {
  const started = performance.now();
  const { viewer, task } = await show(address, wanted);
  const took = performance.now() - started;
  viewer.setDocument(/** @type {any} */ (null));
  await task.destroy();
  return took;
}

/** Opens a report at a page, for its pages to be turned. @param {string} address @param {number} wanted from 1 */
async function openToRead(address, wanted) {
  const { viewer, eventBus } = await show(address, wanted);
  /** Resolves once a page is drawn with its text. @param {number} page */
  const turnTo = (page) => {
    const drawn = new Promise((resolve) => {
      const hear = (/** @type {{ pageNumber: number }} */ { pageNumber }) => {
        if (pageNumber !== page) return;
        eventBus.off("textlayerrendered", hear);
        resolve(undefined);
      };
      eventBus.on("textlayerrendered", hear);
    });
    const isDrawn = document.querySelector(`.page[data-page-number="${page}"] .endOfContent`) !== null;
    viewer.currentPageNumber = page;
    return isDrawn ? undefined : drawn;
  };
  Object.assign(globalThis, { turnTo });
}

/** @param {string} address @param {number} wanted */
async function show(address, wanted) {
  const container = /** @type {HTMLDivElement} */ (document.querySelector("#container"));
  container.replaceChildren(Object.assign(document.createElement("div"), { className: "pdfViewer" }));
  const data = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const task = pdfjs.getDocument({ data, worker, isEvalSupported: false });
  const pdf = await task.promise;
  const eventBus = new EventBus();
  const linkService = new PDFLinkService({ eventBus });
  const viewer = new PDFViewer({ container, eventBus, linkService, annotationEditorMode: -1 });
  linkService.setViewer(viewer);
  linkService.setDocument(pdf);
  const drawn = new Promise((resolve) => {
    eventBus.on("pagesinit", () => {
      viewer.currentPageNumber = wanted;
      viewer.currentScaleValue = "auto";
    });
    eventBus.on("textlayerrendered", (/** @type {{ pageNumber: number }} */ { pageNumber }) => pageNumber === wanted && resolve(undefined));
  });
  viewer.setDocument(pdf);
  await drawn;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return { viewer, task, eventBus };
}

Object.assign(globalThis, { openAt, openToRead });
