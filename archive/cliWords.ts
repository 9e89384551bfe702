/** Every sentence of the command line, in the language of the terminal (LC_ALL, LC_MESSAGES, LANG): French, or else English. */

export interface CliWords {
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
  sample: string;
  noDate: string;
}

const fr: CliWords = {
  usage: "Usage : relire list [--json] | show <id> | search \"<mots>\" [--json] [--limit N], avec [--library DOSSIER] [--no-bundled].",
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
  sample: "exemple",
  noDate: "sans date",
};

const en: CliWords = {
  usage: "Usage: relire list [--json] | show <id> | search \"<words>\" [--json] [--limit N], with [--library FOLDER] [--no-bundled].",
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
  sample: "sample",
  noDate: "undated",
};

export function cliWords(environment: NodeJS.ProcessEnv): CliWords {
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return locale.startsWith("fr") ? fr : en;
}
