import { readFileSync, rmSync, truncateSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Failure, Passage, PassageList } from "../../../archive/model.ts";
import { openPassages, writePassages } from "../../../archive/store/savedPassages.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const file = "passages.texts";

const passages: Passage[] = [
  { id: "essai/2022-10#une-lecture", document: "essai/2022-10", kind: "section", heading: "Une lecture", rubric: "lecture", page: null, text: "tou·te·s\n🍂" },
  { id: "essai/2022-10#fin", document: "essai/2022-10", kind: "section", heading: "Fin", rubric: null, page: null, text: "" },
  { id: "essai/carnet#p1", document: "essai/carnet", kind: "page", heading: "i", rubric: null, page: 1, text: "Page une" },
];
const write = (some: Passage[] = passages) => writePassages(folder.path, "made", some);
const open = (made = "made") => openPassages(folder.path, made);

function opened(): ReturnType<typeof open> & { ok: true } {
  const answer = open();
  if (!answer.ok) throw new Error(answer.failure.detail);
  return answer;
}

function everyOne(list: PassageList): (Passage | null)[] {
  return Array.from({ length: list.count }, (_, place) => list.at(place));
}

function flipBit(at: number): void {
  const bytes = readFileSync(folder.at(file));
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << at % 8), at);
  folder.put(file, bytes);
}

/** What is read of a damaged file: the failure of opening, or the passages and what was told of them. */
function afterDamage(): Failure | { read: (Passage | null)[]; told: Failure[] } {
  const told: Failure[] = [];
  const answer = openPassages(folder.path, "made", (failure) => told.push(failure));
  if (!answer.ok) return answer.failure;
  everyOne(answer.value);
  const read = everyOne(answer.value);
  answer.value.close();
  return { read, told };
}

function isNoticed(after: ReturnType<typeof afterDamage>): boolean {
  if ("code" in after) return after.code === "index-damaged" || after.code === "index-outdated";
  const others = after.read.filter((passage, place) => JSON.stringify(passage) !== JSON.stringify(passages[place]));
  return others.length === 1 && others[0] === null && after.told.length === 1 && after.told[0]?.code === "index-damaged";
}

describe("saved passages", () => {
  test("read as they were written, one by one, in their order", async () => {
    await write();
    expect(everyOne(opened().value)).toEqual(passages);
    expect(opened().value.at(3)).toBeNull();
    expect(opened().value.at(-1)).toBeNull();
  });

  test("tell each one’s document, rubric and page without reading it", async () => {
    await write();
    const { documents, rubrics, documentOf, rubricOf, pageOf } = opened().value;
    expect(passages.map((_, place) => documents[documentOf[place] ?? 0])).toEqual(passages.map(({ document }) => document));
    expect(passages.map((_, place) => rubrics[rubricOf[place] ?? 0])).toEqual(["lecture", "", ""]);
    expect([...pageOf]).toEqual([0, 0, 1]);
  });

  test("are found by id", async () => {
    await write();
    const { value } = opened();
    expect(passages.map(({ id }) => value.placeOf(id))).toEqual([0, 1, 2]);
    for (const id of ["essai/2022-10#autre", "essai/2022#fin", "essai/2022-10", "", "#fin"]) expect(value.placeOf(id)).toBeNull();
  });

  test("may be none", async () => {
    await write([]);
    expect(opened().value.count).toBe(0);
  });

  test("are outdated when they were made from other documents, or as another version did", async () => {
    await write();
    expect(open("other")).toEqual({ ok: false, failure: { code: "index-outdated", file } });
    flipBit(4);
    expect(open()).toEqual({ ok: false, failure: { code: "index-outdated", file } });
  });

  test("are missing when they are not there", () => {
    expect(open()).toMatchObject({ ok: false, failure: { code: "index-missing", file } });
  });

  test("are damaged when cut short, wherever they are cut", async () => {
    await write();
    for (let length = readFileSync(folder.at(file)).length - 1; length >= 0; length -= 1) {
      truncateSync(folder.at(file), length);
      expect(open()).toMatchObject({ ok: false, failure: { code: "index-damaged", file } });
    }
  });

  test("are damaged when the file holds something else", () => {
    for (const text of ["", "null", '{"fingerprint":"made"}', "x".repeat(500)]) {
      folder.put(file, text);
      expect(open()).toMatchObject({ ok: false, failure: { code: "index-damaged", file } });
    }
  });

  test("never pass for what they were when a bit is flipped: the table is refused, a record is not given and is told of once", async () => {
    await write();
    const size = readFileSync(folder.at(file)).length;
    for (let at = 0; at < size; at += 1) {
      flipBit(at);
      expect(afterDamage(), `a flipped bit at ${at}`).toSatisfy(isNoticed);
      flipBit(at);
    }
  });

  test("are those of the file that was opened, though another has taken its place or it is gone", async () => {
    await write();
    const { value } = opened();
    await write([]);
    expect(value.at(0)).toEqual(passages[0]);
    rmSync(folder.at(file));
    expect(value.at(2)).toEqual(passages[2]);
    value.close();
    value.close();
    expect(value.at(1)).toBeNull();
  });

  test("keep any text whole", async () => {
    const text = fc.string({ unit: "binary", maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 20 }), async (texts) => {
        const some = texts.map((each, index): Passage => ({ ...(passages[0] as Passage), id: `essai/2022-10#s${index}`, heading: each.slice(0, 5), text: each }));
        await write(some);
        const { value } = opened();
        expect(everyOne(value)).toEqual(some);
        value.close();
      }),
      { numRuns: 30 },
    );
  });
});
