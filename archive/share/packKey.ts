/**
 * Keys that sign packs: Ed25519 (RFC 8032). A key file is a JSON Web Key (RFC 8037) with one member more, the publisher's name, so that
 * a publisher signs under the same name every time. Refuses any other kind of key.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { z } from "zod";
import { type Answer, fail, succeed } from "../model.ts";

/** 32 bytes in base64url without padding, written in the one way there is. */
const Bytes32 = z.string().refine((text) => /^[\w-]{43}$/.test(text) && Buffer.from(text, "base64url").toString("base64url") === text, "expected 32 bytes in base64url");

/** An Ed25519 public key: the `x` of RFC 8037. */
export const PublicKey = Bytes32;

/** A publisher's name as it is shown: one line, no control or direction characters, which could make it pass for another. */
export const PublisherName = z
  .string()
  .max(200)
  .refine((name) => name === name.trim() && name !== "" && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name), "expected a name on one line");

const PrivateKeyFile = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: PublicKey,
  d: Bytes32,
  publisher: PublisherName,
});

export interface SigningKey {
  publisher: string;
  publicKey: string;
  /** The signature of bytes: 64 bytes, the same each time. */
  sign(bytes: Uint8Array): Uint8Array;
}

/** A new key, as the text of its file: to be written where only its owner reads. */
export function newKeyFile(publisher: string): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  const { kty, crv, x, d } = privateKey.export({ format: "jwk" });
  return `${JSON.stringify({ kty, crv, x, d, publisher: PublisherName.parse(publisher) }, null, 1)}\n`;
}

/** Reads a key file's text. Fails with `key-damaged`, also when its two halves do not belong together. */
export function readKeyFile(text: string): Answer<SigningKey> {
  try {
    const { publisher, ...jwk } = PrivateKeyFile.parse(JSON.parse(text));
    const privateKey = createPrivateKey({ key: jwk, format: "jwk" });
    // Node makes the public half from the private one, whatever the file says.
    if (createPublicKey(privateKey).export({ format: "jwk" }).x !== jwk.x) return fail("key-damaged", { detail: "its public half belongs to another key" });
    return succeed({ publisher, publicKey: jwk.x, sign: (bytes) => sign(null, bytes, privateKey) });
  } catch (error) {
    return fail("key-damaged", { detail: String(error).slice(0, 300) });
  }
}

/** Whether a signature is that of these very bytes by the holder of a public key; false for a key that is none. */
export function isSignature(bytes: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  try {
    return verify(null, bytes, createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" }), signature);
  } catch {
    return false;
  }
}

/** What two people compare aloud: the first 80 bits of the key's SHA-256, as five groups of four hexadecimal digits. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash("sha256").update(Buffer.from(publicKey, "base64url")).digest("hex");
  return digest.slice(0, 20).replace(/.{4}(?=.)/g, "$& ");
}
