import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../../archive/text/fold.ts";
import { stems } from "../../../archive/text/stem.ts";
import { anyText } from "./anyText.ts";

const met = [
  "usager usagers", "usager usagère", "usager usagères", "usagers usagères", "acteur actrice", "acteurs actrices", "chercheur chercheuse", "chercheurs chercheuses",
  "chercheur chercheurs", "directeur directrice", "lecteur lectrices", "utilisateur utilisatrice", "utilisateurs utilisatrices", "créateur créatrice", "formateur formatrice", "animateur animatrices",
  "éducateur éducatrice", "ambassadeur ambassadrice", "vendeur vendeuse", "travailleur travailleuses", "militant militante", "militants militantes", "militant militer", "étudiant étudiante",
  "étudiants étudiantes", "habitant habitantes", "participant participantes", "enseignante enseignants", "attentif attentive", "attentifs attentives", "actif active", "actifs actives",
  "collectif collective", "collectifs collectives", "associatif associative", "créatif créatives", "neuf neuve", "bref brève", "vif vives", "juif juive",
  "œuvre œuvres", "cœur cœurs", "sœur sœurs", "cheval chevaux", "journal journaux", "national nationaux", "national nationale", "nationales nationaux",
  "régional régionales", "local locaux", "social sociaux", "sociale sociaux", "général générale", "numérique numériques", "original originaux", "travail travaux",
  "vitrail vitraux", "bureau bureaux", "réseau réseaux", "tableau tableaux", "nouveau nouvelle", "nouveaux nouvelles", "nouvel nouveau", "beau belle",
  "bel beaux", "vieux vieille", "vieil vieilles", "fou folle", "jumeau jumelles", "lieu lieux", "jeu jeux", "milieu milieux",
  "enjeu enjeux", "cheveu cheveux", "bijou bijoux", "caillou cailloux", "genou genoux", "tuyau tuyaux", "œil yeux", "heureux heureuse",
  "heureuse heureuses", "nombreux nombreuses", "dangereux dangereuse", "courageux courageusement", "sérieux sérieuse", "précieux précieuses", "doux douce", "faux fausses",
  "roux rousse", "jaloux jalouse", "blanc blanche", "blancs blanches", "franc franche", "sec sèche", "frais fraîche", "public publique",
  "publics publiques", "grec grecque", "long longue", "longs longues", "gros grosse", "bas basse", "épais épaisse", "gentil gentille",
  "nul nulle", "citoyen citoyenne", "citoyens citoyennes", "européen européennes", "ancien anciennes", "quotidien quotidienne", "paysan paysanne", "champion championne",
  "breton bretonne", "bon bonne", "professionnel professionnelle", "professionnels professionnelles", "actuel actuelle", "pareil pareille", "cadet cadette", "complet complète",
  "premier première", "premiers premières", "dernier dernières", "entier entière", "particulier particulières", "particulier particulièrement", "infirmier infirmière", "ouvrier ouvrières",
  "léger légère", "étranger étrangères", "cher chère", "fier fière", "français française", "anglais anglaises", "mauvais mauvaise", "japonais japonaise",
  "bourgeois bourgeoise", "chinois chinoises", "maître maîtresse", "copain copine", "héros héroïne", "employé employée", "employés employées", "employer employé",
  "emploi employer", "salarié salariées", "élu élue", "élus élues", "élu élus", "ami amie", "amis amies", "ami amis",
  "réuni réunie", "parti partis", "vendu vendues", "reçu reçue", "reçus reçues", "connu connue", "numéro numéros", "vidéo vidéos",
  "logo logos", "agenda agendas", "schéma schémas", "virus virus", "mutualiser mutualisons", "mutualisons mutualisation", "mutualiser mutualisations", "mutualisé mutualiser",
  "mutualisée mutualisent", "mutualisait mutualiserons", "organiser organisons", "organise organisent", "organisées organisation", "organiser organisera", "cherchons chercher", "proposons proposer",
  "propose proposent", "travaillons travailler", "travaillent travaillez", "partageons partager", "partagent partagé", "commençons commencer", "avançons avance", "étudions étudier",
  "étudie étudient", "étudié étudier", "modifie modifier", "modifient modification", "vérifier vérification", "appliquer application", "communiquer communication", "expliquer expliquent",
  "libère libérer", "considère considérer", "gère gérer", "coopère coopération", "préfère préférer", "achète acheter", "appelle appeler", "appelles appelons",
  "jette jeter", "lève lever", "essaie essayer", "essai essayons", "paie payer", "envoie envoyer", "enverra envoyer", "crée créer",
  "créé créons", "créées créer", "finir finit", "finissons finissez", "finissent finira", "choisir choisissons", "choisit choisir", "choisis choisissent",
  "réussir réussissent", "agir agissons", "réunir réunissent", "définir définit", "prendre prend", "prendre prenons", "prennent pris", "prendra prise",
  "comprendre compris", "comprend comprenez", "apprendre apprenant", "mettre mis", "permettre permettent", "permis permettra", "tenir tient", "obtenir obtenu",
  "viennent venir", "devenir devenu", "faire fait", "faites faisons", "fera faire", "dire dit", "disent dire", "lire lisons",
  "lit lits", "écrire écrit", "écrite écrivons", "écrits écrivent", "décrire décrit", "produire produit", "produits produisent", "construire construit",
  "conduire conduisez", "traduire traduite", "voir vu", "voient voyons", "verra voir", "prévoir prévu", "pouvoir peut", "peuvent pouvons",
  "pourrait pouvoir", "vouloir veut", "voulons voulu", "devoir doit", "doivent devra", "savoir sait", "savent saura", "recevoir reçoit",
  "concevoir conçu", "suivre suit", "suivi suivent", "vivre vécu", "vivent vivons", "croire croient", "connaître connaît", "connaissez connu",
  "paraître paraissent", "naître née", "rejoindre rejoignez", "craindre craignent", "atteindre atteint", "ouvrir ouvert", "ouvrent ouvrons", "découvrir découverte",
  "offrir offert", "souffrir souffrent", "valoir vaut", "résoudre résolu", "battre battu", "combattre combattons", "exclure exclus", "aller allons",
  "vont aller", "servir sert", "vendre vendons", "vendu vend", "attendre attendent", "attendu attends", "répondre répondu", "rendre rendent",
  "entendre entendu", "perdre perdu", "défendre défendons", "descendre descendu", "activité activités", "liberté libertés", "communauté communautés", "année années",
  "idée idées", "musée musées", "journée journées", "lycée lycées", "entrée entrées", "armée armées", "matière matières", "manière manières",
  "bibliothèque bibliothèques", "politique politiques", "économie économies", "économique économiques", "ministère ministères", "caractère caractères", "critère critères", "problème problèmes",
  "raison raisons", "maison maisons", "saison saisons", "question questions", "région régions", "réunion réunions", "opinion opinions", "permission permissions",
  "connexion connexions", "version versions", "client cliente", "différent différentes", "présent présente", "agent agents", "argent argents", "document documents",
  "événement événements", "sentiment sentiments", "aiment aimer", "forment former", "enfant enfants", "savant savante", "important importantes", "extrait extraits",
  "portrait portraits", "droit droits", "circuit circuits", "esprit esprits", "habit habits", "petit petite", "petits petites", "moyen moyenne",
  "commun commune", "base bases", "service services", "fête fêtes", "forêt forêts", "aîné aînée", "île îles", "château châteaux",
];

