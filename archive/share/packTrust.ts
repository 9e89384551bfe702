/**
 * Whom a signature is from: trust on first use. The first pack that a person takes in from a publisher pins that publisher's key, for
 * its name and for each collection it carries; from then on another key for either is told apart. Keys that came with the
 * application count as pinned.
 */
import { z } from "zod";
import { CollectionId } from "../model.ts";
import { PublicKey, PublisherName } from "./packKey.ts";

/** A key as it was first met, under a name, with a collection. */
export const KnownKey = z.object({ publisher: PublisherName, collection: CollectionId, publicKey: PublicKey });
export type KnownKey = z.infer<typeof KnownKey>;

/**
 * `verified`: signed with the key known for this publisher. `new-key`: signed, by someone not met before. `changed-key`: signed with another key than
 * the one known for this publisher or for a collection it carries. `unsigned`: nobody answers for it.
 */
export type SignatureState = "verified" | "new-key" | "changed-key" | "unsigned";

/** Who says to have made a pack, with the key that its valid signature was checked with. */
export interface Signer {
  name: string;
  publicKey: string;
}

/** Judges a signature already found valid. */
export function signatureState(signer: Signer | null, collections: readonly string[], known: readonly KnownKey[]): SignatureState {
  if (signer === null) return "unsigned";
  const isConcerned = ({ publisher, collection }: KnownKey): boolean => sameName(publisher, signer.name) || collections.includes(collection);
  if (known.some((each) => isConcerned(each) && each.publicKey !== signer.publicKey)) return "changed-key";
  // A known key under a name it was never met with proves nothing about that name.
  return known.some(({ publisher, publicKey }) => publicKey === signer.publicKey && sameName(publisher, signer.name)) ? "verified" : "new-key";
}

/** The keys known once a pack was taken in: whatever stood for this publisher or these collections gives way, in sorted order. */
export function keysAfter({ name, publicKey }: Signer, collections: readonly string[], known: readonly KnownKey[]): KnownKey[] {
  const others = known.filter(({ publisher, collection }) => !sameName(publisher, name) && !collections.includes(collection));
  const kept = known.filter((each) => sameName(each.publisher, name) && each.publicKey === publicKey && !collections.includes(each.collection));
  const taken = collections.map((collection): KnownKey => ({ publisher: name, collection, publicKey }));
  return [...others, ...kept, ...taken].sort((a, b) => a.collection.localeCompare(b.collection, "en") || a.publisher.localeCompare(b.publisher, "en"));
}

/** Names that a reader would not tell apart by case, accents' encoding or spaces are the same. */
function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
}
