import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { midDots } from "../../../archive/text/characterKind.ts";
import { indexTerms } from "../../../archive/text/terms.ts";
import { words } from "../../../archive/text/words.ts";
import { anyText } from "./anyText.ts";

/** Each is one word, found by all of these. */
const table: [writing: string, forms: string][] = [
  ["usager·es", "usageres usager usagere usagers"],
  ["usager·e·s", "usageres usager usagere usagers"],
  ["usager·ère·s", "usagereres usager usagere usagers usageres"],
  ["usager(e)s", "usageres usager usagere usagers"],
  ["tou·te·s", "toutes tout toute tous"],
  ["tous·tes", "toustes tout toute tous toutes"],
  ["tou.tes", "toutes tout toute tous"],
  ["tou(te)s", "toutes tout toute tous"],
  ["tou-te-s", "toutes tout toute tous"],
  ["acteur·rice·s", "acteurrices acteur actrice acteurs actrices"],
  ["acteur·trice·s", "acteurtrices acteur actrice acteurs actrices"],
  ["acteurs·rices", "acteursrices acteur actrice acteurs actrices"],
  ["lecteur·ice", "lecteurice lecteur lectrice lecteurs lectrices"],
  ["utilisateur·ices", "utilisateurices utilisateur utilisatrice utilisateurs utilisatrices"],
  ["utilisateur-atrice-s", "utilisateur utilisatrice utilisateurs utilisatrices"],
  ["utilisateurices", "utilisateurices utilisateur utilisatrice utilisateurs utilisatrices"],
  ["directeur(trice)s", "directeurtrices directeur directrice directeurs directrices"],
  ["ambassadeur·drice·s", "ambassadeur ambassadrice ambassadeurs ambassadrices"],
  ["attentif·ve", "attentifve attentif attentive attentifs attentives"],
  ["attentif·ve(s)", "attentifves attentif attentive attentifs attentives"],
  ["attentif·ive·s", "attentif attentive attentifs attentives"],
  ["content⋅es", "contentes content contente contents"],
  ["seul·e", "seule seul seuls seules"],
  ["seul·le", "seulle seul seule seuls seules"],
  ["étudiant-e-s", "etudiantes etudiant etudiante etudiants"],
  ["étudiant.e.s", "etudiantes etudiant etudiante etudiants"],
  ["ÉTUDIANT.E.S", "etudiantes etudiant etudiante etudiants"],
  ["étudiant(e)s", "etudiantes etudiant etudiante etudiants"],
  ["étudiant(e)(s)", "etudiantes etudiant etudiante etudiants"],
  ["étudiant/e/s", "etudiantes etudiant etudiante etudiants"],
  ["étudiants·es", "etudiantses etudiant etudiante etudiants etudiantes"],
  ["lecteur/lectrice", "lecteurlectrice lecteur lectrice lecteurs lectrices"],
  ["lectrices/lecteurs", "lectrices lecteurs lectrice lecteur"],
  ["chargé/e", "chargee charge charges chargees"],
  ["chercheur·euse·s", "chercheureuses chercheur chercheuse chercheurs chercheuses"],
  ["chercheur·se", "chercheurse chercheur chercheuse chercheurs chercheuses"],
  ["infirmier·ère·s", "infirmiereres infirmier infirmiere infirmiers infirmieres"],
  ["infirmier·ière·s", "infirmier infirmiere infirmiers infirmieres"],
  ["jardinier·es", "jardinieres jardinier jardiniere jardiniers"],
  ["citoyen·ne·s", "citoyennes citoyen citoyenne citoyens"],
  ["citoyen-ne-s", "citoyennes citoyen citoyenne citoyens"],
  ["citoyen·e·s", "citoyenes citoyen citoyenne citoyens citoyennes"],
  ["musicien·ienne", "musicien musicienne musiciens musiciennes"],
  ["champion·ne", "championne champion champions championnes"],
  ["voisin·es", "voisines voisin voisine voisins"],
  ["régional·e·aux", "regionaleaux regional regionale regionaux regionales"],
  ["locaux·ales", "locauxales local locale locaux locales"],
  ["heureux·se(s)", "heureuxses heureux heureuse heureuses"],
  ["heureux-se", "heureux heureuse heureuses"],
  ["nombreux·ses", "nombreuxses nombreux nombreuse nombreuses"],
  ["fou·olle", "fou folle folles"],
  ["celles·ceux", "cellesceux celles ceux"],
  ["ceux·celles", "ceuxcelles celles ceux"],
  ["celleux", "celleux celles ceux"],
  ["iel", "iel il elle"],
  ["iels", "iels ils elles"],
  ["un·e", "une un"],
  ["un(e)", "une un"],
  ["un·e·s", "unes un une uns"],
  ["nouveaux·elles", "nouveauxelles nouveau nouvelle nouveaux nouvelles"],
  ["nouveau/nouvelle", "nouveau nouvelle nouveaux nouvelles"],
  ["beau·belle", "beaubelle beau belle"],
  ["le·la", "lela le la"],
  ["il/elle", "ilelle il elle"],
  ["ami·e·s", "amies ami amie amis"],
  ["employé·e·s", "employees employe employee employes"],
  ["employé-e-s", "employees employe employee employes"],
  ["né·e·s", "nees ne nee nes"],
  ["agent·es", "agentes agent agente agents"],
  ["professionnel·le·s", "professionnelles professionnel professionnelle professionnels"],
  ["professionnel-le-s", "professionnelles professionnel professionnelle professionnels"],
  ["professionnel(le)s", "professionnelles professionnel professionnelle professionnels"],
  ["public·que", "public publique publics publiques"],
  ["franc·he", "franche franc francs franches"],
  ["maître·sse", "maitresse maitre maitres maitresses"],
  ["document(s)", "documents document"],
  ["réseau(x)", "reseaux reseau"],
  ["élève·s", "eleves eleve"],
];

