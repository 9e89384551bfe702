/** Which notices stay in sight when there are several: few, and none that matters lost. Pure. */

export interface Notice {
  text: string;
  /** The way back, when there is one. */
  undo?: WayBack;
  /** Tells what went wrong. */
  isFailure?: true;
}

export interface WayBack {
  run(): void;
  /** Whether it still leads back; asked again at every change of the library and of what was read. */
  isPossible(): Promise<boolean>;
}

/** As a queue has it. */
interface Given {
  key: string;
  content: Notice;
}

/** Those that a new notice takes the place of: the same words again, and what was as passing as itself. */
export function passedBy<Each extends Given>(notice: Notice, given: readonly Each[]): Each[] {
  return given.filter(({ content }) => !content.undo && (content.text === notice.text || !(stays(notice) || stays(content))));
}

/** Keys of those that fold under the others: all that stay but the latest. `given` begins with the latest. */
export function foldedOf(given: readonly Given[]): ReadonlySet<string> {
  const staying = given.filter(({ content }) => stays(content));
  return new Set(staying.slice(1).map(({ key }) => key));
}

function stays({ undo, isFailure }: Notice): boolean {
  return undo !== undefined || isFailure === true;
}
