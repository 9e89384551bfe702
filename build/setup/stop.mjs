import { say } from "./say.mjs";

/** An expected failure: its message is all a person needs. Anything else that is thrown is a bug and keeps its stack. */
export class Stop extends Error {}

/**
 * Runs a script's work, gives the exit code it returns to the process, and turns a Stop into its sentence and exit code 1.
 *
 * @param {() => Promise<number | void>} work
 */
export async function exitWith(work) {
  try {
    const code = await work();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
