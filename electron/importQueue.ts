/**
 * Imports one after the other, as the windows follow them: what runs, what waits, each item of its report, and the PDFs that wait for their
 * password. Passwords stay in this process's memory. Whole paths stay here too: the windows are told of files by the names a person chose.
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import type { Archive } from "../archive/archive.ts";
import type { ImportItem, ImportProgress } from "../archive/draft.ts";
import type { ImportRequest, Library } from "../archive/library.ts";
import { type Answer, fail, succeed } from "../archive/model.ts";
import { withoutFolders } from "./chosenNames.ts";
import type { ImportsState, KeptImport, LibrarianEvent, LockedFile, PackOffer } from "./importContract.ts";
import { failed, headOf, isLocked, keptOf, newRun, type Run, runningOf, shown } from "./importRun.ts";
import type { KeptImports } from "./keptImports.ts";

/** Milliseconds between two words about the progress. */
const pace = 100;

export interface ImportQueue {
  /** Imports files and folders once those before are done; packs among them once a person wants them. */
  add(request: Pick<ImportRequest, "paths" | "language">): Promise<void>;
  /** For a window that comes: from then on it is told of changes. */
  state(): ImportsState;
  report(request: { id: string; after: number }): Answer<KeptImport>;
  /** Ends the running import. */
  cancel(): void;
  /** Puts a locked PDF of this session among those that wait for their password, should it have been left aside. */
  askPassword(request: { import: string; file: string }): void;
  answerPack(request: { id: string; isWanted: boolean }): void;
  /** Tries a password; null leaves the file aside. Answers whether it opened. */
  unlock(request: { import: string; file: string; password: string | null }): Promise<Answer<boolean>>;
}

interface Locked extends LockedFile {
  run: Run;
  /** With its whole path. */
  source: string;
}

interface Offer extends PackOffer {
  path: string;
  language: ImportRequest["language"];
}

export interface ImportQueueParts {
  library: Pick<Library, "importPaths">;
  inspectPack: Archive["inspectPack"];
  isPackFile(path: string): Promise<boolean>;
  kept: KeptImports;
  /** Gives the number of windows that heard. */
  tell(event: LibrarianEvent): number;
}

export function startImportQueue({ library, inspectPack, isPackFile, kept, tell }: ImportQueueParts): ImportQueue {
  /** Those of this session. */
  const runs: Run[] = [];
  const passwords = new Map<string, string>();
  let running: Run | null = null;
  let waiting = 0;
  let locked: Locked[] = [];
  let packs: Offer[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let toldAt = 0;
  let unseen: string | null = null;

  const state = (): ImportsState => ({
    running: running && runningOf(running, waiting),
    kept: kept.all.map(({ head }) => head).toReversed(),
    locked: locked.map(({ import: of, file, wrong }) => ({ import: of, file, wrong })),
    packs: packs.map(({ id, file, found }) => ({ id, file, found })),
    unseen,
  });
  const tellState = (): number => tell({ event: "imports", state: state() });
  const tellProgress = (): void => {
    if (!running || performance.now() - toldAt < pace) return;
    toldAt = performance.now();
    tell({ event: "progress", running: runningOf(running, waiting) });
  };
  const inTurn = <Value>(job: () => Promise<Value>): Promise<Value> => {
    const done = last.then(job);
    last = done.catch(() => undefined);
    return done;
  };

  async function work(run: Run): Promise<void> {
    waiting -= 1;
    running = run;
    runs.push(run);
    tellState();
    const onProgress = (progress: ImportProgress): void => {
      run.progress = progress;
      tellProgress();
    };
    const onItem = (item: ImportItem): void => void run.items.push(item);
    const answer = await library.importPaths({ paths: run.paths, language: run.language, acceptedKeys: run.acceptedKeys, passwords }, { signal: run.ending.signal, onProgress, onItem });
    if (answer.ok) Object.assign(run, { items: answer.value.items, cancelled: answer.value.cancelled });
    else run.items.push(...run.paths.map((path) => failed(path, answer)));
    locked = [...locked, ...run.items.filter(isLocked).map((item) => lockedOf(run, item))];
    await kept.keep(keptOf(run));
    running = null;
    tell({ event: "changed" });
    tell({ event: "dossiers" });
    tell({ event: "notes" });
    if (tellState() === 0) unseen = run.id;
  }

  /** The one file again, or all that was given when it lies inside an archive or a mailbox. */
  async function again({ run, source }: Locked): Promise<boolean> {
    const paths = existsSync(source) ? [source] : run.paths;
    const answer = await library.importPaths({ paths, language: run.language, passwords }, {});
    const item = answer.ok ? answer.value.items.find(({ file }) => file === source) : undefined;
    if (!item || isLocked(item)) return false;
    run.items = run.items.map((each) => (each.file === source ? item : each));
    await kept.keep(keptOf(run));
    return true;
  }

  function queue(run: Run): void {
    waiting += 1;
    if (running) tellState();
    void inTurn(() => work(run));
  }

  async function offer(path: string, language: ImportRequest["language"]): Promise<void> {
    const file = withoutFolders(path, [path]);
    const found = await inspectPack(path);
    packs.push({ id: randomUUID(), path, language, file, found: found.ok ? found : { ok: false, failure: { code: found.failure.code, title: file } } });
    tellState();
  }

  return {
    async add({ paths, language }) {
      const arePacks = await Promise.all(paths.map(isPackFile));
      const others = paths.filter((_, index) => !arePacks[index]);
      if (others.length > 0) queue(newRun(others, language));
      for (const [index, path] of paths.entries()) if (arePacks[index]) await offer(path, language);
    },
    answerPack({ id, isWanted }) {
      const asked = packs.find((each) => each.id === id);
      packs = packs.filter((each) => each !== asked);
      tellState();
      if (!asked?.found.ok || !isWanted) return;
      const { fingerprint } = asked.found.value;
      queue(newRun([asked.path], asked.language, fingerprint === null ? [] : [fingerprint]));
    },
    state() {
      const now = state();
      unseen = null;
      return now;
    },
    report({ id, after }) {
      if (running?.id === id) return succeed({ head: headOf(running), items: shown(running, after) });
      const ended = kept.all.find(({ head }) => head.id === id);
      return ended ? succeed({ head: ended.head, items: ended.items.slice(after) }) : fail("invalid-argument", { detail: "no such import" });
    },
    cancel() {
      running?.ending.abort();
      tellState();
    },
    askPassword({ import: of, file }) {
      const run = runs.find(({ id }) => id === of);
      const item = run?.items.find((each) => isLocked(each) && withoutFolders(each.file, run.paths) === file);
      if (!run || !item || locked.some((each) => each.run === run && each.source === item.file)) return;
      locked.push(lockedOf(run, item));
      tellState();
    },
    async unlock({ import: of, file, password }) {
      const asked = locked.find((each) => each.import === of && each.file === file);
      if (!asked) return succeed(true);
      if (password !== null) passwords.set(asked.source, password);
      const isOpen = password !== null && (await inTurn(() => again(asked)));
      if (!isOpen) passwords.delete(asked.source);
      if (isOpen || password === null) locked = locked.filter((each) => each !== asked);
      else asked.wrong = true;
      tellState();
      return succeed(isOpen);
    },
  };
}

function lockedOf(run: Run, { file }: ImportItem): Locked {
  return { run, source: file, import: run.id, file: withoutFolders(file, run.paths), wrong: false };
}
