/**
 * The app's own scheme. `relire://app/…` serves the window's files and, under `/archive/`, the pictures and PDFs of the archive.
 * Only these, only by GET, only files that lie inside their folder when every link is resolved; `servedFiles.ts` decides.
 */
import { type FileHandle, open, readFile } from "node:fs/promises";
import { extname } from "node:path";
import { protocol } from "electron";
import { readRange } from "./byteRange.ts";
import type { Papers } from "./papers.ts";
import { firstFile, type FoundFile, origin, readServed } from "./servedFiles.ts";

export const windowAddress = `${origin}/index.html`;
export const wallAddress = `${origin}/wall.html`;

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".pfb": "application/octet-stream",
  ".bcmap": "application/octet-stream",
  ".icc": "application/octet-stream",
  ".wasm": "application/wasm",
  ".pdf": "application/pdf",
  ".txt": "text/plain; charset=utf-8",
};

const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** The PDF worker decodes JPEG 2000 with WebAssembly; nothing else may. */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: "relire", privileges }]);
}

/** Serves the window's files from one folder, the archive's from the first of the others that has them, and the pages about to be printed. */
export function serveFiles(windowFolder: string, archiveFolders: readonly string[], papers: Papers): void {
  protocol.handle("relire", async (request) => {
    const asked = readServed(request.method, request.url);
    if ("refused" in asked) return refuse(asked.refused);
    if (asked.from === "papers") return papers.serve(asked.path) ?? refuse(404);
    return serve(asked.from === "archive" ? archiveFolders : [windowFolder], asked.path, request);
  });
}

async function serve(folders: readonly string[], path: string, request: Request): Promise<Response> {
  const file = await firstFile(folders, path);
  const type = types[extname(path).toLowerCase()];
  if (file === null || type === undefined) return refuse(404);
  const headers = new Headers({
    "Content-Type": type,
    "Content-Security-Policy": path.endsWith("worker.mjs") ? workerPolicy : policy,
    "X-Content-Type-Options": "nosniff",
    "Accept-Ranges": "bytes",
    ETag: file.tag,
  });
  const range = request.headers.get("Range");
  if (range === null && file.size <= piece) return respondWhole(file, headers);
  if (range === null) return respond(file, 0, file.size - 1, 200, headers);
  const part = readRange(range, file.size);
  if (part === null) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${file.size}` } });
  headers.set("Content-Range", `bytes ${part.first}-${part.last}/${file.size}`);
  return respond(file, part.first, part.last, 206, headers);
}

/** Bytes handed on at a time: each piece passes through several streams. */
const piece = 2 ** 20;

/** Inside the app's own archive, a file that is opened is copied out of it first; one that is read is not. */
async function respondWhole({ path }: FoundFile, headers: Headers): Promise<Response> {
  const bytes = await readFile(path);
  headers.set("Content-Length", String(bytes.length));
  return new Response(bytes, { headers });
}

function respond(file: FoundFile, first: number, last: number, status: number, headers: Headers): Response {
  headers.set("Content-Length", String(last - first + 1));
  return new Response(bytesOf(file.path, first, last), { status, headers });
}

/** Read as they are asked for. Node's own `Readable.toWeb` throws where nobody can catch it when a window closes in the middle. */
function bytesOf(path: string, first: number, last: number): ReadableStream<Uint8Array> {
  let file: FileHandle | null = null;
  let at = first;
  let isOver = false;
  const end = async (): Promise<void> => {
    isOver = true;
    await file?.close();
    file = null;
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      file ??= await open(path);
      const length = Math.min(piece, last - at + 1);
      const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, at);
      if (isOver) return end();
      if (bytesRead === 0) {
        await end();
        throw new Error("the file has become shorter");
      }
      controller.enqueue(bytesRead < length ? buffer.subarray(0, bytesRead) : buffer);
      at += bytesRead;
      if (at <= last) return;
      await end();
      controller.close();
    },
    cancel: end,
  });
}

function refuse(status: number): Response {
  return new Response(null, { status });
}
