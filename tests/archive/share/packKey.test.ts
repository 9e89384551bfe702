import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprintOf, isSignature, newKeyFile, PublisherName, readKeyFile, type SigningKey } from "../../../archive/share/packKey.ts";

function keyOf(text: string): SigningKey {
  const key = readKeyFile(text);
  if (!key.ok) throw new Error(key.failure.detail);
  return key.value;
}

/** RFC 8032, section 7.1, test 3. */
const rfc = {
  secret: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
  public: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
  message: "af82",
  signature: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
};
const base64url = (hex: string): string => Buffer.from(hex, "hex").toString("base64url");
const rfcFile = { kty: "OKP", crv: "Ed25519", x: base64url(rfc.public), d: base64url(rfc.secret), publisher: "RFC 8032" };

describe("a key file", () => {
  test("is made for a publisher, read again, and made anew each time", () => {
    const file = newKeyFile("La Dérivation");
    expect(keyOf(file).publisher).toBe("La Dérivation");
    expect(newKeyFile("La Dérivation")).not.toBe(file);
  });

  test("is a JSON Web Key that other programs read", () => {
    const file = newKeyFile("La Dérivation");
    const theirs = createPublicKey(createPrivateKey({ key: JSON.parse(file), format: "jwk" })).export({ format: "jwk" });
    expect(theirs).toEqual({ kty: "OKP", crv: "Ed25519", x: keyOf(file).publicKey });
  });

  test.each([
    ["no JSON", "PK"],
    ["a key of another kind", JSON.stringify({ ...generateKeyPairSync("x25519").privateKey.export({ format: "jwk" }), publisher: "A" })],
    ["a public key alone", JSON.stringify({ ...rfcFile, d: undefined })],
    ["a public half of another key", JSON.stringify({ ...rfcFile, x: base64url("00".repeat(32)) })],
    ["a key cut short", JSON.stringify({ ...rfcFile, d: rfcFile.d.slice(0, 40) })],
    ["no publisher", JSON.stringify({ ...rfcFile, publisher: "" })],
    ["a publisher on two lines", JSON.stringify({ ...rfcFile, publisher: "A\nB" })],
  ])("is refused: %s", (_, text) => {
    expect(readKeyFile(text)).toMatchObject({ ok: false, failure: { code: "key-damaged" } });
  });
});

describe("a signature", () => {
  test("is the one that RFC 8032 gives", () => {
    const key = keyOf(JSON.stringify(rfcFile));
    expect(Buffer.from(key.sign(Buffer.from(rfc.message, "hex"))).toString("hex")).toBe(rfc.signature);
    expect(isSignature(Buffer.from(rfc.message, "hex"), Buffer.from(rfc.signature, "hex"), key.publicKey)).toBe(true);
  });

  test("is right for these bytes and this key only, whatever bit is changed", () => {
    const key = keyOf(JSON.stringify(rfcFile));
    const other = keyOf(newKeyFile("B"));
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat({ max: 511 }), (bytes, where, bit) => {
        const signature = key.sign(bytes);
        expect(isSignature(bytes, signature, key.publicKey)).toBe(true);
        expect(isSignature(bytes, signature, other.publicKey)).toBe(false);
        expect(isSignature(flipped(bytes, where % (bytes.length * 8)), signature, key.publicKey)).toBe(false);
        expect(isSignature(bytes, flipped(signature, bit), key.publicKey)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test("is wrong, and no error, for what is no signature or no key", () => {
    expect(isSignature(Buffer.of(1), Buffer.of(), rfcFile.x)).toBe(false);
    expect(isSignature(Buffer.of(1), Buffer.from(rfc.signature, "hex"), "")).toBe(false);
  });
});

test("a fingerprint is short, the same for one key, and another for another", () => {
  expect(fingerprintOf(rfcFile.x)).toMatch(/^(?:[0-9a-f]{4} ){4}[0-9a-f]{4}$/);
  expect(fingerprintOf(rfcFile.x)).toBe(fingerprintOf(keyOf(JSON.stringify(rfcFile)).publicKey));
  expect(fingerprintOf(keyOf(newKeyFile("A")).publicKey)).not.toBe(fingerprintOf(rfcFile.x));
});

test("a publisher's name cannot hide characters that turn or break a line", () => {
  expect(PublisherName.safeParse("L’Établi & Cie · n° 2").success).toBe(true);
  const refused = ["", " A", "A\u202EB", "A\u200BB", "A\u2028B", "A\0"];
  expect(refused.filter((name) => PublisherName.safeParse(name).success)).toEqual([]);
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
}
