/**
 * Reads paragraphs aloud, one utterance each, and tells which one it is at. A pause remembers the word: not every system's voice can be held and
 * go on, so what is left is said anew.
 */
export interface Paragraph {
  /** As it is to be said. */
  text: string;
  /** Where it stands. */
  range: Range;
}

export interface SpeakerState {
  status: "silent" | "speaking" | "paused";
  /** Number of the paragraph, from 0. */
  at: number;
}

export interface Manner {
  voice: SpeechSynthesisVoice | null;
  language: string;
  /** 1 is the voice's own pace. */
  rate: number;
}

export interface Speaker {
  /** Begins at a paragraph. */
  start(at: number): void;
  pause(): void;
  resume(): void;
  /** To the paragraph so many further on, or back. */
  skip(by: number): void;
  stop(): void;
  /** Goes on in another manner, from the word it is at. */
  change(manner: Manner): void;
}

export function createSpeaker(synthesis: SpeechSynthesis, paragraphs: readonly Paragraph[], manner: Manner, onChange: (state: SpeakerState) => void): Speaker {
  let state: SpeakerState = { status: "silent", at: 0 };
  let spoken = manner;
  /** Where the paragraph's last word begins that was said. */
  let word = 0;
  let utterance: SpeechSynthesisUtterance | null = null;

  function become(change: Partial<SpeakerState>): void {
    state = { ...state, ...change };
    onChange(state);
  }

  function silence(): void {
    utterance = null;
    synthesis.cancel();
  }

  function say(at: number, from: number): void {
    const paragraph = paragraphs[at];
    if (!paragraph) return stop();
    silence();
    word = from;
    const begun = new SpeechSynthesisUtterance(paragraph.text.slice(from));
    begun.voice = spoken.voice;
    begun.lang = spoken.voice?.lang ?? spoken.language;
    begun.rate = spoken.rate;
    begun.addEventListener("boundary", ({ charIndex }) => {
      if (utterance === begun) word = from + charIndex;
    });
    begun.addEventListener("end", () => {
      if (utterance === begun) say(at + 1, 0);
    });
    begun.addEventListener("error", () => {
      if (utterance === begun) stop();
    });
    utterance = begun;
    become({ status: "speaking", at });
    synthesis.speak(begun);
  }

  function stop(): void {
    silence();
    word = 0;
    become({ status: "silent" });
  }

  return {
    start: (at) => say(at, 0),
    pause() {
      if (state.status !== "speaking") return;
      silence();
      become({ status: "paused" });
    },
    resume() {
      if (state.status === "paused") say(state.at, word);
    },
    skip(by) {
      const at = Math.min(paragraphs.length - 1, Math.max(0, state.at + by));
      if (state.status === "speaking") say(at, 0);
      else {
        word = 0;
        become({ at });
      }
    },
    stop,
    change(next) {
      spoken = next;
      if (state.status === "speaking") say(state.at, word);
    },
  };
}
