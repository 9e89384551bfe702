/**
 * The proof that nothing leaves: the packed app is taken on a tour where the system gives it no network but its own loopback, and every call to the
 * system by which it could reach out, or ask what a name stands for, is written down. There is none.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { letterMarkdown, mayLetter } from "../fixtures/letterFolder.ts";
import { networkUse, tracedCalls } from "./networkTrace.ts";
import { packApp } from "./packedApp.ts";
import { removeFolder } from "./removeFolder.ts";

const test = base.extend<{ folder: string }>({
  folder: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), "relire-offline-"));
    await provide(folder);
    await removeFolder(folder);
  },
});

const isRoot = process.getuid?.() === 0;
/** A network of one's own, with nothing in it; without the superuser's rights, in a world where one has them. */
const apart = ["unshare", ...(isRoot ? ["-n"] : ["-rn"]), "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];
const strace = ["strace", "-f", "--seccomp-bpf", "-s", "200", "-e", `trace=${tracedCalls}`];

function run(command: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const [program = "", ...args] = command;
  return spawnSync(program, args, { encoding: "utf8", env, timeout: 170_000, killSignal: "SIGKILL" });
}

/** Why it cannot be tried on this machine; empty when it can. Where tests have to be whole, the superuser runs them. */
function missing(): string {
  if (process.platform !== "linux") return "this wants Linux";
  if (run(["strace", "-V"]).status !== 0) return "strace is not installed";
  if (run([...apart, "true"]).status !== 0) return "this system lets nobody make a network of their own (unshare)";
  return run([...strace, "-o", "/dev/null", "true"]).status === 0 ? "" : "this system lets nobody be traced";
}

test.beforeAll(({}, info) => {
  const reason = missing();
  if (reason && isRoot && process.env["CI"]) throw new Error(reason);
  info.skip(reason !== "", reason);
});

test("what watches would see a connection and a look-up, were there any", ({}) => {
  const traced = (script: string) => {
    const { stderr } = run([...strace, process.execPath, "-e", script]);
    return networkUse(stderr);
  };
  expect(traced("require('net').connect(9, '127.0.0.1').on('error', () => {})").contacts).not.toEqual([]);
  expect(traced("require('dgram').createSocket('udp4').send('x', 9, '127.0.0.1', () => process.exit())").contacts).not.toEqual([]);
  expect(traced("require('dns').lookup('relire.invalid', () => {})").lookups).not.toEqual([]);
  expect(traced("const { Resolver } = require('dns'); const r = new Resolver({ timeout: 100, tries: 1 }); r.setServers(['127.0.0.1']); r.resolve('relire.invalid', () => {})").lookups).not.toEqual([]);
  expect(traced("console.log('nothing')")).toEqual({ contacts: [], lookups: [] });
});

test("a full tour of the packed app, without any network, reaches out to nobody and asks for no name", async ({ folder }) => {
  const { driven } = await packApp();
  const trace = join(folder, "trace");
  // The driver starts this in the program's place.
  const watched = join(folder, "relire-watched");
  writeFileSync(watched, `#!/bin/sh\nexec ${strace.join(" ")} -o '${trace}' '${driven}' "$@"\n`);
  chmodSync(watched, 0o755);
  writeFileSync(join(folder, "mai.md"), letterMarkdown(mayLetter));
  const tour = [process.execPath, join(import.meta.dirname, "offlineTour.mjs"), watched, join(folder, "profile"), join(folder, "mai.md"), join(folder, "lettre.pdf"), "--no-sandbox"];
  const { stdout, stderr } = run([...apart, ...tour]);
  expect(stdout.trim().split("\n"), stderr).toEqual(["start", "search", "letter", "report", "import", "export", "settings", "about", "end"]);
  expect(existsSync(join(folder, "lettre.pdf"))).toBe(true);
  const lines = readFileSync(trace, "utf8");
  expect(lines.split("\n").length, "the trace holds the app's calls").toBeGreaterThan(500);
  expect(lines).toMatch(/connect\(.*AF_UNIX/);
  expect(networkUse(lines)).toEqual({ contacts: [], lookups: [] });
});
