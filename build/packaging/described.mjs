/** What Relire is, as desktops and their catalogues of programs tell it: one sentence, and what it does, in English and in French. */

/** @typedef {{ en: string, fr: string }} Said */

/** @type {Said} */
export const summary = {
  en: "Read, search and quote newsletter archives and the reports they cite, offline",
  fr: "Lire, chercher et citer hors ligne les archives de lettres d’information et les rapports qu’elles citent",
};

/** @type {Said} */
export const genericName = { en: "Newsletter reader", fr: "Lecteur de lettres d’information" };

/** @type {{ en: readonly string[], fr: readonly string[] }} */
export const keywords = { en: ["newsletter", "archive", "report", "PDF", "search"], fr: ["lettre", "archive", "rapport", "PDF", "recherche"] };

/** Paragraphs. @type {readonly Said[]} */
export const description = [
  {
    en: "Relire keeps newsletters, and the reports that their letters cite, in one library on your own computer. It finds a word in all of its forms, with or without accents and in inclusive writing, and opens a letter or a PDF at the very passage.",
    fr: "Relire garde les lettres d’information, et les rapports qu’elles citent, dans une bibliothèque sur votre ordinateur. Il trouve un mot sous toutes ses formes, avec ou sans accents et en écriture inclusive, et ouvre une lettre ou un PDF au passage même.",
  },
  {
    en: "Letters are imported as they come: mails, web pages, texts, PDFs, pictures of pages. What you mark and note stays with them; passages are quoted with their source, gathered for a workshop, printed, shown on a wall, or passed on in one file.",
    fr: "Les lettres s’importent telles qu’elles arrivent : courriels, pages web, textes, PDF, images de pages. Ce que vous surlignez et notez reste avec elles ; les passages se citent avec leur source, se rassemblent pour un atelier, s’impriment, se projettent, ou se transmettent en un seul fichier.",
  },
  {
    en: "Nothing is sent anywhere: Relire needs no account and no network.",
    fr: "Rien n’est envoyé nulle part : Relire se passe de compte et de réseau.",
  },
];
