/**
 * The librarian's process: the only place where the archive is opened inside the app. It is handed a port for each window, checks each
 * question, and answers it.
 */
import { z } from "zod";
import { type Archive, openArchive } from "../archive/archive.ts";
import { type Answer, fail, succeed } from "../archive/model.ts";
import { startPdfReader } from "../archive/import/pdfReader.ts";
import { type Reply, windowPort } from "./contract.ts";
import { librarianRequests, questionSchema } from "./requests.ts";
import { wishForPdfProcess } from "./wishForPdfProcess.ts";

const pdfs = startPdfReader(wishForPdfProcess);
const [bundled = "", library = ""] = process.argv.slice(2);
const archive = openArchive({ bundled: [bundled], library, readPdf: pdfs.readPdf });

process.parentPort.on("message", ({ data, ports }) => {
  if (data !== windowPort) return;
  for (const port of ports) {
    port.on("message", ({ data }) => void reply(data).then((message) => message && port.postMessage(message)));
    port.start();
  }
});

async function reply(data: unknown): Promise<Reply | null> {
  const question = questionSchema.safeParse(data);
  if (!question.success) return null;
  const { number, call, request } = question.data;
  const checked = librarianRequests[call].safeParse(request);
  if (!checked.success) return { number, answer: fail("invalid-argument", { detail: `${call}: ${z.prettifyError(checked.error)}` }) };
  return { number, answer: await answer(await archive, { call, request: checked.data } as Request) };
}

type Requests = { [Call in keyof typeof librarianRequests]: z.infer<(typeof librarianRequests)[Call]> };
type Request = { [Call in keyof Requests]: { call: Call; request: Requests[Call] } }[keyof Requests];

async function answer(opened: Archive, { call, request }: Request): Promise<Answer<unknown>> {
  switch (call) {
    case "overview":
      return succeed(opened.overview());
    case "letter":
      return opened.letter(request);
    case "report":
      return opened.report(request);
    case "rubric":
      return opened.rubric(request.id, request.hidden);
    case "search":
      return succeed(opened.search(request));
  }
}
