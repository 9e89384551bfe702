/** The figures as a page of Markdown. */
import { qualityKinds, speedKinds } from "./workload.mjs";

/** @typedef {import('./run.mjs').Result} Result */
/** @typedef {{ passages: number, textBytes: number, node: string, processor: string, cores: number, at: string }} Setting */

/** @param {Setting} setting @param {readonly Result[]} results */
export function markdown(setting, results) {
  const measured = results.filter(({ failure }) => failure === undefined);
  const parts = [
    `# ${setting.passages.toLocaleString("en")} passages, ${megabytes(setting.textBytes)} MB of text`,
    `Node ${setting.node}, ${setting.cores} x ${setting.processor}, ${setting.at.slice(0, 16)}. Each engine in processes of its own.`,
    "## Cost",
    costTable(setting, measured),
    "Memory: what the process holds more once the index is open and has been searched; in brackets, JavaScript's part of it.",
    "## Milliseconds a query, median / 95th percentile",
    speedTable(measured),
    ...ratios(setting, measured),
    "## Known items: % found among the ten best / mean reciprocal rank",
    qualityTable(measured),
    ...results.filter(({ failure }) => failure).map(({ title, failure }) => `- ${title}: ${failure}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** @param {Setting} setting @param {readonly Result[]} results */
function costTable({ textBytes }, results) {
  const rows = results.map(({ title, buildMs = Number.NaN, bytes, openMs, memory = Number.NaN, heap }) => [
    title,
    (buildMs / 1000).toFixed(1),
    bytes === undefined ? "cannot be saved" : megabytes(bytes),
    bytes === undefined ? "" : `${((100 * bytes) / textBytes).toFixed(1)} %`,
    openMs === undefined ? "" : openMs.toFixed(openMs < 100 ? 1 : 0),
    `${megabytes(memory)}${heap === undefined ? "" : ` (${megabytes(heap)})`}`,
  ]);
  return table(["", "build, s", "file, MB", "of the text", "open, ms", "memory, MB"], rows);
}

/** @param {readonly Result[]} results */
function speedTable(results) {
  const rows = results.map(({ title, speed = [] }) => [
    title,
    ...[...speedKinds, undefined].map((kind) => {
      const times = timesOf(speed, kind);
      return times.length === 0 ? "" : `${milliseconds(percentile(times, 50))} / ${milliseconds(percentile(times, 95))}`;
    }),
  ]);
  return table(["", ...speedKinds, "all kinds"], rows);
}

/** The targets, and what this run says of them. @param {Setting} setting @param {readonly Result[]} results */
function ratios({ textBytes }, results) {
  const ours = results.find(({ name }) => name === "relire");
  const mini = results.find(({ name }) => name === "minisearch");
  const xapian = results.find(({ name }) => name === "xapian");
  if (!ours || !mini) return [];
  const p95 = (/** @type {Result} */ { speed = [] }) => percentile(timesOf(speed), 95);
  const rows = [
    ["open", "1/100 of MiniSearch's, 50 ms", `1/${ratio(mini.openMs, ours.openMs)}, ${ours.openMs?.toFixed(1)} ms`],
    ["memory added", "1/10 of MiniSearch's", `1/${ratio(mini.memory, ours.memory)}`],
    ["query p95, all kinds", "1/20 of MiniSearch's", `1/${ratio(p95(mini), p95(ours))}`],
    ...(xapian ? [["query p95, all kinds", "not above Xapian's", `${milliseconds(p95(ours))} ms, Xapian ${milliseconds(p95(xapian))} ms`]] : []),
    ["build", "2 x MiniSearch", `${ratio(mini.buildMs, ours.buildMs)} x`],
    ["file", "20 % of the text", `${((100 * (ours.bytes ?? 0)) / textBytes).toFixed(1)} %`],
    ["same answers as MiniSearch", "all", agreement(ours, mini)],
  ];
  return ["## Relire's targets", table(["", "target", "here"], rows)];
}

/** @param {Result} ours @param {Result} mini */
function agreement({ speed: ours = [] }, { speed: theirs = [] }) {
  const compared = theirs.filter((each, at) => ours[at]?.kind === each.kind);
  const same = compared.filter((each, at) => each.total === ours[at]?.total && each.ids.join() === ours[at]?.ids.join());
  return `${same.length} of ${compared.length}: totals and ten best`;
}

/** @param {readonly Result[]} results */
function qualityTable(results) {
  const rows = results.map(({ title, quality = [] }) => [
    title,
    ...[...qualityKinds, undefined].map((kind) => {
      const ranks = quality.filter((each) => kind === undefined || each.kind === kind).map(({ rank }) => rank);
      if (ranks.length === 0) return "";
      const found = ranks.filter((rank) => rank > 0);
      const reciprocal = found.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
      return `${((100 * found.length) / ranks.length).toFixed(0)} / ${reciprocal.toFixed(2)}`;
    }),
  ]);
  return table(["", ...qualityKinds, "all kinds"], rows);
}

/** @param {readonly import('./worker.mjs').Timed[]} speed @param {string} [kind] */
function timesOf(speed, kind) {
  return speed.filter((each) => kind === undefined || each.kind === kind).map(({ ms }) => ms);
}

/** The smallest value that so many percent of the values do not exceed. @param {readonly number[]} values @param {number} percent */
function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** @param {number | undefined} theirs @param {number | undefined} ours */
function ratio(theirs = Number.NaN, ours = Number.NaN) {
  const times = theirs / ours;
  return times < 10 ? times.toFixed(1) : times.toFixed(0);
}

/** @param {number} bytes */
function megabytes(bytes) {
  const size = bytes / 1e6;
  return size < 10 ? size.toFixed(1) : size.toFixed(0);
}

/** @param {number} ms */
function milliseconds(ms) {
  return ms < 10 ? ms.toFixed(2) : ms.toFixed(0);
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
