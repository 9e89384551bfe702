/** What is fuzzed, by name. */
import type { Ground, Target } from "./target.ts";
import { addresses } from "./targets/addresses.ts";
import { calls } from "./targets/calls.ts";
import { catalogues } from "./targets/catalogues.ts";
import { forgedIndexes } from "./targets/forgedIndexes.ts";
import { forms } from "./targets/forms.ts";
import { indexes } from "./targets/indexes.ts";
import { library } from "./targets/library.ts";
import { packs } from "./targets/packs.ts";
import { pdfs } from "./targets/pdfs.ts";
import { queries } from "./targets/queries.ts";

export const targets: Readonly<Record<string, (ground: Ground) => Target | Promise<Target>>> = { forms, library, pdfs, queries, indexes, forgedIndexes, catalogues, packs, addresses, calls };
