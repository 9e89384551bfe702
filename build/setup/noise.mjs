import { createInterface } from "node:readline";

/**
 * Without a desktop around it, Chromium complains at every start of a missing system bus and graphics card. None of that
 * matters, and it hides what does.
 */
const NOISE =
  /^\[[\d:/.]+:(?:ERROR|WARNING):(?:bus|object_proxy|viz_main_impl|command_buffer_proxy_impl|gpu_\w+|gl_\w+|angle_\w+|egl_\w+|vulkan_\w+|atom_cache|x11_\w+|interface_endpoint_client|dbus\/\w+|components\/dbus\/.*?|ui\/gl\/.*?|gpu\/.*?|content\/browser\/gpu\/.*?)(?:\.cc)?[:(]/;

/** @param {string} line */
export function isNoise(line) {
  return NOISE.test(line);
}

/**
 * Passes lines on, except for noise.
 *
 * @param {import('node:stream').Readable} from
 * @param {NodeJS.WritableStream} to
 */
export function passWithoutNoise(from, to) {
  createInterface({ input: from, crlfDelay: Infinity }).on("line", (line) => {
    if (!isNoise(line)) to.write(`${line}\n`);
  });
}