const apart = [
  "usager nager", "port portrait", "base bas", "base basse", "case cas", "français franc", "permission perdre", "mère mer",
  "frère frein", "fée fer", "maison mais", "raison rayon", "saison saisir", "commun communication", "commune communiquer", "public publication",
  "client clairon", "couvent couver", "talent taler", "gens générer", "gens génération", "ours oursin", "sens sensible", "fils filtre",
  "fois foi", "mois moine", "lieu lier", "jeu jeune", "vœu vouloir", "œuvre ouvrir", "numérique numéro", "bibliothèque bible",
  "politique police", "matière matin", "manière main", "lumière lune", "colère coller", "misère mise", "sphère spécial", "essai essaim",
  "chercher cher", "acteur activer", "lecteur lecture", "direction diriger", "réseau réserve", "tableau table", "bureau bourreau", "château chat",
  "cheval chevalier", "journal jour", "travail travers", "atelier attente", "archive arche", "lettre lest", "rapport porter", "analyse annales",
  "annonce année", "dérive dériveur", "joie jour", "militant milieu", "forêt forme", "fête fait", "pêche peuple", "île il",
  "âge agir", "sûreté surface", "ville village", "salle sale", "balle bal", "terre terme", "pomme pompe", "femme ferme",
  "classe clair", "masse mas", "tasse tas", "poisson poison", "dessert désert", "cousin coussin", "rose ruse", "carton carte",
  "bouton bout", "raisons raser", "citron citer", "patrons patrouille", "environ environnement", "horizon horaire", "client clément", "agent âge",
  "moment mont", "argent large", "accident accès", "orient origine", "patient patin", "récent recette", "urgent urne", "parent parc",
  "serpent serveur", "torrent tort", "ardent arbre", "vent vente",
];

const stemsOf = (word: string) => stems(fold(word));

function meet(pair: string): boolean {
  const [one = "", other = ""] = pair.split(" ");
  return stemsOf(one).some((stem) => stemsOf(other).includes(stem));
}

describe("stems", () => {
  test("there are pairs enough", () => {
    expect(met.length).toBeGreaterThanOrEqual(200);
    expect(apart.length).toBeGreaterThanOrEqual(60);
  });

  test("the forms of a word share one", () => {
    expect(met.filter((pair) => !meet(pair))).toEqual([]);
  });

  test("words that look alike share none", () => {
    expect(apart.filter(meet)).toEqual([]);
  });

  test("are one or two, and not empty, whatever the text", () => {
    fc.assert(fc.property(anyText, (text) => {
      for (const part of text.split(/\s+/).filter(Boolean)) {
        const found = stems(fold(part) || "x");
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThanOrEqual(2);
        expect(found.every((stem) => stem !== "")).toBe(true);
      }
    }));
  });

  test("what is no French word is its own stem", () => {
    for (const term of ["2022", "h2o", "日本語", "a".repeat(100_000)]) expect(stems(term)).toEqual([term]);
  });
});
