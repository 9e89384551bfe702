/** Ends the program at once, with a sentence for the terminal that it was started from. */
export function sayAndQuit(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
