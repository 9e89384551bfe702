/** The part of the contract that is about workshop kits: all that a workshop needs, in a folder of its own on a key. */
import type { Answer } from "../archive/model.ts";
import type { HandoutRequest } from "./dossierContract.ts";

/** Making the files, writing them through to the key, reading them back and comparing. */
export const kitSteps = ["making", "writing", "reading"] as const;

export interface KitProgress {
  step: (typeof kitSteps)[number];
  /** Name of the file under way. */
  file: string;
  /** Of this step: files made, or bytes. */
  done: number;
  total: number;
}

export interface Kit {
  folder: string;
  files: string[];
  bytes: number;
}

/** Answered by the shell. */
export interface KitCalls {
  /**
   * Writes the pack, the hand-outs and a LISEZMOI in a new folder where the person says, and reads all of it back; null when they think better of it, before or in the
   * middle. Fails with a code of `kit-…`, and then has left nothing there.
   */
  makeKit(request: HandoutRequest & { withReports: boolean }): Promise<Answer<Kit | null>>;
  /** Ends the kit under way; what was written of it is cleared away. Nothing happens without one. */
  cancelKit(): Promise<Answer<null>>;
}

export const kitCalls = ["makeKit", "cancelKit"] as const satisfies (keyof KitCalls)[];

/** The channel that tells the window that asked of each `KitProgress`. */
export const kitChannel = "kit";
