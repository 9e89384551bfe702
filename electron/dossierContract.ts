/** The part of the contract that is about dossiers. */
import type { BinnedDossierHead, Dossier, DossierHead, FollowedItem } from "../archive/dossier.ts";
import type { DossierChange } from "../archive/dossierChange.ts";
import type { GatherRequest } from "../archive/gatherPassage.ts";
import type { Answer } from "../archive/model.ts";
import type { Comparison, MergeChoices } from "../archive/share/mergeDossiers.ts";

/** Answered by the librarian's process. */
export interface DossierCalls {
  /** Latest change first. */
  dossiers(): Promise<Answer<DossierHead[]>>;
  dossier(id: string): Promise<Answer<Dossier>>;
  makeDossier(title: string): Promise<Answer<Dossier>>;
  changeDossier(request: { id: string; change: DossierChange }): Promise<Answer<Dossier>>;
  /** Adds a passage, as it is now, at the end. */
  gather(request: GatherRequest & { dossier: string }): Promise<Answer<Gathered>>;
  /** Where the words of its highlights are now. */
  followedItems(id: string): Promise<Answer<FollowedItem[]>>;
  duplicateDossier(request: { id: string; title: string }): Promise<Answer<Dossier>>;
  /** Moves a dossier to the bin. */
  removeDossier(id: string): Promise<Answer<null>>;
  /** Takes it out again; gives its id, another one when a different dossier has its own by now. */
  restoreDossier(id: string): Promise<Answer<string>>;
  /** Latest first; `emptyBin` empties it too. */
  binnedDossiers(): Promise<Answer<BinnedDossierHead[]>>;
  /** Looks whether other processes changed notes or dossiers: every window hears of it. */
  lookAtWritten(): Promise<Answer<null>>;
  compareDossier(id: string): Promise<Answer<Comparison>>;
  mergeDossier(request: { id: string; choices: MergeChoices }): Promise<Answer<Dossier>>;
  /** The dossier as a file of some form, for the shell to hand to the person. */
  dossierFile(request: DossierFileRequest): Promise<Answer<{ name: string; base64: string }>>;
}

/** What was added, and to what. */
export interface Gathered {
  dossier: Dossier;
  item: string;
}

export const sheetForms = ["a4", "booklet", "cards"] as const;
/** How a hand-out looks. */
export interface SheetLook {
  form: (typeof sheetForms)[number];
  /** 18 points and more. */
  isLarge: boolean;
  isBlackAndWhite: boolean;
}

/** "paper" is the page that becomes the hand-out's PDF. */
export interface DossierFileRequest {
  id: string;
  form: "pack" | "markdown" | "odt" | "paper";
  language: "fr" | "en";
  look?: SheetLook | undefined;
  /** In a pack. */
  withReports?: boolean | undefined;
  /** In a pack: the person's notes about what the dossier quotes. */
  withNotes?: boolean | undefined;
}

export const dossierCalls = ["dossiers", "dossier", "makeDossier", "changeDossier", "gather", "followedItems", "duplicateDossier", "removeDossier", "restoreDossier", "binnedDossiers", "lookAtWritten", "compareDossier", "mergeDossier", "dossierFile"] as const satisfies (keyof DossierCalls)[];

export type HandoutRequest = { id: string; language: "fr" | "en"; look: SheetLook };

/** Answered by the shell. */
export interface HandoutCalls {
  /** Keeps a dossier where the person says; false when they think better of it. A PDF is the very one that was previewed. Fails with `export-failed`. */
  saveDossier(request: HandoutRequest & { form: "pack" | "markdown" | "odt" | "pdf"; withReports: boolean; withNotes?: boolean | undefined }): Promise<Answer<boolean>>;
  /** Makes the PDF of a hand-out; gives the address where the window reads it, until the next one is made. */
  previewHandout(request: HandoutRequest): Promise<Answer<string>>;
}

export const handoutCalls = ["saveDossier", "previewHandout"] as const satisfies (keyof HandoutCalls)[];
