/** A letter with its sections, asked for again when its head has changed; the old one stays until the new one is there. */
import { useEffect, useState } from "react";
import type { Letter } from "../archive/model.ts";
import { bridge } from "./bridge.ts";
import { useLibrary } from "./library.ts";
import type { Asked } from "./useAnswer.ts";

export function useLetter(id: string): Asked<Letter> {
  const head = useLibrary().document(id);
  const version = JSON.stringify(head ?? null);
  const [answered, setAnswered] = useState<{ id: string; version: string; asked: Asked<Letter> }>({ id, version, asked: { state: "pending" } });
  useEffect(
    function ask() {
      let wanted = true;
      void bridge.letter(id).then((answer) => {
        if (wanted) setAnswered({ id, version, asked: answer.ok ? { state: "value", value: answer.value } : { state: "failure", failure: answer.failure } });
      });
      return () => {
        wanted = false;
      };
    },
    [id, version],
  );
  return answered.id === id ? answered.asked : { state: "pending" };
}
