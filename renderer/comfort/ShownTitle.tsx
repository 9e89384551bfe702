/** A title in a list, in the language of what it names. */
import { TextLanguageContext } from "./comfort.ts";
import { Shown } from "./Shown.tsx";

export function ShownTitle({ text, language }: { text: string; language: "fr" | "en" }) {
  return (
    <TextLanguageContext value={language}>
      <Shown text={text} isTitle />
    </TextLanguageContext>
  );
}
