/** A question as it came over a port to its answer as it goes back: read, checked, asked, and never left open. */
import { z } from "zod";
import { type Answer, fail } from "../archive/model.ts";
import type { Reply } from "./contract.ts";
import type { LibrarianAnswers } from "./librarianAnswers.ts";
import type { MachineAnswers } from "./machineAnswers.ts";
import { librarianRequests, questionSchema } from "./requests.ts";

/** What answers each call of the contract. */
export type EveryAnswer = LibrarianAnswers & MachineAnswers;

/** Null for what is no question. A defect of ours fails the one question with `answer-failed`; `onDefect` is told of it. */
export async function answerQuestion(data: unknown, answers: Promise<EveryAnswer>, onDefect: (error: unknown) => void): Promise<Reply | null> {
  const question = questionSchema.safeParse(data);
  if (!question.success) return null;
  const { number, call, request } = question.data;
  try {
    const checked = librarianRequests[call].safeParse(request);
    if (!checked.success) return { number, answer: JSON.stringify(fail("invalid-argument", { detail: `${call}: ${z.prettifyError(checked.error)}` })) };
    const answer: (request: never) => Answer<unknown> | Promise<Answer<unknown>> = (await answers)[call];
    return { number, answer: JSON.stringify(await answer(checked.data as never)) };
  } catch (error) {
    onDefect(error);
    return { number, answer: JSON.stringify(fail("answer-failed", { detail: call })) };
  }
}
