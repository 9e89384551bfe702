/** Corrections of one document: kept one at a time, in the order made, and undone the same way. */
import { useRef, useState } from "react";
import type { Answer, Failure } from "../../archive/model.ts";
import { bridge, type CardChange, type SectionChange } from "../bridge.ts";

export interface Corrections {
  state: "idle" | "keeping" | "kept" | "undone";
  failure: Failure | null;
  /** How many of those made here can be undone. */
  undoable: number;
  /** Another number after an undo or a failure: what fields have been told may then not be what is kept. */
  resets: number;
  /** Each resolves to whether it was kept. */
  card(change: CardChange): Promise<boolean>;
  section(section: string, change: SectionChange): Promise<boolean>;
  merge(section: string): Promise<boolean>;
  split(section: string, heading: number): Promise<boolean>;
  undo(): Promise<boolean>;
}

export function useCorrections(id: string): Corrections {
  const [state, setState] = useState<Corrections["state"]>("idle");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [undoable, setUndoable] = useState(0);
  const [resets, setResets] = useState(0);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const keep = (ask: () => Promise<Answer<unknown>>, step: 1 | -1): Promise<boolean> => {
    setState("keeping");
    const keeping = last.current.then(ask).then((answer) => {
      setFailure(answer.ok ? null : answer.failure);
      const done = step > 0 ? "kept" : "undone";
      setState(answer.ok ? done : "idle");
      if (!answer.ok || step < 0) setResets((count) => count + 1);
      if (answer.ok) setUndoable((count) => count + step);
      return answer.ok;
    });
    last.current = keeping;
    return keeping;
  };
  return {
    state,
    failure,
    undoable,
    resets,
    card: (change) => keep(() => bridge.editCard({ id, change }), 1),
    section: (section, change) => keep(() => bridge.editSection({ id, section, change }), 1),
    merge: (section) => keep(() => bridge.mergeSection({ id, section }), 1),
    split: (section, heading) => keep(() => bridge.splitSection({ id, section, heading }), 1),
    undo: () => keep(() => bridge.undoEdit(id), -1),
  };
}
