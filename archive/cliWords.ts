/** Every sentence of the command line, in the language of the terminal (LC_ALL, LC_MESSAGES, LANG): French, or else English. */

export interface CliWords {
  language: "fr" | "en";
  usage: string;
  unknownOption: (message: string) => string;
  noQuery: string;
  badLimit: (given: string) => string;
  noFolder: (path: string) => string;
  noId: string;
  unknownId: (id: string) => string;
  closed: (id: string, why: string) => string;
  trouble: (file: string, why: string) => string;
  nothing: (query: string) => string;
  found: (passages: number, shown: number) => string;
  page: (label: string) => string;
  note: (heading: string) => string;
  dossier: string;
  /** What a person wrote in a dossier. */
  dossierText: string;
  sample: string;
  noDate: string;
  noPath: string;
  noDocument: (command: string) => string;
  badCollection: (given: string) => string;
  badDate: (given: string) => string;
  status: Record<"added" | "unchanged" | "failed", string>;
  imported: (added: number, unchanged: number, failed: number) => string;
  cancelled: string;
  progress: (done: number, total: number, file: string) => string;
  removed: (id: string) => string;
  restored: (id: string) => string;
  notRemoved: (id: string) => string;
  notRestored: (id: string) => string;
  sound: (documents: number) => string;
  unsound: (findings: number) => string;
  reindexed: (passages: number) => string;
}

const fr: CliWords = {
  language: "fr",
  usage:
    'Usage : relire list [--json] | show <id> | search "<mots>" [--json] [--limit N] | import <chemin>… [--collection ID] [--date AAAA-MM] [--json] | ' +
    "remove <id> | restore <id> | verify [--json] | reindex, avec [--library DOSSIER] [--no-bundled].",
  unknownOption: (message) => `Cette commande n’est pas comprise : ${message}`,
  noQuery: "Il manque les mots à chercher : relire search \"geek de service\".",
  badLimit: (given) => `--limit attend un nombre entier de 1 à 1000, et non « ${given} ».`,
  noFolder: (path) => `Le dossier ${path} n’existe pas ou ne peut pas être lu.`,
  noId: "Il manque l’identifiant d’un document ou d’un passage : relire show la-derivation/2022-10.",
  unknownId: (id) => `Rien dans l’archive ne porte l’identifiant « ${id} » ; relire list donne la liste des documents.`,
  closed: (id, why) => `${id} ne peut pas être ouvert (${why}).`,
  trouble: (file, why) => `Attention : ${file} (${why}).`,
  nothing: (query) => `Aucun passage ne répond à « ${query} ».`,
  found: (passages, shown) => (passages > shown ? `${passages} passages, dont voici les ${shown} premiers.` : `${passages} passage${passages > 1 ? "s" : ""}.`),
  page: (label) => `page ${label}`,
  note: (heading) => `note (${heading})`,
  dossier: "dossier",
  dossierText: "texte du dossier",
  sample: "exemple",
  noDate: "sans date",
  noPath: "Il manque ce qu’il faut importer : relire import lettre.html dossier/ archive.zip.",
  noDocument: (command) => `Il manque l’identifiant d’un document : relire ${command} la-derivation/2022-10.`,
  badCollection: (given) => `--collection attend un identifiant (minuscules sans accent, chiffres et traits d’union), et non « ${given} ».`,
  badDate: (given) => `--date attend une date comme 2022, 2022-10 ou 2022-10-05, et non « ${given} ».`,
  status: { added: "ajouté  ", unchanged: "inchangé", failed: "échec   " },
  imported: (added, unchanged, failed) => `${counted(added, "ajouté")}, ${counted(unchanged, "inchangé")}, ${counted(failed, "échec")}.`,
  cancelled: "Import interrompu : ce qui est indiqué ci-dessus est gardé.",
  progress: (done, total, file) => `${done}/${total} ${file}`,
  removed: (id) => `${id} est à la corbeille ; relire restore ${id} l’en sort.`,
  restored: (id) => `${id} est de nouveau dans la bibliothèque.`,
  notRemoved: (id) => `La bibliothèque n’a pas de document « ${id} » ; relire list donne la liste des documents.`,
  notRestored: (id) => `La corbeille n’a pas de document « ${id} ».`,
  sound: (documents) => `Tout est en ordre : ${counted(documents, "document")}.`,
  unsound: (findings) => `${counted(findings, "défaut")}.`,
  reindexed: (passages) => `Index refait : ${counted(passages, "passage")}.`,
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count > 1 ? "s" : ""}`;
}

const en: CliWords = {
  language: "en",
  usage:
    'Usage: relire list [--json] | show <id> | search "<words>" [--json] [--limit N] | import <path>… [--collection ID] [--date YYYY-MM] [--json] | ' +
    "remove <id> | restore <id> | verify [--json] | reindex, with [--library FOLDER] [--no-bundled].",
  unknownOption: (message) => `This command is not understood: ${message}`,
  noQuery: "The words to search for are missing: relire search \"geek de service\".",
  badLimit: (given) => `--limit takes a whole number from 1 to 1000, not "${given}".`,
  noFolder: (path) => `The folder ${path} does not exist or cannot be read.`,
  noId: "The id of a document or a passage is missing: relire show la-derivation/2022-10.",
  unknownId: (id) => `Nothing in the archive has the id "${id}"; relire list gives the list of documents.`,
  closed: (id, why) => `${id} cannot be opened (${why}).`,
  trouble: (file, why) => `Warning: ${file} (${why}).`,
  nothing: (query) => `No passage answers "${query}".`,
  found: (passages, shown) => (passages > shown ? `${passages} passages, of which the first ${shown}.` : `${passages} passage${passages === 1 ? "" : "s"}.`),
  page: (label) => `page ${label}`,
  note: (heading) => `note (${heading})`,
  dossier: "dossier",
  dossierText: "text of the dossier",
  sample: "sample",
  noDate: "undated",
  noPath: "What to import is missing: relire import letter.html folder/ archive.zip.",
  noDocument: (command) => `The id of a document is missing: relire ${command} la-derivation/2022-10.`,
  badCollection: (given) => `--collection takes an id (lower-case letters without accents, digits and hyphens), not "${given}".`,
  badDate: (given) => `--date takes a date like 2022, 2022-10 or 2022-10-05, not "${given}".`,
  status: { added: "added    ", unchanged: "unchanged", failed: "failed   " },
  imported: (added, unchanged, failed) => `${added} added, ${unchanged} unchanged, ${failed} failed.`,
  cancelled: "Import interrupted: what is listed above is kept.",
  progress: (done, total, file) => `${done}/${total} ${file}`,
  removed: (id) => `${id} is in the bin; relire restore ${id} takes it out.`,
  restored: (id) => `${id} is in the library again.`,
  notRemoved: (id) => `The library has no document "${id}"; relire list gives the list of documents.`,
  notRestored: (id) => `The bin has no document "${id}".`,
  sound: (documents) => `All is in order: ${documents} document${documents === 1 ? "" : "s"}.`,
  unsound: (findings) => `${findings} finding${findings === 1 ? "" : "s"}.`,
  reindexed: (passages) => `Index remade: ${passages} passage${passages === 1 ? "" : "s"}.`,
};

export function cliWords(environment: NodeJS.ProcessEnv): CliWords {
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return locale.startsWith("fr") ? fr : en;
}
