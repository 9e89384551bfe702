/** The system's own voices, those that speak without a network. Others are never listed, and so never used. */
import { useSyncExternalStore } from "react";

let known: readonly SpeechSynthesisVoice[] = [];

/** The offline voices, those of the language first; empty while the system has told none. */
export function useVoices(): readonly SpeechSynthesisVoice[] {
  return useSyncExternalStore(watch, read);
}

/** The voice to read a language with: the one chosen when it speaks that language, or else the system's first for it. */
export function voiceFor(voices: readonly SpeechSynthesisVoice[], language: string, chosen: string | null): SpeechSynthesisVoice | null {
  const fitting = voices.filter(({ lang }) => speaks(lang, language));
  return fitting.find(({ voiceURI }) => voiceURI === chosen) ?? fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}

/** Whether a voice's language tag ("fr-FR", "fr_FR") is of a language. */
export function speaks(tag: string, language: string): boolean {
  return tag.toLowerCase().split(/[-_]/)[0] === language;
}

/** The same array as long as nothing has changed. */
function read(): readonly SpeechSynthesisVoice[] {
  const now = "speechSynthesis" in window ? window.speechSynthesis.getVoices().filter(({ localService }) => localService) : [];
  if (now.length !== known.length || now.some(({ voiceURI }, index) => voiceURI !== known[index]?.voiceURI)) known = now;
  return known;
}

function watch(onChange: () => void): () => void {
  if (!("speechSynthesis" in window)) return () => undefined;
  window.speechSynthesis.addEventListener("voiceschanged", onChange);
  return () => window.speechSynthesis.removeEventListener("voiceschanged", onChange);
}
