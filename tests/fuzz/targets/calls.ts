/**
 * Every call of the contract, with requests drawn from its own schema, asked as a window asks: the librarian's on a real library with a real queue of
 * imports; those of the shell as far as its check. A call that is added is fuzzed from then on, without a word here.
 */
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { type Archive, openArchive } from "../../../archive/archive.ts";
import { isPackFile } from "../../../archive/library/openPackFile.ts";
import { type Answer, fail } from "../../../archive/model.ts";
import { answerQuestion, type EveryAnswer } from "../../../electron/answerQuestion.ts";
import { librarianCalls, shellCalls } from "../../../electron/contract.ts";
import { startImportQueue } from "../../../electron/importQueue.ts";
import { openKeptImports } from "../../../electron/keptImports.ts";
import { librarianAnswers } from "../../../electron/librarianAnswers.ts";
import { machineAnswers } from "../../../electron/machineAnswers.ts";
import { librarianRequests, shellRequests } from "../../../electron/requests.ts";
import { insistAnswer } from "../invariants.ts";
import { pdfReader } from "../pdfReader.ts";
import { type Ground, insist, type Target } from "../target.ts";
import { drawValue, type Shape, shapeOf } from "../values.ts";

type Asked = { to: "librarian" | "shell"; call: string; request: unknown }[];

export function calls({ folder, forms }: Ground): Target {
  const shapes = new Map<string, Shape>([...librarianCalls.map((call) => [call, shapeOf(librarianRequests[call])] as const), ...shellCalls.map((call) => [call, shapeOf(shellRequests[call])] as const)]);
  const known = ["essai", "lecture", "une-lecture", "ouverture", "une", "2022-10", "2023", "soupe", "Une soupe de fanes", "mutualisons", "https://example.org/", "mailto:a@b.example", "lettre.md"];
  let opened: { archive: Archive; answers: EveryAnswer } | null = null;
  const library = join(folder, "library");

  async function open(): Promise<{ archive: Archive; answers: EveryAnswer }> {
    if (opened) return opened;
    const archive = await openArchive({ bundled: [join(process.env["RELIRE_PROJECT"] ?? "", "out/archive")], library, readPdf: pdfReader() });
    if (!archive.library) throw new Error("there is no library");
    await archive.library.importPaths({ paths: await givenFiles(), collection: "essai" });
    const queue = startImportQueue({ library: archive.library, inspectPack: archive.inspectPack, isPackFile, kept: await openKeptImports(join(folder, "imports")), tell: () => 0 });
    await queue.add({ paths: await givenFiles(), language: "fr" });
    opened = { archive, answers: { ...librarianAnswers(archive, queue, () => undefined), ...machineAnswers(archive.library, { read: async () => fail("machine-late") }) } };
    return opened;
  }

  async function givenFiles(): Promise<string[]> {
    const texts = forms.filter(({ name }) => /\.(?:md|txt)$/.test(name)).slice(0, 4);
    for (const { name, bytes } of texts) await writeFile(join(folder, `given-${name}`), bytes);
    return texts.map(({ name }) => join(folder, `given-${name}`));
  }

  return {
    make(chance) {
      const asked: Asked = Array.from({ length: 1 + chance.below(4) }, () => {
        const to = chance.onceIn(5) ? ("shell" as const) : ("librarian" as const);
        const call = chance.oneOf<string>(to === "shell" ? shellCalls : librarianCalls);
        return { to, call, request: drawValue(chance, shapes.get(call) ?? {}, [...known, `@${chance.below(9)}`, `@${chance.below(9)}`, `@${chance.below(9)}`]) };
      });
      return serialize(asked);
    },
    async check(input) {
      const { archive, answers } = await open();
      const ids = archive.overview().documents.flatMap((head) => (head.kind === "letter" ? head.sections.map(({ id }) => `${head.id}#${id}`) : []).concat(head.id));
      const asked = withIds(deserialize(input), ids) as Asked;
      await Promise.all(asked.map((each) => checkOne(each, answers)));
    },
    async settle() {
      if (!opened) return;
      const { archive } = opened;
      opened = null;
      await new Promise((resolve) => setTimeout(resolve, 0));
      const findings = (await archive.library?.verify())?.findings ?? [];
      insist(findings.length === 0, `verify finds ${JSON.stringify(findings.slice(0, 3))}`);
      await archive.close();
      const left = (await readdir(folder)).filter((name) => !["library", "imports"].includes(name) && !name.startsWith("given-"));
      insist(left.length === 0, `beside the library lies ${left.join(", ")}`);
      await rm(library, { recursive: true, force: true });
    },
  };
}

async function checkOne({ to, call, request }: Asked[number], answers: EveryAnswer): Promise<void> {
  if (to === "shell") return checkShell(call, request);
  let defect: unknown = null;
  const reply = await answerQuestion({ number: 1, call, request }, Promise.resolve(answers), (error) => (defect = error));
  insist(defect === null, `${call} throws ${defect instanceof Error ? defect.stack : String(defect)}`);
  insist(reply !== null, `${call} is not answered`);
  insistAnswer(JSON.parse(reply.answer) as Answer<unknown>);
}

function checkShell(call: string, request: unknown): void {
  const checked = shellRequests[call as keyof typeof shellRequests].safeParse(request);
  insist(checked.success || checked.error.issues.length > 0, `${call} is refused without a reason`);
}

/** `@3` stands for the fourth of the ids that there are when it is asked. */
function withIds(value: unknown, ids: readonly string[]): unknown {
  if (typeof value === "string") return /^@\d$/.test(value) ? (ids[(Number(value[1]) * 7) % Math.max(1, ids.length)] ?? value) : value;
  if (Array.isArray(value)) return value.map((each) => withIds(each, ids));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withIds(each, ids)]));
}
