/** `relire pack`, `relire inspect` and `relire key`: packs and the keys that sign them, from a terminal. */
import type { Archive } from "./archive.ts";
import type { Command } from "./cliCommand.ts";
import type { CliWords } from "./cliWords.ts";
import type { Answer, Failure } from "./model.ts";
import type { PackReport } from "./packing.ts";
import { fingerprintOf, newKeyFile, PublisherName, readKeyFile, type SigningKey } from "./share/packKey.ts";
import type { PackSummary } from "./share/packSummary.ts";
import { basename, extname } from "node:path";
import { readKey, writeNewKey } from "./store/keyFile.ts";
