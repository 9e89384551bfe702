/** Workshop kits: what is on the key, made, written and told of as it goes. One at a time; it ends with the window that asked. */
import type { WebContents } from "electron";
import { type Answer, fail, succeed } from "../archive/model.ts";
import { en } from "../renderer/words/en.ts";
import { fr } from "../renderer/words/fr.ts";
import { sizeInWords } from "../renderer/words/sizes.ts";
import { chooseFolder } from "./dialogs.ts";
import { fileName } from "./fileName.ts";
import type { HandoutFiles, MadeFile } from "./handoutFiles.ts";
import { type Kit, type KitCalls, kitChannel, type KitProgress } from "./kitContract.ts";
import { sizeOf, writeKit } from "./writeKit.ts";

export type Kits = { [Call in keyof KitCalls]: (request: Parameters<KitCalls[Call]>[0], sender: WebContents) => ReturnType<KitCalls[Call]> };

type KitRequest = Parameters<KitCalls["makeKit"]>[0];

export function createKits(files: HandoutFiles): Kits {
  let underWay: AbortController | null = null;
  return {
    async makeKit(request, sender): Promise<Answer<Kit | null>> {
      if (underWay) return fail("invalid-argument", { detail: "a kit is being made" });
      const ending = (underWay = new AbortController());
      const end = (): void => ending.abort();
      sender.once("destroyed", end);
      sender.once("render-process-gone", end);
      try {
        const place = await chooseFolder(sender, request.language);
        if (place === null) return succeed(null);
        return await kitAt(place, request, files, { signal: ending.signal, tell: (progress) => sender.isDestroyed() || sender.send(kitChannel, progress) });
      } finally {
        underWay = null;
        sender.off("destroyed", end);
        sender.off("render-process-gone", end);
      }
    },
    async cancelKit() {
      underWay?.abort();
      return succeed(null);
    },
  };
}

interface Course {
  signal: AbortSignal;
  tell(progress: KitProgress): void;
}

async function kitAt(place: string, request: KitRequest, files: HandoutFiles, { signal, tell }: Course): Promise<Answer<Kit | null>> {
  const made = await untilEnded(filesOf(request, files, tell, signal), signal);
  if (made === null) return succeed(null);
  if (!made.ok) return made;
  const { name, kit } = made.value;
  const written = await writeKit(place, name, kit, { signal, onProgress: tell });
  return written.ok || written.failure.code !== "kit-full" ? written : fail("kit-full", { ...written.failure, title: sizeInWords(sizeOf(kit), request.language) });
}

/** A page that is being drawn cannot be stopped: it is not waited for. */
function untilEnded<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  const ended = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  return Promise.race([work, ended]);
}

async function filesOf({ withReports, ...request }: KitRequest, { made, pdfOf }: HandoutFiles, tell: Course["tell"], signal: AbortSignal): Promise<Answer<{ name: string; kit: Map<string, Uint8Array> }>> {
  const { id, language, look } = request;
  const words = (language === "fr" ? fr : en).dossier;
  const sheets = [["a4", words.kitA4], ["booklet", words.kitBooklet], ["cards", words.kitCards]] as const;
  const total = sheets.length + 1;
  const making = (file: string, done: number): void => tell({ step: "making", file, done, total });
  making("", 0);
  const pack = await made({ id, language, form: "pack", withReports });
  if (!pack.ok) return pack;
  const name = fileName(pack.value.name);
  const kit = new Map([[`${name}.relire`, pack.value.bytes]]);
  for (const [form, called] of sheets) {
    if (signal.aborted) break;
    making(`${called}.pdf`, kit.size);
    const pdf: Answer<MadeFile> = await pdfOf({ ...request, look: { ...look, form } });
    if (!pdf.ok) return pdf;
    kit.set(`${called}.pdf`, pdf.value.bytes);
  }
  kit.set("LISEZMOI.txt", new TextEncoder().encode(words.kitReadme.replaceAll("{{title}}", pack.value.name).replace("{{file}}", `${name}.relire`)));
  return succeed({ name, kit });
}
