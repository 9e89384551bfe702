/**
 * The screen that one left, kept to be shown at once the next time. It is there for one start only: after a start that ended badly there is none, and no
 * old one is ever shown. What is in it is for the window to check.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeFile } from "../archive/store/writeFile.ts";

export interface FirstScreenKeeper {
  isThere(): boolean;
  /** The screen of the last time, at most once; null when there is none. */
  take(): string | null;
  /** Rejects with the system's error. */
  keep(screen: string): Promise<void>;
}

export function openFirstScreen(profile: string): FirstScreenKeeper {
  const path = join(profile, "first-screen.json");
  return {
    isThere: () => existsSync(path),
    take() {
      try {
        const screen = readFileSync(path, "utf8");
        // Where it cannot be taken away, it would be an old one the next time.
        rmSync(path);
        return screen;
      } catch {
        return null;
      }
    },
    keep: (screen) => writeFile(path, screen),
  };
}
