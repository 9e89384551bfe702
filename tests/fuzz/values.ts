/** Values for the requests of a contract, drawn from its own schemas: right ones, nearly right ones, and such as nobody would send in good faith. */
import { z } from "zod";
import type { Chance } from "../bench/random.mjs";
import { markdownVectors, vectors } from "../fixtures/vectors.ts";

export const hostileTexts: readonly string[] = [
  ...vectors,
  ...markdownVectors,
  "", " ", "\0", "\n", "\uFEFF", "\u202Egnp.exe", "\uD800", "a".repeat(2000), "é".repeat(600), "../../etc/passwd", "..\\..\\windows", "/etc/passwd", "C:\\Windows", "con", "a/b", "a#b", "essai/..", "__proto__", "constructor", "hasOwnProperty",
  "%00", "%2e%2e%2f", "${7*7}", "{{7*7}}", "'; drop table letters; --", "$(touch /tmp/x)", "`id`", "-rf", "--library=/", "2022-02-31", "9999-99-99", "0000", "NaN", "1e9", "javascript:alert(1)", "file:///etc/passwd", "relire://app/", "# Titre", "---", "- a\n- b", "title: x\n---\n", "{#id .c}", "ﷺ".repeat(50),
];

/** What a schema says, as JSON Schema says it (draft 2020-12). */
export interface Shape {
  type?: string;
  anyOf?: Shape[];
  oneOf?: Shape[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minimum?: number;
  maximum?: number;
}

export function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as Shape;
}

const strange: readonly unknown[] = [undefined, null, true, 0, -1, 1.5, Number.NaN, Infinity, 2 ** 53, 10n, "", [], {}, [[]], new Map([[1, 2]]), new Date(0), new Uint8Array(4), { __proto__: null }, { length: 1e9 }, Object.assign([], { x: 1 })];

/** `known` are texts that are right somewhere: ids, names, words. */
export function drawValue(chance: Chance, shape: Shape, known: readonly string[]): unknown {
  if (chance.onceIn(15)) return chance.oneOf(strange);
  const among = shape.anyOf ?? shape.oneOf;
  if (among) return drawValue(chance, chance.oneOf(among), known);
  if ("const" in shape) return shape.const;
  if (shape.enum) return chance.oneOf(shape.enum);
  switch (shape.type) {
    case "string":
      return chance.onceIn(3) ? chance.oneOf(hostileTexts) : chance.oneOf(known);
    case "integer":
      return chance.oneOf([shape.minimum ?? 0, 1, 2, 10, shape.maximum ?? 100, -1, 1.5, 2 ** 31]);
    case "number":
      return chance.oneOf([shape.minimum ?? 0, shape.maximum ?? 1, 0.5, Number.NaN, -Infinity]);
    case "boolean":
      return chance.onceIn(2);
    case "null":
      return null;
    case "array":
      return Array.from({ length: chance.onceIn(20) ? 300 : chance.below(4) }, () => drawValue(chance, shape.items ?? {}, known));
    case "object":
      return drawObject(chance, shape, known);
    default:
      return chance.onceIn(3) ? chance.oneOf(strange) : undefined;
  }
}

function drawObject(chance: Chance, { properties = {}, required = [] }: Shape, known: readonly string[]): object {
  const drawn = Object.entries(properties).flatMap(([key, shape]) => (chance.onceIn(required.includes(key) ? 20 : 2) ? [] : [[key, drawValue(chance, shape, known)]]));
  return { ...Object.fromEntries(drawn), ...(chance.onceIn(12) && { [chance.oneOf(["__proto__", "constructor", "more", "id"])]: chance.oneOf(hostileTexts) }) };
}
