/** A text that is kept while it is typed: within half a second, when one leaves it, and when its field goes away. */
import { useCallback, useEffect, useRef, useState } from "react";

/** Milliseconds without a key before what was typed is kept. */
const pause = 400;

interface Typed {
  text: string;
  type(text: string): void;
  /** Keeps what was typed, now. */
  flush(): void;
}

/** `save` is told what the text was before; false drops what was typed, which it then has to have put elsewhere. */
export function useTyped(value: string, save: (text: string, was: string) => Promise<boolean>): Typed {
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
    state.last = state.last.then(async () => {
      const { text, was } = state;
      if (text === null || text === was) return;
      state.was = text;
      if (await state.save(text, was)) return;
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
    window.clearTimeout(state.timer);
    state.timer = window.setTimeout(flush, pause);
  };
  return { text: typed ?? value, type, flush };
}
