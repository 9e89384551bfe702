import { describe, expect, test } from "vitest";
import { type KnownKey, keysAfter, signatureState } from "../../../archive/share/packTrust.ts";

const [a, b] = ["A", "B"].map((letter) => letter.repeat(43)) as [string, string];
const derivation = { name: "La Dérivation", publicKey: a };
const known: KnownKey[] = [{ publisher: "La Dérivation", collection: "la-derivation", publicKey: a }];

describe("a signature", () => {
  test("that nobody gave is none", () => {
    expect(signatureState(null, ["la-derivation"], known)).toBe("unsigned");
  });

  test("of somebody not met before is new", () => {
    expect(signatureState(derivation, ["la-derivation"], [])).toBe("new-key");
    expect(signatureState({ name: "Autres", publicKey: b }, ["autres"], known)).toBe("new-key");
  });

  test("of a publisher met before is verified, with the collection known or another one", () => {
    expect(signatureState(derivation, ["la-derivation"], known)).toBe("verified");
    expect(signatureState(derivation, ["hors-serie"], known)).toBe("verified");
    expect(signatureState({ ...derivation, name: "la  de\u0301rivation" }, ["la-derivation"], known)).toBe("verified");
  });

  test("with another key for the same publisher, or for the same collection, is told apart", () => {
    expect(signatureState({ ...derivation, publicKey: b }, ["hors-serie"], known)).toBe("changed-key");
    expect(signatureState({ name: "Autres", publicKey: b }, ["autres", "la-derivation"], known)).toBe("changed-key");
  });

  test("with a known key, under a name it was never met with, proves nothing about that name", () => {
    expect(signatureState({ name: "Le Ministère", publicKey: a }, ["bulletin"], known)).toBe("new-key");
  });
});

describe("the keys known after a pack was taken in", () => {
  test("are its own, for each collection, beside those of others", () => {
    const others: KnownKey = { publisher: "Autres", collection: "autres", publicKey: b };
    expect(keysAfter(derivation, ["la-derivation", "hors-serie"], [others])).toEqual([
      others,
      { publisher: "La Dérivation", collection: "hors-serie", publicKey: a },
      { publisher: "La Dérivation", collection: "la-derivation", publicKey: a },
    ]);
  });

  test("make the next pack of the same key verified, and keep what was known of it", () => {
    const after = keysAfter(derivation, ["hors-serie"], known);
    expect(after).toHaveLength(2);
    expect(signatureState(derivation, ["la-derivation"], after)).toBe("verified");
  });

  test("give way, all of them, to a changed key that was accepted", () => {
    const changed = { ...derivation, publicKey: b };
    const after = keysAfter(changed, ["hors-serie"], known);
    expect(signatureState(changed, ["hors-serie"], after)).toBe("verified");
    expect(signatureState(derivation, ["hors-serie"], after)).toBe("changed-key");
  });
});
