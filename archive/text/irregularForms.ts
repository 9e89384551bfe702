/**
 * Words that no rule of `stem` can tell: closed lists, in folded form. What is not listed is left to the rules, which then give both
 * readings ("couvent" is a noun here; "glissent", unlisted, may be one too).
 */

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Forms and the word they belong to, which is then its own stem: plurals and feminines that change more than an ending. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  (
    // Adjectives with two masculines, or a feminine of their own.
    "beau: bel belle beaux belles; nouveau: nouvel nouvelle nouveaux nouvelles; vieux: vieil vieille vieilles; fou: fol folle fous folles; mou: mol molle mous molles; " +
    "jumeau: jumelle jumeaux jumelles; doux: douce douces; roux: rousse rousses; faux: fausse fausses; jaloux: jalouse jalouses; epoux: epouse epouses; " +
    "blanc: blancs blanche blanches; franc: francs franche franches; sec: secs seche seches; frais: fraiche fraiches; " +
    "public: publics publique publiques; grec: grecs grecque grecques; turc: turcs turque turques; laic: laics laique laiques; caduc: caducs caduque caduques; " +
    "gros: grosse grosses; bas: basse basses; gras: grasse grasses; epais: epaisse epaisses; las: lasse lasses; nul: nuls nulle nulles; gentil: gentils gentille gentilles; " +
    "paysan: paysans paysanne paysannes; bref: brefs breve breves; malin: malins maligne malignes; benin: benins benigne benignes; favori: favoris favorite favorites; " +
    "maitre: maitres maitresse maitresses; hote: hotes hotesse hotesses; poete: poetes poetesse poetesses; duc: ducs duchesse duchesses; chef: chefs cheffe cheffes; " +
    "heros: heroine heroines; copain: copains copine copines; confus: confuse confuses; diffus: diffuse diffuses; reclus: recluse recluses; " +
    "francais: francaise francaises; anglais: anglaise anglaises; mauvais: mauvaise mauvaises; tiers: tierce tierces; " +
    // Plurals.
    "travail: travaux; vitrail: vitraux; bail: baux; corail: coraux; email: emaux emails; soupirail: soupiraux; ventail: ventaux; oeil: yeux; ciel: ciels cieux; aieul: aieux aieuls; " +
    "monsieur: messieurs; madame: mesdames; mademoiselle: mesdemoiselles; jeu: jeux; feu: feux; lieu: lieux; milieu: milieux; enjeu: enjeux; cheveu: cheveux; neveu: neveux; voeu: voeux; " +
    "aveu: aveux; adieu: adieux; essieu: essieux; dieu: dieux; pieu: pieux; bijou: bijoux; caillou: cailloux; chou: choux; genou: genoux; hibou: hiboux; joujou: joujoux; pou: poux; " +
    "tuyau: tuyaux; noyau: noyaux; joyau: joyaux; boyau: boyaux; etau: etaux; landau: landaus; opinion: opinions; communion: communions; religion: religions; rebellion: rebellions; " +
    "contagion: contagions; suspicion: suspicions; celui: celle celles ceux; tout: tous toute toutes; eau: eaux; peau: peaux; veau: veaux; seau: seaux; sceau: sceaux; os: oss; " +
    // Words that look like forms of others.
    "deux: deux; mieux: mieux; eux: eux; maux: mal mals; chaux: chaux; taux: taux; vaux: val vals; mere: meres; mer: mers; pere: peres; misere: miseres; colere: coleres; sphere: spheres; " +
    "gens: gens; mais: mais; ours: ourse ourses; sens: sens; temps: temps; corps: corps; cours: cours; fois: fois; mois: mois; fils: fils; vers: vers; plus: plus; bus: bus; un: une uns unes; divers: diverse diverses; univers: univers; travers: travers; envers: envers; revers: revers; pervers: perverse perverses; fee: fees; revue: revues; " +
    "cas: cas; souhait: souhaits; legende: legendes; civil: civils civile civiles; service: services; commun: communs commune communes; base: bases; case: cases; vente: ventes; environnement: environnements; chevalier: chevaliers; essai: essais; delai: delais; quai: quais; vrai: vrais vraie vraies; balai: balais; ideal: ideaux ideale ideales; materiau: materiaux"
  )
    .split("; ")
    .flatMap((line): [string, string][] => {
      const [base = "", forms = ""] = line.split(": ");
      return [base, ...forms.split(" ")].map((form) => [form, base]);
    }),
);

