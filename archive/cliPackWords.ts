/** The command line's sentences on packs and keys. */
import type { SignatureState } from "./share/packTrust.ts";

export interface PackWords {
  usage: string;
  noOutput: string;
  noPack: string;
  packed: (documents: number, file: string) => string;
  since: (base: string) => string;
  signature: (state: SignatureState, publisher: string | null, fingerprint: string | null) => string;
  mails: (count: number) => string;
  /** Of one's own, that go along. */
  notes: (count: number) => string;
  /** Of whoever made a pack. */
  holdsNotes: (count: number) => string;
  keyMade: (publisher: string, fingerprint: string, file: string) => string;
  key: (publisher: string, fingerprint: string) => string;
  badPublisher: string;
  cancelled: string;
}

export const packWords: Record<"fr" | "en", PackWords> = {
  fr: {
    usage:
      "Usage : relire pack <fichier.relire> [--collection ID]… [--document ID]… [--since AUTRE.relire]… [--key CLÉ] [--without-originals] [--with-notes] [--json] | " +
      "inspect <fichier.relire> [--json] | key new <fichier> [--publisher NOM] | key show <fichier>.",
    noOutput: "Il manque le fichier à écrire : relire pack archive.relire.",
    noPack: "Il manque le paquet à examiner : relire inspect archive.relire.",
    packed: (documents, file) => `${file} : ${documents === 0 ? "aucun document, rien n’est nouveau" : `${documents} document${documents > 1 ? "s" : ""}`}.`,
    since: (base) => `Complète ${base}.`,
    signature: (state, publisher, fingerprint) =>
      ({
        verified: `De ${publisher}, signature vérifiée (${fingerprint}).`,
        "new-key": `Signé « ${publisher} », dont Relire ne connaissait pas encore la clé (${fingerprint}).`,
        "changed-key": `Signé « ${publisher} », avec une autre clé que celle qui est connue (${fingerprint}).`,
        unsigned: "Sans signature : personne n’en répond.",
      })[state],
    mails: (count) =>
      `Attention : ${count > 1 ? `${count} lettres emportent le courriel reçu` : "une lettre emporte le courriel reçu"}, avec l’adresse de qui l’a reçu ; --without-originals l’évite.`,
    notes: (count) => `Attention : ${count > 1 ? `${count} de vos notes partent` : "une de vos notes part"} avec ce paquet, et se liront chez qui l’ouvrira.`,
    holdsNotes: (count) => `Avec ${count} note${count > 1 ? "s" : ""}.`,
    keyMade: (publisher, fingerprint, file) =>
      `Clé de ${publisher} : ${fingerprint}.\nGardez ${file} pour vous, et une copie en lieu sûr : une clé perdue ne peut pas être refaite. Donnez l’empreinte à vos lecteurs.`,
    key: (publisher, fingerprint) => `${publisher} : ${fingerprint}`,
    badPublisher: "--publisher attend un nom sur une ligne, de 200 caractères au plus.",
    cancelled: "Interrompu : rien n’a été écrit.",
  },
  en: {
    usage:
      "Usage: relire pack <file.relire> [--collection ID]… [--document ID]… [--since OTHER.relire]… [--key KEY] [--without-originals] [--with-notes] [--json] | " +
      "inspect <file.relire> [--json] | key new <file> [--publisher NAME] | key show <file>.",
    noOutput: "The file to write is missing: relire pack archive.relire.",
    noPack: "The pack to look into is missing: relire inspect archive.relire.",
    packed: (documents, file) => `${file}: ${documents === 0 ? "no document, nothing is new" : `${documents} document${documents > 1 ? "s" : ""}`}.`,
    since: (base) => `Completes ${base}.`,
    signature: (state, publisher, fingerprint) =>
      ({
        verified: `From ${publisher}, signature verified (${fingerprint}).`,
        "new-key": `Signed “${publisher}”, whose key Relire did not know yet (${fingerprint}).`,
        "changed-key": `Signed “${publisher}”, with another key than the one known (${fingerprint}).`,
        unsigned: "Unsigned: nobody answers for it.",
      })[state],
    mails: (count) =>
      `Warning: ${count > 1 ? `${count} letters carry the mail they came in` : "one letter carries the mail it came in"}, with the address of who received it; --without-originals avoids that.`,
    notes: (count) => `Warning: ${count > 1 ? `${count} of your notes go` : "one of your notes goes"} along with this pack, for whoever opens it to read.`,
    holdsNotes: (count) => `With ${count} note${count > 1 ? "s" : ""}.`,
    keyMade: (publisher, fingerprint, file) =>
      `Key of ${publisher}: ${fingerprint}.\nKeep ${file} to yourself, and a copy in a safe place: a lost key cannot be made again. Give the fingerprint to your readers.`,
    key: (publisher, fingerprint) => `${publisher}: ${fingerprint}`,
    badPublisher: "--publisher takes a name on one line, of 200 characters at most.",
    cancelled: "Interrupted: nothing was written.",
  },
};
