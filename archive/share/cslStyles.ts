/**
 * How references are written, as styles and locales of the Citation Style Language 1.0.2, written for what this archive holds: sections of letters, and reports.
 * They follow the usage of ISO 690 in French: authors first, titles of what is published on its own in italics, the page as it is printed.
 */

export type CslStyle = "note" | "author-date" | "short";
export type CslLanguage = "fr" | "en";

const authors = `
  <macro name="authors"><names variable="author"><name and="text" delimiter=", "/></names></macro>`;

/** A section: its title in quotation marks, its letter's, and the newsletter in italics. A whole letter has no section, and a report stands for itself. */
const work = `
  <macro name="work"><choose>
    <if type="report"><text variable="title" font-style="italic"/></if>
    <else><group delimiter=", ">
      <text variable="title" quotes="true"/>
      <text variable="volume-title" quotes="true"/>
      <text variable="container-title" font-style="italic"/>
    </group></else>
  </choose></macro>`;

const rest = `
  <macro name="date"><choose>
    <if variable="issued"><date variable="issued" form="text"/></if>
    <else><text term="no date" form="short"/></else>
  </choose></macro>
  <macro name="year"><choose>
    <if variable="issued"><date variable="issued"><date-part name="year"/></date></if>
    <else><text term="no date" form="short"/></else>
  </choose></macro>
  <macro name="locator"><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></macro>
  <macro name="origin"><choose>
    <if variable="author"><text macro="authors"/></if>
    <else-if type="report"><text variable="publisher"/></else-if>
    <else><text variable="container-title"/></else>
  </choose></macro>`;

function style(kind: "note" | "in-text", layouts: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0">
  <info><title>Relire</title><id>relire</id><updated>2026-01-01T00:00:00+00:00</updated></info>${authors}${work}${rest}${layouts}
</style>`;
}

const whole = `<group delimiter=", ">
      <group delimiter=". "><text macro="authors"/><text macro="work"/></group>
      <text variable="publisher"/>
      <text macro="date"/>
      <text macro="locator"/>
    </group>`;

export const cslStyles: Record<CslStyle, string> = {
  note: style("note", `
  <citation><layout suffix="." delimiter="; ">${whole}</layout></citation>
  <bibliography><layout suffix=".">${whole}</layout></bibliography>`),
  "author-date": style("in-text", `
  <citation><layout prefix="(" suffix=")" delimiter="; "><group delimiter=", "><text macro="origin"/><text macro="year"/><text macro="locator"/></group></layout></citation>
  <bibliography><layout suffix="."><group delimiter=". ">
    <group delimiter=", "><text macro="origin"/><text macro="year"/></group>
    <group delimiter=", "><text macro="work"/><text variable="publisher"/><text macro="date"/></group>
  </group></layout></bibliography>`),
  short: style("note", `
  <citation><layout delimiter="; "><group delimiter=", ">
    <text macro="work"/><text macro="date"/><text macro="locator"/>
  </group></layout></citation>
  <bibliography><layout><group delimiter=", "><text macro="work"/><text macro="date"/></group></layout></bibliography>`),
};

function locale(language: string, terms: Record<string, string>, months: readonly string[], date: string, ordinals = ""): string {
  const named = Object.entries(terms).map(([name, value]) => {
    const [term = "", form] = name.split("/");
    return `<term name="${term}"${form ? ` form="${form}"` : ""}>${value}</term>`;
  });
  const ofYear = months.map((month, index) => `<term name="month-${String(index + 1).padStart(2, "0")}">${month}</term>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${language}">
  <style-options punctuation-in-quote="false" limit-day-ordinals-to-day-1="true"/>
  ${date}
  <terms>${[...named, ...ofYear].join("")}${ordinals}</terms>
</locale>`;
}

const page = (short: string, long: string): Record<string, string> => ({ "page/short": short, page: long });

export const cslLocales: Record<CslLanguage, string> = {
  fr: locale(
    "fr-FR",
    { and: "et", "et-al": "et al.", "no date/short": "s. d.", "no date": "sans date", ...page("p.", "page"), "open-quote": "«\u202F", "close-quote": "\u202F»", "open-inner-quote": "“", "close-inner-quote": "”" },
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    `<date form="text"><date-part name="day" form="ordinal" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/></date>`,
    `<term name="ordinal">e</term><term name="ordinal-01" match="whole-number">er</term>`,
  ),
  en: locale(
    "en-GB",
    { and: "and", "et-al": "et al.", "no date/short": "n.d.", "no date": "no date", ...page("p.", "page"), "open-quote": "“", "close-quote": "”", "open-inner-quote": "‘", "close-inner-quote": "’" },
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    `<date form="text"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/></date>`,
  ),
};
