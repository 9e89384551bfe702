/**
 * French words too common to find anything by; dropped from loose queries, never from phrases nor from the index. A closed list, in
 * folded form: articles, pronouns, prepositions, conjunctions, what elision leaves of them, and the forms of être and avoir. Left out,
 * since one may look for them: what is also a noun ("été", "vers", "or", "point", "personne"), most adverbs, and all other verbs.
 */

const articles = "le la les l un une des du de d au aux";
const demonstratives = "ce c cet cette ces cela ca ceci celui celle ceux celles";
const possessives = "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs";
const pronouns = "je j me m moi tu te t toi il elle on nous vous ils elles se s soi lui eux y en iel iels";
const relatives = "qui que qu quoi dont ou lequel laquelle lesquels lesquelles auquel duquel desquels quel quelle quels quelles";
const prepositions = "a dans par pour sur sous avec sans chez entre jusque jusqu des depuis pendant";
const conjunctions = "et mais donc ni car si comme lorsque lorsqu puisque puisqu quoique quoiqu quand";
const adverbs = "ne n pas plus tres aussi ainsi alors bien tout tous toute toutes meme memes autre autres";
const be = "etre suis es est sommes etes sont etais etait etions etiez etaient sera serai seras serons serez seront serait seraient soit soient etant";
const have = "avoir ai as avons avez ont avais avait avions aviez avaient aura aurai auras aurons aurez auront aurait auraient ait aient eu ayant";

export const stopWords: ReadonlySet<string> = new Set(
  [articles, demonstratives, possessives, pronouns, relatives, prepositions, conjunctions, adverbs, be, have].flatMap((list) => list.split(" ")),
);
