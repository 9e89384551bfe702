/** What a person is shown of a pack before anything of it is taken in. */
import type { DocumentHead } from "../model.ts";
import type { Pack } from "./openPack.ts";
import { fingerprintOf } from "./packKey.ts";
import { type KnownKey, signatureState, type SignatureState } from "./packTrust.ts";

export interface PackSummary {
  /** The name it is signed with; null for an unsigned pack, whoever it may be from. */
  publisher: string | null;
  signature: SignatureState;
  /** Of the signer's key, for people to compare: five groups of four hexadecimal digits. */
  fingerprint: string | null;
  documents: (Pick<DocumentHead, "id" | "title" | "date" | "kind"> & { revision: number })[];
  dossiers: { id: string; title: string }[];
  /** Notes of whoever made it. */
  notes: number;
  /** The names of the packs that this one completes. */
  base: string | null;
}

export function summarize({ manifest }: Pick<Pack, "manifest">, known: readonly KnownKey[]): PackSummary {
  const { publisher, collections, documents, dossiers = [], notes, base } = manifest;
  return {
    publisher: publisher?.name ?? null,
    signature: signatureState(publisher, collections.map(({ id }) => id), known),
    fingerprint: publisher && fingerprintOf(publisher.publicKey),
    documents: documents.map(({ head: { id, title, date, kind }, revision }) => ({ id, title, date, kind, revision })),
    dossiers: dossiers.map(({ id, title }) => ({ id, title })),
    notes: notes?.count ?? 0,
    base: base.length > 0 ? base.map(({ name }) => name).join(", ") : null,
  };
}
