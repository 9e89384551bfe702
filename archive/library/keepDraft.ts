/**
 * A draft becomes a document of the library: new, a new revision of one that is there, or nothing new at all. The original's bytes decide; then, for
 * what changed since it was last received, the collection, kind, date and title.
 */
import { basename } from "node:path/posix";
import type { Nodes, RootContent } from "mdast";
import type { Draft, ImportNote, LetterDraft, ReportDraft } from "../draft.ts";
import { type Answer, type DocumentHead, fail, type Letter, type Passage, type ReportHead, succeed } from "../model.ts";
import { letterPassages, reportPassages } from "../search/passages.ts";
import type { CatalogueEntry, Original } from "../store/catalogue.ts";
import { sha256 } from "../store/digest.ts";
import { type Files, makeFolder, moveFromBin, reviseFolder } from "../store/documentFolders.ts";
import { mainFile, recordFile, textFile } from "../store/layout.ts";
import { parseLetter } from "../store/letterFile.ts";
import { identify, letterMarkdown, plainTitle, shortSlug } from "../store/letterMarkdown.ts";
import { type DocumentRecord, recordText } from "../store/record.ts";
import { reportTextOf } from "../store/reportText.ts";
import { ownPicture } from "../text/hypertext.ts";
