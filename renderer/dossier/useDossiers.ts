/** The dossiers there are, asked for again when one is made, changed or received. */
import { useEffect, useState } from "react";
import type { BinnedDossierHead, Dossier, DossierHead } from "../../archive/dossier.ts";
import type { Answer } from "../../archive/model.ts";
import { bridge } from "../bridge.ts";
import type { Asked } from "../useAnswer.ts";

/** Latest change first. */
export function useDossiers(): Asked<DossierHead[]> {
  const [asked, setAsked] = useState<Asked<DossierHead[]>>({ state: "pending" });
  useEffect(() => followDossiers(bridge.dossiers, setAsked), []);
  return asked;
}

/** Those in the bin, latest first. */
export function useBinnedDossiers(): Asked<BinnedDossierHead[]> {
  const [asked, setAsked] = useState<Asked<BinnedDossierHead[]>>({ state: "pending" });
  useEffect(() => followDossiers(bridge.binnedDossiers, setAsked), []);
  return asked;
}

/** One dossier; to be given another key for another one. */
export function useDossier(id: string): Asked<Dossier> {
  const [asked, setAsked] = useState<Asked<Dossier>>({ state: "pending" });
  useEffect(() => followDossiers(() => bridge.dossier(id), setAsked), [id]);
  return asked;
}

/** Asks now and after each change, the late answers dropped; gives the way to stop. */
function followDossiers<Value>(question: () => Promise<Answer<Value>>, tell: (asked: Asked<Value>) => void): () => void {
  let last = 0;
  const ask = (): void => {
    const number = (last += 1);
    void question().then((answer) => {
      if (number === last) tell(answer.ok ? { state: "value", value: answer.value } : { state: "failure", failure: answer.failure });
    });
  };
  ask();
  const stop = bridge.onLibrarian(({ event }) => (event === "dossiers" || event === "restarted") && ask());
  return () => {
    last = -1;
    stop();
  };
}
