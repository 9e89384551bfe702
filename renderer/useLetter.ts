/** A letter with its sections, asked for again when the archive has changed; the old one stays until another one is there. */
import { useEffect, useState } from "react";
import type { Answer, Letter } from "../archive/model.ts";
import { bridge } from "./bridge.ts";
import { useLibrary } from "./library.ts";
import type { Asked } from "./useAnswer.ts";

interface Answered {
  id: string;
  /** As it came: what is the same is not drawn again. */
  json: string;
  asked: Asked<Letter>;
}

export function useLetter(id: string): Asked<Letter> {
  /** Another object whenever the archive was looked at anew: its texts may have changed even where its head has not. */
  const head = useLibrary().document(id);
  const [answered, setAnswered] = useState<Answered>({ id, json: "", asked: { state: "pending" } });
  useEffect(
    function ask() {
      let wanted = true;
      void bridge.letter(head?.id ?? id).then((answer) => {
        if (!wanted) return;
        const json = JSON.stringify(answer);
        setAnswered((before) => (before.id === id && before.json === json ? before : { id, json, asked: askedOf(answer) }));
      });
      return () => {
        wanted = false;
      };
    },
    [id, head],
  );
  return answered.id === id ? answered.asked : { state: "pending" };
}

function askedOf(answer: Answer<Letter>): Asked<Letter> {
  return answer.ok ? { state: "value", value: answer.value } : { state: "failure", failure: answer.failure };
}
