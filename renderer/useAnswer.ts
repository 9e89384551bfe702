/** A question to the bridge, as a component sees it: pending, then a value or a failure. Late answers to old questions are dropped. */
import { useEffect, useState } from "react";
import type { Answer, Failure } from "../archive/model.ts";

export type Asked<Value> = { state: "pending" } | { state: "value"; value: Value } | { state: "failure"; failure: Failure };

const pending = { state: "pending" } as const;

/** Asks whenever `question` changes: give it a function that is stable for what it asks (useCallback). */
export function useAnswer<Value>(question: () => Promise<Answer<Value>>): Asked<Value> {
  const [answered, setAnswered] = useState<{ question: typeof question; asked: Asked<Value> }>({ question, asked: pending });
  useEffect(
    function ask() {
      let wanted = true;
      void question().then((answer) => {
        if (wanted) setAnswered({ question, asked: answer.ok ? { state: "value", value: answer.value } : { state: "failure", failure: answer.failure } });
      });
      return () => {
        wanted = false;
      };
    },
    [question],
  );
  return answered.question === question ? answered.asked : pending;
}
