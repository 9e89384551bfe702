/** How texts are to be read, for every view that shows some: the person's choices, and the language of what is read. */
import { createContext, useContext } from "react";
import { type Comfort, defaultComfort } from "../bridge.ts";

export const ComfortContext = createContext<Comfort>(defaultComfort);
export const useComfort = (): Comfort => useContext(ComfortContext);

/** The language that a text is written in; that of most collections when nothing says it. */
export const TextLanguageContext = createContext<"fr" | "en">("fr");
export const useTextLanguage = (): "fr" | "en" => useContext(TextLanguageContext);
