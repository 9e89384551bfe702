/** What a program's processes weigh together, from Linux' own counts. */
import { readdirSync, readFileSync } from "node:fs";

/** A process and all that it started. @param {number} root @returns {number[]} */
function familyOf(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    const parent = Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${name}/status`))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [root];
  for (const each of family) family.push(...(children.get(each) ?? []));
  return family;
}

/**
 * Bytes: what is a process's own, and its share of what it has in common with others (Pss of /proc/PID/smaps_rollup, proc(5)).
 *
 * @param {number} root
 */
export function weigh(root) {
  return familyOf(root).reduce((sum, pid) => sum + 1024 * Number(/^Pss:\s*(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0);
}

/** One that has just ended says nothing. @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
