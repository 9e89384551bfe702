import { describe, expect, test } from "vitest";
import { dateInFileName, isOnlyDate, letterDateIn, machineDate, mailDate } from "../../../archive/import/dates.ts";

describe("a line near the title dates the letter", () => {
  test.each([
    ["octobre 2022", "2022-10"],
    ["OCTOBRE 2022", "2022-10"],
    ["Fevrier 2021", "2021-02"],
    ["1er juillet 2022", "2022-07-01"],
    ["le 21/10/2022", "2022-10-21"],
    ["Nantes, le 21 octobre 2022", "2022-10-21"],
    ["Lettre n° 12 – 3 août 2021", "2021-08-03"],
    ["Numéro 7, avril 2021", "2021-04"],
    ["October 5th, 2022", "2022-10-05"],
    ["5 Oct. 2022", "2022-10-05"],
    ["Déc. 2020", "2020-12"],
    ["Juillet-août 2022", "2022-07"],
    ["Printemps 2022", "2022"],
    ["Publié Wed 23 Jun 2021 par DINUM", "2021-06-23"],
    ["2022-10-05", "2022-10-05"],
  ])("%s", (line, date) => {
    expect(letterDateIn(line)).toBe(date);
  });
});

describe("a line that speaks of an event does not", () => {
  test.each([
    "du 29 octobre au 2 novembre 2022",
    "Rendez-vous le 8 novembre 2022",
    "Les 8 et 9 novembre 2022",
    "Inscription avant le 3 mars 2023",
    "31 février 2022",
    "octobre",
    "Copyright 2022 octobre 2022",
    "Nous avons commencé ce travail en octobre 2022 et nous le finirons quand nous pourrons le finir",
  ])("%s", (line) => {
    expect(letterDateIn(line)).toBeNull();
  });
});

test("a line that says more than its date is told from one that does not", () => {
  expect(["octobre 2022", "Le vendredi 21 octobre 2022", "d’octobre 2022"].map(isOnlyDate)).toEqual([true, true, true]);
  expect(["Lettre n° 3, octobre 2022", "La Dérivation"].map(isOnlyDate)).toEqual([false, false]);
});

test.each([
  ["2022-10.txt", "2022-10"],
  ["202210.html", "2022-10"],
  ["lettre_2022_10_05.md", "2022-10-05"],
  ["20221005-lettre.eml", "2022-10-05"],
  ["lettre-octobre-2022.html", "2022-10"],
  ["05-10-2022.txt", "2022-10-05"],
  ["archives/2022/10/lettre.html", "2022-10"],
  ["2022-13.txt", null],
  ["gazette_15.md", null],
  ["lettre 2022-02-31.txt", "2022-02"],
])("the name %s says %s", (name, date) => {
  expect(dateInFileName(name)).toBe(date);
});

test("a mail's date is the local day on which it was sent", () => {
  expect(mailDate("Tue, 05 May 2020 00:30:00 +0200")).toBe("2020-05-05");
  expect(mailDate("5 May 99 23:00 GMT")).toBe("1999-05-05");
  expect(mailDate("Thu, 31 Feb 2022 10:00:00 +0100")).toBeNull();
});

test("machines' dates keep the day they write", () => {
  expect(machineDate("2022-10-05T23:30:00-05:00")).toBe("2022-10-05");
  expect(machineDate("2022-02-31")).toBeNull();
  expect(machineDate("2022")).toBe("2022");
});
