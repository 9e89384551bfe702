/**
 * The sentences that mailing services put around a letter, in French and English: "view in your browser", "unsubscribe", "you receive this
 * because". Each pattern wants a whole line; a sentence that says more is left to the reader.
 */
import { fold } from "../text/fold.ts";

export type Boilerplate = "view-online" | "unsubscribe" | "because" | "sent-with" | "share" | "address";

const viewOnline = [
  /^si (?:ce|cet|cette|le|vous|l')\b.{0,60}(?:s'affich|affich|lisez|voyez|visualis|parvenez|arrivez|lire|voir).{0,120}$/,
  /^(?:(?:vous )?(?:n'arrivez pas|des difficultes|un probleme|probleme|difficulte)s?.{0,20}(?:a|pour|de) (?:lire|voir|visualis\w+|affich\w+|lecture).{0,120})$/,
  /^(?:pour )?(?:voir|affich\w+|lire|lisez|voyez|consult\w+|visualis\w+|ouvrir|ouvrez|view|read|open|see|acceder a)\b.{0,60}(?:navigateur|en ligne|version web|version html|browser|online|web version|on the web).{0,60}$/,
  /^(?:lien vers la |la )?version (?:en ligne|web|navigateur|html)(?: de (?:ce|cet|cette).{0,30})?$/,
  /^(?:view|see) (?:this|it|the)?.{0,30}(?:browser|online).{0,40}$/,
  /^(?:web|online) version$/,
  /^(?:having |are you having )?trouble(?:s)? (?:viewing|reading|seeing|displaying).{0,120}$/,
  /^(?:is |if )?(?:this|the) (?:e-?mail|message|newsletter).{0,30}not (?:display|show|load).{0,120}$/,
  /^cliquez ici (?:pour|si).{0,80}(?:en ligne|navigateur|s'affich).{0,40}$/,
  /^(?:afin |pour )?(?:d'|de )?(?:etre sur|vous assurer|recevoir).{0,80}(?:carnet d'adresses|contacts?|expediteurs).{0,60}$/,
  /^(?:ajoutez|please add|add|to ensure).{0,100}(?:carnet d'adresses|address book|contacts).{0,60}$/,
];
const unsubscribe = [
  /^(?:.{0,120}\b)?(?:(?:me |se |vous )?(?:desabonner|desinscrire|desinscription|desabonnement|desabonnez|desinscrivez)|unsubscribe|opt[ -]?out|ne (?:plus|pas) recevoir|stop receiving|no longer (?:wish|want)|ne souhaitez plus).{0,160}$/,
  /^https?:\/\/\S{0,300}(?:listinfo|unsubscribe|desabo|desinscri)\S{0,300}$/,
  /^(?:gerer|modifier|mettre a jour|manage|update|change)\b.{0,40}(?:abonnement|preference|profil|subscription|profile|inscription)s?.{0,60}$/,
];
const because = [
  /^vous (?:(?:le |la |l')?(?:recevez|avez recu)|etes (?:inscrit|abonne))\b.{0,240}(?:car|parce|abonn|inscri|liste|adresse|suite|email|e-mail|courriel|lettre|newsletter|infolettre).{0,160}$/,
  /^you(?:'re| are)? (?:receiving|received|getting|subscribed)\b.{0,240}$/,
  /^you received\b.{0,240}$/,
  /^(?:cet|ce|cette) (?:e-?mail|message|courriel|lettre|newsletter).{0,40}(?:a ete|est) (?:envoye|adresse|destine).{0,240}$/,
  /^this (?:e-?mail|message|newsletter) (?:was|has been) sent.{0,240}$/,
  /^conformement (?:a|au|aux) .{0,60}(?:loi|rgpd|reglement|cnil|informatique).{0,400}$/,
  /^why did i get this.{0,40}$/,
  /^.{1,60} (?:mailing list|liste de diffusion)$/,
];
const sentWith = [/^(?:envoye|propulse|powered|sent|email marketing powered|cree|made|designed|fait|built) (?:avec|par|with|by|grace a|via)\b.{0,40}$/, /^(?:mailpoet|mailchimp|brevo|sendinblue|mailjet|logo mailpoet|logo mailchimp)$/];
const share = [/^(?:transferer|faire suivre|partager|forward|share|tweet|envoyer)\b.{0,20}(?:a un|ami|e-?mail|facebook|twitter|linkedin|friend|this|mail|lettre|sur).{0,60}$/, /^(?:transferer|partager|forward|tweeter|share|suivez-nous|follow us)$/];
const address = [/^(?:copyright|©|\(c\)).{0,120}$/, /\ball rights reserved|tous droits reserves/, /^our mailing address is:?$/, /^(?:notre|nos) (?:adresse|coordonnees)\b.{0,30}$/];

const patterns: readonly [Boilerplate, readonly RegExp[]][] = [
  ["view-online", viewOnline],
  ["because", because],
  ["unsubscribe", unsubscribe],
  ["sent-with", sentWith],
  ["share", share],
  ["address", address],
];

/** What a line of a letter's margins is, or null for a line of the letter. */
export function boilerplateOf(line: string): Boilerplate | null {
  if (line.length > 420) return null;
  const folded = fold(line)
    .replace(/\s+/g, " ")
    .replace(/^[^a-z0-9©(]+/, "")
    .replace(/[^a-z0-9)]+$/, "")
    .replace(/^\[|\]$/g, "");
  if (folded.length < 3) return null;
  const kind = kindOf(folded);
  return kind === "view-online" && !saysNoMore(folded) ? null : kind;
}

/** "Pour lire en ligne, cliquez ici. Bonne lecture !" says more than where to click. */
function saysNoMore(folded: string): boolean {
  return folded.split(/[.!?…]+\s+/).slice(1).every((sentence) => kindOf(sentence) !== null || /^(?:cliquez|suivez|click|follow|vous pouvez|you can)\b/.test(sentence));
}

function kindOf(folded: string): Boilerplate | null {
  return patterns.find(([, expressions]) => expressions.some((expression) => expression.test(folded)))?.[0] ?? null;
}

/** A postal address, telephone number, web or mail address, or a mere name: what stands beside "unsubscribe". */
export function isImprint(line: string): boolean {
  if (line.length > 160) return false;
  const words = line.trim().split(/\s+/).length;
  return words <= 6 || /\b\d{5}\b|@|https?:|www\.|©|\b(?:rue|avenue|boulevard|place|chemin|tel|tél|street|bp|cs|siret)\b/i.test(line);
}

const bannerWords = /^(?:banniere|bandeau|banner|logo|en-tete|entete|header|image d'en-tete|visuel d'en-tete|image|visuel|photo de couverture)(?: (?:de|du|des|d'|la|le|of|the)\b.{0,40}| principale?| newsletter| lettre)?$/;

/** The description of a banner that says nothing else: "Bannière", "Logo", "Bandeau de la lettre". */
export function isBanner(text: string): boolean {
  return text.length < 70 && bannerWords.test(fold(text).replace(/[[\]().:]/g, "").trim());
}

const networks = new Set("facebook twitter x instagram linkedin youtube mastodon vimeo pinterest github gitlab discord telegram whatsapp tiktok bluesky threads peertube diaspora flickr soundcloud spotify rss email e-mail mail courriel website site web internet custom icon icone logo link lien share tumblr snapchat medium viadeo google+ messenger signal".split(" "));

/** Alternative texts of social icons: one word over and over ("custom custom custom"), or networks' names and nothing else. */
export function isSocial(words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const folded = words.map((word) => fold(word).replace(/^[[(]|[\])]$/g, ""));
  const isRepeated = folded.length >= 3 && new Set(folded).size === 1;
  const known = folded.filter((word) => networks.has(word) || /^(?:icone?|logo|lien|icon)$/.test(word)).length;
  return isRepeated || known === folded.length;
}
