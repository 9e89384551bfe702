/** A text that is kept while it is typed: within half a second of each key, when one leaves it, and when its field goes away. */
import { useCallback, useEffect, useRef, useState } from "react";

/** Milliseconds for which what was typed waits to be kept, also while one goes on typing. */
const pause = 400;

/** What became of what was typed. When it could not be kept, it stays in its field and is tried again with the next key. */
export type Saved = "kept" | "dropped" | "failed";

interface Typed {
  text: string;
  type(text: string): void;
  /** Keeps what was typed, now. */
  flush(): void;
}

/** `save` is told what the text was before; "dropped" leaves the field to what is there, and what was typed must have been put elsewhere or be no such text. */
export function useTyped(value: string, save: (text: string, was: string) => Promise<Saved>): Typed {
  const [typed, setTyped] = useState<string | null>(null);
  // It is kept, and came back: from now on what others change is shown.
  if (typed !== null && typed === value) setTyped(null);
  const now = useRef({ text: null as string | null, was: value, timer: 0, last: Promise.resolve(), save });
  useEffect(function noteSave() {
    now.current.save = save;
  });
  const flush = useCallback(() => {
    const state = now.current;
    window.clearTimeout(state.timer);
    state.timer = 0;
    state.last = state.last.then(async () => {
      const { text, was } = state;
      if (text === null || text === was) return;
      state.was = text;
      const saved = await state.save(text, was);
      if (saved === "failed") state.was = was;
      if (saved !== "dropped") return;
      state.text = null;
      setTyped(null);
    });
  }, []);
  useEffect(() => flush, [flush]);
  const type = (text: string): void => {
    const state = now.current;
    if (typed === null) state.was = value;
    state.text = text;
    setTyped(text);
    state.timer ||= window.setTimeout(flush, pause);
  };
  return { text: typed ?? value, type, flush };
}
