/** Reading aloud: a button in the head of what can be read, and, while a voice reads, a small player that follows it. */
import { Pause, Play, SkipBack, SkipForward, Square, Volume2 } from "lucide-react";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useComfort } from "../comfort/comfort.ts";
import { Control } from "../frame/Control.tsx";
import { clearMarks, showMarks } from "../marks/highlight.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { createSpeaker, type Paragraph, type Speaker, type SpeakerState } from "./speaker.ts";
import "./speech.css";
import { useVoices, voiceFor } from "./voices.ts";

interface ReadAloudProps {
  /** What scrolls; its article is read. */
  scroller: RefObject<HTMLElement | null>;
  language: "fr" | "en";
}

const silent: SpeakerState = { status: "silent", at: 0 };

/** Draws nothing where the system has no offline voice for the language. */
export function ReadAloud({ scroller, language }: ReadAloudProps) {
  const { t } = useTranslation();
  const { voice: chosen, speechRate } = useComfort();
  const voice = voiceFor(useVoices(), language, chosen);
  const [state, setState] = useState(silent);
  const speaker = useRef<Speaker | null>(null);
  const paragraphs = useRef<Paragraph[]>([]);
  const pauseButton = useRef<HTMLButtonElement>(null);
  const isReading = state.status !== "silent";

  useEffect(
    function changeManner() {
      speaker.current?.change({ voice, language, rate: speechRate });
    },
    [voice, language, speechRate],
  );
  useEffect(function fallSilent() {
    return () => speaker.current?.stop();
  }, []);
  useEffect(
    function focusPlayer() {
      if (isReading) pauseButton.current?.focus();
    },
    [isReading],
  );
  useLayoutEffect(
    function followVoice() {
      const paragraph = state.status === "silent" ? undefined : paragraphs.current[state.at];
      const element = scroller.current;
      if (!paragraph || !element) return;
      showMarks(speaker, [paragraph.range], "spoken");
      bringIntoView(paragraph.range, element);
      return () => clearMarks(speaker);
    },
    [scroller, state],
  );

  if (!voice) return null;
  const start = (): void => {
    const article = scroller.current?.querySelector("article");
    if (!article || !scroller.current) return;
    paragraphs.current = paragraphsOf(article);
    speaker.current?.stop();
    speaker.current = createSpeaker(window.speechSynthesis, paragraphs.current, { voice, language, rate: speechRate }, setState);
    speaker.current.start(firstInView(paragraphs.current, scroller.current));
  };
  if (state.status === "silent") return <Control icon={Volume2} name={t("speech.start")} look="outlined" onPress={start} />;
  const isSpeaking = state.status === "speaking";
  return (
    <div className="player" role="group" aria-label={t("speech.player")}>
      <Control icon={SkipBack} name={t("speech.previous")} iconOnly onPress={() => speaker.current?.skip(-1)} />
      <Control
        icon={isSpeaking ? Pause : Play}
        name={isSpeaking ? t("speech.pause") : t("speech.resume")}
        iconOnly
        ref={pauseButton}
        onPress={() => (isSpeaking ? speaker.current?.pause() : speaker.current?.resume())}
      />
      <Control icon={SkipForward} name={t("speech.next")} iconOnly onPress={() => speaker.current?.skip(1)} />
      <Control icon={Square} name={t("speech.stop")} iconOnly onPress={() => speaker.current?.stop()} />
    </div>
  );
}

/** The first paragraph that begins below the top of what is in view. */
function firstInView(paragraphs: readonly Paragraph[], scroller: HTMLElement): number {
  const { top } = scroller.getBoundingClientRect();
  const first = paragraphs.findIndex(({ range }) => range.getBoundingClientRect().top >= top);
  return Math.max(0, first);
}

/** Only when it has left the middle of the view: a page that moves at each paragraph is hard to follow. */
function bringIntoView(range: Range, scroller: HTMLElement): void {
  const view = scroller.getBoundingClientRect();
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= view.top && bottom <= view.bottom - view.height / 5) return;
  scroller.scrollBy({ top: top - view.top - view.height / 4 });
}
