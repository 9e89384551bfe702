/** Words about finding one's way: what was read, the rows that letters are read in, the tabs. */
export const frReading = {
  resumeTitle: "Reprendre la lecture",
  resume: "Reprendre où vous en étiez",
  resumeAt: "Reprendre à « {{section}} »",
  share: "{{percent}} lus",
  started: "en cours, {{percent}} lus",
  read: "lue",
  markRead: "Marquer comme lue",
  markUnread: "Marquer comme non lue",
  filterUnread: "Non lues",
  allRead: "Toutes les lettres ici sont lues.",
};

export const frRows = {
  group: "Ranger par",
  byYear: "Année",
  byRubric: "Rubrique",
  byCollection: "Collection",
  noRubric: "Sans rubrique",
  letters_one: "{{count}} lettre",
  letters_other: "{{count}} lettres",
  texts_one: "{{count}} texte",
  texts_other: "{{count}} textes",
  nav: "Lire à la suite",
  choose: "Lire à la suite : {{where}}",
  position: "{{row}}, {{number}} sur {{count}}",
  ofYear: "Année {{year}}",
  undated: "Lettres sans date",
  all: "Toute l’archive",
  previousLetter: "Lettre précédente",
  nextLetter: "Lettre suivante",
  previousText: "Texte précédent",
  nextText: "Texte suivant",
};

export const frTabs = {
  label: "Onglets",
  open: "Nouvel onglet",
  close: "Fermer l’onglet « {{title}} »",
  start: "Accueil",
  position: "{{title}}, onglet {{number}} sur {{count}}",
  opened: "Ouvert dans un nouvel onglet : {{title}}.",
  moved: "Onglet déplacé : {{number}} sur {{count}}.",
};
