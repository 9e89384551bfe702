/**
 * The overview, asked for again when the archive has changed. What is shown stays until the new one is there, and an import that changes much
 * does not have it asked for all the time: each asking is followed by a pause longer than it took.
 */
import { startTransition, useEffect, useState } from "react";
import type { Failure, Overview } from "../archive/model.ts";
import { bridge } from "./bridge.ts";
import type { Asked } from "./useAnswer.ts";

/** Milliseconds between two askings, at least; and how much longer than an asking the pause after it is. */
const shortestPause = 250;
const pausePerAsking = 8;

export function useOverview(): Asked<Overview> {
  const [asked, setAsked] = useState<Asked<Overview>>({ state: "pending" });
  useEffect(function followChanges() {
    return keepAsking((overview) => startTransition(() => setAsked({ state: "value", value: overview })), (failure) =>
      setAsked((before) => (before.state === "value" ? before : { state: "failure", failure })),
    );
  }, []);
  return asked;
}

/** Asks now and after each change; gives the way to stop. */
function keepAsking(tell: (overview: Overview) => void, fail: (failure: Failure) => void): () => void {
  let isStopped = false;
  let isBusy = false;
  let isStale = false;
  const ask = async (): Promise<void> => {
    isBusy = true;
    isStale = false;
    const began = performance.now();
    const answer = await bridge.overview();
    if (isStopped) return;
    if (answer.ok) tell(answer.value);
    else fail(answer.failure);
    const pause = Math.max(shortestPause, (performance.now() - began) * pausePerAsking);
    setTimeout(() => {
      isBusy = false;
      if (isStale && !isStopped) void ask();
    }, pause);
  };
  const stop = bridge.onLibrarian(({ event }) => {
    if (event !== "changed" && event !== "restarted") return;
    isStale = true;
    if (!isBusy) void ask();
  });
  void ask();
  return () => {
    isStopped = true;
    stop();
  };
}
