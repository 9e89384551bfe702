/**
 * A process of its own in which something from outside is read, and which may be ended at any moment: some of it keeps a reader busy for ever or fills the
 * memory. It is started for the first request, used for the next ones, started again after it had to be ended, and let go when there is nothing to read.
 */
import type { z } from "zod";
import { type Answer, fail, type Failure, type FailureCode } from "../model.ts";

export interface ReaderLimits {
  /** Milliseconds for one step, which is a page or the opening of a document. */
  page: number;
  /** Milliseconds for the process to start. */
  start: number;
  /** Bytes of memory that the process may take in all (its resident set). */
  memory: number;
  /** Milliseconds without anything to read after which the process is let go. */
  idle: number;
}

/** One thing at a time: the next is asked for when the one before was answered. */
export type Numbered<Asked> = Asked & { number: number };

export type ReaderReply<Value> =
  /** Said once, when it can read. */
  | { kind: "ready" }
  /** Another step is begun. */
  | { kind: "page"; number: number }
  | { kind: "answer"; number: number; answer: Answer<Value> };

/** Such a process, as its owner sees it. */
export interface ReaderProcess<Request> {
  send(request: Request): void;
  /** Both are called at most for what comes after they were set. `end` comes once, whoever ended it. */
  listen(on: { reply(reply: unknown): void; end(how: string): void }): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
  /** Whether its owner waits for it: one that nobody waits for does not keep the owner's own process from ending. */
  hold(isWaiting: boolean): void;
}

export interface ReaderParts<Asked, Value> {
  /** Starts a process that takes at most so many bytes of memory, and ends itself beyond. */
  start(memory: number): ReaderProcess<Numbered<Asked>>;
  /** What it says is checked. */
  reply: z.ZodType<ReaderReply<Value>>;
  limits: ReaderLimits;
  /** What it is called when a step is late, when it ends while it reads, and when it does not read at all. */
  failures: Record<"late" | "ended" | "unread", FailureCode>;
}

export interface Reader<Asked, Value> {
  /** Rejects with the signal's reason, the process being ended. */
  ask(asked: Asked, signal?: AbortSignal): Promise<Answer<Value>>;
  /** Ends the process. What was being read is unread, and so is whatever comes after. */
  stop(): void;
}

export function startReader<Asked extends object, Value>(parts: ReaderParts<Asked, Value>): Reader<Asked, Value> {
  const { limits, failures } = parts;
  let running: Running<Asked, Value> | null = null;
  let [isStopped, last] = [false, 0];
  let turn: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  async function askNow(asked: Asked, signal: AbortSignal | undefined): Promise<Answer<Value>> {
    signal?.throwIfAborted();
    if (isStopped) return fail(failures.unread, { detail: "stopped" });
    clearTimeout(idle);
    if (!running || running.hasEnded) running = launch(parts);
    const answer = await request(running, { ...asked, number: ++last }, parts, signal);
    idle = setTimeout(() => running?.end(), limits.idle).unref();
    return answer;
  }

  return {
    ask(asked, signal) {
      const answer = turn.then(() => askNow(asked, signal));
      turn = answer.catch(() => {});
      return answer;
    },
    stop() {
      isStopped = true;
      clearTimeout(idle);
      running?.end({ code: failures.unread, detail: "stopped" });
    },
  };
}

type News<Value> = { reply: ReaderReply<Value> } | { ended: Failure };

/** A process, from its start to its end. */
interface Running<Asked, Value> {
  process: ReaderProcess<Numbered<Asked>> | null;
  isReady: boolean;
  hasEnded: boolean;
  /** Who hears of it now. */
  hear(news: News<Value>): void;
  end(why?: Failure): void;
}

function launch<Asked, Value>({ start, reply: schema, limits, failures }: ReaderParts<Asked, Value>): Running<Asked, Value> {
  const running: Running<Asked, Value> = {
    process: null,
    isReady: false,
    hasEnded: false,
    hear: () => {},
    end(why) {
      if (running.hasEnded) return;
      running.hasEnded = true;
      running.process?.kill();
      if (why) running.hear({ ended: why });
    },
  };
  try {
    running.process = start(limits.memory);
  } catch (error) {
    // Told to whoever will have asked by then.
    queueMicrotask(() => running.end({ code: failures.unread, detail: String(error) }));
    return running;
  }
  running.process.listen({
    reply(given) {
      const reply = schema.safeParse(given);
      // A process that says what nobody understands is not to be trusted with another word.
      if (!reply.success) return running.end({ code: failures.unread, detail: "the process is not understood" });
      if (reply.data.kind === "ready") running.isReady = true;
      running.hear({ reply: reply.data });
    },
    // It ends itself for one reason only, which is memory; before it could read, for any other.
    end: (how) => running.end({ code: running.isReady ? failures.ended : failures.unread, detail: how }),
  });
  return running;
}

/** Asks for one thing. A process that is late, or whose answer is no longer wanted, is ended. */
function request<Asked, Value>(running: Running<Asked, Value>, asked: Numbered<Asked>, { limits, failures }: ReaderParts<Asked, Value>, signal: AbortSignal | undefined): Promise<Answer<Value>> {
  return new Promise((resolve, reject) => {
    let deadline: NodeJS.Timeout | undefined;
    const leave = (): void => {
      clearTimeout(deadline);
      signal?.removeEventListener("abort", abort);
      running.hear = () => {};
      running.process?.hold(false);
    };
    const abort = (): void => {
      leave();
      running.end();
      reject(signal?.reason as Error);
    };
    const late = (): void => running.end(running.isReady ? { code: failures.late } : { code: failures.unread, detail: "the process does not start" });
    const wait = (milliseconds: number): void => {
      clearTimeout(deadline);
      // In two steps: what came while this process was busy itself is heard between them.
      deadline = setTimeout(() => {
        deadline = setTimeout(late, 200);
      }, milliseconds);
    };
    running.hear = (news) => {
      const answer = answerIn(news, asked.number);
      if (!answer) return wait(limits.page);
      leave();
      resolve(answer);
    };
    signal?.addEventListener("abort", abort);
    running.process?.hold(true);
    wait(running.isReady ? limits.page : limits.start);
    running.process?.send(asked);
  });
}

function answerIn<Value>(news: News<Value>, number: number): Answer<Value> | null {
  if ("ended" in news) return { ok: false, failure: news.ended };
  if (news.reply.kind !== "answer" || news.reply.number !== number) return null;
  return news.reply.answer;
}
