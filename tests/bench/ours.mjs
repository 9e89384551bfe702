/** `ours.ts` as the bench has bundled it, under out/. */
import { pathToFileURL } from "node:url";
import { ourBundle } from "./places.mjs";

/** @type {typeof import('./ours.ts')} */
export const ours = await import(pathToFileURL(ourBundle).href);
