import { spawn } from "node:child_process";
import { Stop } from "./stop.mjs";

/** Large enough for a window of 1280x800 with room around it. */
const SCREEN = "1600x1000x24";

/** Whether a window can be shown to somebody. macOS and Windows always have a display. */
export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Does some work with a display that nobody sees, which is there only as long as the work lasts.
 *
 * @template T
 * @param {(env: { DISPLAY: string, WAYLAND_DISPLAY: undefined }) => Promise<T>} work is given what to add to the environment
 * @returns {Promise<T>}
 */
export async function withXvfb(work) {
  // With -displayfd, Xvfb takes the first free number and writes it once it answers: no guess, no waiting in vain.
  const xvfb = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => xvfb.once("close", resolve));
  const stop = () => xvfb.kill();
  process.once("exit", stop);
  try {
    const number = await displayNumber(xvfb);
    return await work({ DISPLAY: `:${number}`, WAYLAND_DISPLAY: undefined });
  } finally {
    process.off("exit", stop);
    stop();
    await ended;
  }
}

/** @param {import('node:child_process').ChildProcess} xvfb @returns {Promise<string>} */
function displayNumber(xvfb) {
  return new Promise((resolve, reject) => {
    let number = "";
    let complaint = "";
    xvfb.stdio[3]?.on("data", (bytes) => {
      number += bytes;
      if (number.endsWith("\n")) resolve(number.trim());
    });
    xvfb.stderr?.on("data", (bytes) => {
      complaint += bytes;
    });
    xvfb.once("error", (error) => reject(new Stop(`Xvfb did not start: ${error.message}`)));
    xvfb.once("close", () => reject(new Stop(`Xvfb did not start.\n${complaint}`.trim())));
  });
}
