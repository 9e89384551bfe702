/** A kit on its way to a key: how far it is, and the way to stop it. It is stopped, too, when what shows it goes away. */
import { useCallback, useEffect, useRef, useState } from "react";
import { bridge, type KitProgress } from "../bridge.ts";

type KitRequest = Parameters<typeof bridge.makeKit>[0];
type KitAnswer = Awaited<ReturnType<typeof bridge.makeKit>>;

export interface KitWork {
  /** Null when none is under way, or nobody chose yet where to. */
  progress: KitProgress | null;
  /** A person asked to stop it. */
  isEnding: boolean;
  /** Gives its answer, and whether a person stopped it. */
  make(request: KitRequest): Promise<{ answer: KitAnswer; wasStopped: boolean }>;
  stop(): void;
}

export function useKit(): KitWork {
  const [progress, setProgress] = useState<KitProgress | null>(null);
  const [isEnding, setEnding] = useState(false);
  const wasStopped = useRef(false);
  /** An answer comes by another way than what is told meanwhile, and may overtake it. */
  const isUnderWay = useRef(false);
  useEffect(function followKit() {
    const stopHearing = bridge.onKit((told) => isUnderWay.current && setProgress(told));
    return () => {
      stopHearing();
      void bridge.cancelKit();
    };
  }, []);
  const make = useCallback(async (request: KitRequest) => {
    wasStopped.current = false;
    isUnderWay.current = true;
    const answer = await bridge.makeKit(request);
    isUnderWay.current = false;
    setProgress(null);
    setEnding(false);
    return { answer, wasStopped: wasStopped.current };
  }, []);
  const stop = useCallback(() => {
    wasStopped.current = true;
    setEnding(true);
    void bridge.cancelKit();
  }, []);
  return { progress, isEnding, make, stop };
}