/** Nouns and adjectives in -on, whose plural looks like "nous cherchons". Those in -aison and -ion need no list. */
export const nounsInOn = setOf(`
  abandon accordeon aiglon aiguillon aileron ambon aviron avorton bacon badminton baillon balcon ballon baron baston bataillon
  baton beton biberon bidon bison blason blouson boisson bon bonbon bouchon bouffon bouillon boulon bourdon bourgeon bouton
  breton brouillon bucheron buisson cabanon caisson calecon cameleon caneton canon canton canyon caparacon capuchon carillon
  carton ceinturon champignon chanson chaperon charancon charbon chardon chaton chaudron chausson chevron chiffon citron clairon
  cloison cochon cocon colimacon colon compagnon con contrefacon cordon cornichon coton coupon crampon crayon croton crouton
  cuisson cupidon decathlon demon devon dicton dindon don donjon dragon echanson echantillon echelon ecusson edredon electron
  embryon environ eperon escadron espadon esturgeon etalon etymon facon faucon felon feston feuilleton fiston flacon flocon
  forgeron fourgon frelon fripon frisson fronton galon garcon gardon garnison gascon gazon giron glacon glouton goudron goujon
  goupillon gravillon griffon grillon guerison guidon hackathon haillon hamecon hanneton harpon helicon herisson heron horizon
  houblon jalon jambon jargon jeton jupon klaxon lagon laideron lardon larron lecon limon liston macon maillon mamelon manchon
  maquignon marathon marron mascaron medaillon melon menton micron mignon miton moignon moisson moucheron mouflon mousson mouton
  napperon neon neutron nourrisson nylon ognon oignon oison ourson paillasson pantalon pantheon paon papillon pardon parton
  patron pavillon peloton perron phaeton pharaon photon pigeon pignon pilon pinson piston piton plancton plastron plongeon
  poincon poison poisson polisson polochon poltron pompon ponton potiron poumon prison proton puceron python quarteron quignon
  rayon rejeton reveillon ronron sablon salon santon saucisson saumon savon saxon sermon sillon siphon son soupcon talon tampon
  tendon tenon teton thon tison toison ton torchon tourbillon trahison triathlon triton troncon typhon ultrason unisson vallon
  veston vigneron violon wagon wallon zircon`);

/** Nouns and adjectives in -ent (those in -ment need no list), which look like "ils glissent". */
export const nounsInEnt = setOf(`
  absent abstinent accent accident adherent adjacent adolescent afferent affluent agent ambivalent antecedent apparent ardent
  argent arpent astringent auvent avent bivalent cent chiendent client coefficient coherent coincident competent concurrent
  confident confluent congruent conscient consequent content continent contingent convalescent convergent copresident couvent
  covalent decadent decent deferent deficient deliquescent dent detergent different diligent dissident divergent efferent
  effervescent efficient effluent eloquent emergent eminent entregent equipollent equivalent evanescent event evident excedent
  excellent excipient expedient fervent flatulent fluorescent frequent gent gradient immanent imminent impatient impenitent
  impermanent impertinent impotent imprudent impudent inapparent incandescent incident incoherent incompetent inconscient
  inconsequent incontinent inconvenient indecent indifferent indigent indolent indulgent inefficient influent ingredient
  inherent innocent insolent insurgent intelligent intermittent irreverent latent lent luminescent malevolent mecontent
  multivalent munificent negligent obsolescent occident occurrent omnipotent omnipresent omniscient onguent opalescent opulent
  orient paravent parent patent patient penitent permanent pertinent pestilent phosphorescent polyvalent pourcent precedent
  preeminent present president prevalent proeminent prudent pubescent purulent quiescent quotient recent recipient recurrent
  referent regent relent resident resilient resurgent reticent senescent sergent serpent somnolent souvent strident subconscient
  subsequent succulent surdent talent tangent torrent transparent trident trivalent truculent turbulent turgescent univalent urgent vent
  violent virulent`);

/** Verbs whose present looks like a noun in -ment: "ils aiment", "elles forment". Without the ending -ent. */
export const verbsInMent = setOf(`
  abim acclam affam afferm affirm aim alarm allum amalgam anim approxim arm assum blam brim calm charm chom clam comprim confirm
  conform consum costum cram dechaum decim declam deform deprim desarm diffam diplom dorm embaum enferm entam estim exclam exhum
  exprim ferm film form fum grim hum imprim infirm inform inhum intim lam legitim lim ment mim norm opprim parfum perform perim
  plum presum proclam rallum ram ranim reaffirm reanim reclam redorm reform reimprim renferm reprim resum rim rythm sem sublim
  supprim surestim tram transform transhum trim zoom
  assomm consomm denomm enflamm gomm nomm prenomm programm renomm surnomm`);

/** Nouns and adjectives in -it and -ait, whose last letters are no ending of a verb. */
export const nounsInIt = setOf(`
  abstrait acquit attrait audit bandit bienfait bit bruit circuit commit conduit conflit credit debit deduit defait deficit
  delit depit distrait droit edit endroit esprit etroit exploit extrait fait forfait fortuit fruit gabarit granit gratuit habit
  imparfait inedit inscrit introduit inuit lait lit maudit mefait minuit nuit parfait petit portrait prescrit produit profit
  proscrit recit reduit refait retrait satisfait souhait subit surfait traduit trait transit usufruit`);