describe("inclusive writing", () => {
  test.each(table)("%s is one word, found by: %s", (writing, forms) => {
    const found = words(writing);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ from: 0, to: writing.length });
    expect(found[0]?.forms).toEqual(expect.arrayContaining(forms.split(" ")));
  });

  test("every mid-height dot that keyboards and word processors give will do", () => {
    for (const dot of midDots) expect(words(`usager${dot}e${dot}s`)[0]?.forms, `U+${dot.charCodeAt(0).toString(16)}`).toEqual(words("usager·e·s")[0]?.forms);
  });

  test("the article before it is elided, and the word after its hyphen is another", () => {
    const text = "l’usager·es, les enseignant·e·s-chercheur·euse·s et étudiant-e-s-chercheur-e-s";
    expect(words(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      "usager·es", "les", "enseignant·e·s", "chercheur·euse·s", "et", "étudiant-e-s", "chercheur-e-s",
    ]);
  });

  test.each([
    "peut-être", "3.5", "rendez-vous", "f(x)", "donne-le", "donne-les", "prends-le", "mets-te", "dit-elle", "disent-elles", "va-t-on", "est-ce", "sera-ce", "et/ou", "km/h", "U.S.A.", "a.m.", "node.js", "www.exemple.fr",
    "www.amazon.es", "exemple.fr/es", "fr/es/it", "12-13", "e-mail", "porte-à-porte", "(e)", "a-e-s-a-e-s", "Fin.Elle", "client/serveur", "marche/arrêt", "/home/user/e", "x(e)y", "mot(e)clef", "c’est-à-dire", "vis-à-vis",
    "J.-C.", "v.s", "col·lecció", "Jean-Le", "etc.Le", "sous-ensemble", "est/ouest", "lui-même", "moi-même", "ceux-ci", "là-bas", "2·e", "F(e)",
  ])("%s is not: its parts are ordinary words", (text) => {
    expect(words(text).every(({ forms }) => forms.length === 1)).toBe(true);
  });

  test.each(["usager·es", "étudiant(e)s", "tou-te-s", "acteur·rice·s"])("what is indexed of %s holds its forms and their stems", (writing) => {
    const { surface, stems } = indexTerms(`Pour ${writing}.`);
    const [, word] = words(`Pour ${writing}.`);
    expect(surface).toEqual(["pour", ...(word?.forms ?? ["?"])]);
    expect(new Set(stems).size).toBe(stems.length);
  });

  test("the forms of a word hold nothing but letters, whatever the text", () => {
    fc.assert(fc.property(anyText, (text) => {
      const inclusive = words(text).filter(({ forms }) => forms.length > 1);
      expect(inclusive.filter(({ forms }) => !/^[a-z]+$/.test(forms.join("")))).toEqual([]);
    }), { numRuns: 2000 });
  });
});
