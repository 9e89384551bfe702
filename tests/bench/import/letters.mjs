/** Letters made up by seeded chance: HTML pages as sites make them, and short ones in Markdown. */
const words =
  "soupe pain médiation usagers économie atelier lettre rencontre numérique service partage outil commun jardin quartier réunion compte rendu lecture annonce analyse bibliothèque logiciel libre formation accueil public guichet dossier réseau projet équipe journée texte retour question réponse métier".split(
    " ",
  );

/**
 * HTML of about 30 kB: eight sections with paragraphs, links, emphasis and lists, and what sites put around them.
 *
 * @param {number} number
 */
export function makeHtmlLetter(number) {
  const random = chance(number);
  const sections = Array.from({ length: 8 }, (_, section) => {
    let html = `<h2 style="color:#333">${capital(sentence(random, 3))} ${section}</h2>`;
    while (html.length < 3600) {
      html += `<p style="margin:0 0 1em;font-family:Arial,sans-serif;font-size:16px;line-height:1.5">${sentence(random, 14)} <a href="https://exemple.org/${number}/${section}?utm_source=lettre">${sentence(random, 3)}</a>, <strong>${sentence(random, 3)}</strong> ${sentence(random, 12)}.</p>\n`;
    }
    return `${html}<ul><li>${sentence(random, 6)}</li><li>${sentence(random, 6)}</li></ul>`;
  });
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${titleOf(number)}</title></head><body><table width="600"><tr><td><h1>${titleOf(number)}</h1><p>${dateOf(number)}</p>${sections.join("\n")}</td></tr></table></body></html>\n`;
}

/**
 * Six sections of some forty words.
 *
 * @param {number} number
 */
export function makeShortLetter(number) {
  const random = chance(number);
  const { day, month, year } = dayOf(number);
  const sections = Array.from({ length: 6 }, () => `## ${capital(sentence(random, 3))}\n\n${sentence(random, 40)}.\n`);
  return `---\ntitle: ${titleOf(number)}\ndate: ${[year, month, day].map((part) => String(part).padStart(2, "0")).join("-")}\nauthors: [Ada, Lou]\n---\n\n${sections.join("\n")}`;
}

const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");

/** @param {number} number */
function titleOf(number) {
  return `Lettre d’informations ${number}`;
}

/** @param {number} number */
function dayOf(number) {
  return { day: 1 + (number % 28), month: 1 + (Math.floor(number / 28) % 12), year: 1990 + (Math.floor(number / 336) % 36) };
}

/** @param {number} number */
function dateOf(number) {
  const { day, month, year } = dayOf(number);
  return `${day} ${months[month - 1]} ${year}`;
}

/**
 * @param {() => number} random
 * @param {number} length
 */
function sentence(random, length) {
  return Array.from({ length }, () => words[Math.floor(random() * words.length)] + (random() < 0.1 ? String(Math.floor(random() * 5000)) : "")).join(" ");
}

/** @param {string} text */
function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * A linear congruential generator (Knuth, The Art of Computer Programming, 3.3.4).
 *
 * @param {number} seed
 */
function chance(seed) {
  let state = (seed * 2654435761 + 1) % 2 ** 32;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
