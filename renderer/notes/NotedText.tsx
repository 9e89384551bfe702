/** A text of a letter that can be marked: its notes are painted on it, and have their signs beside it. */
import { type ReactNode, useEffect, useRef } from "react";
import { readText } from "../marks/highlight.ts";
import "./notes.css";
import { repaint, replaceSigns, type ShownPart, showPart } from "./shownParts.ts";

interface NotedTextProps {
  /** Id of the section. */
  passage: string;
  className?: string;
  id?: string;
  lang?: string;
  /** Of a text that stands in no element that says so: its section, for links. */
  section?: string;
  children: ReactNode;
}

export function NotedText({ passage, className = "", id, lang, section, children }: NotedTextProps) {
  const element = useRef<HTMLDivElement>(null);
  const signs = useRef<HTMLDivElement>(null);
  useEffect(
    function showNotes() {
      if (!element.current || !signs.current) return;
      const text = element.current;
      const part: ShownPart = { passage, element: text, signs: signs.current, isPage: false, read: () => readText(text, isLeftOut) };
      const hide = showPart(part);
      const changes = new MutationObserver(() => repaint(part));
      changes.observe(text, { subtree: true, childList: true, characterData: true });
      const sizes = new ResizeObserver(() => replaceSigns(part));
      sizes.observe(text);
      return () => {
        changes.disconnect();
        sizes.disconnect();
        hide();
      };
    },
    [passage],
  );
  return (
    <div className="annotated" id={id} lang={lang} data-section={section}>
      <div ref={element} className={`prose ${className}`}>
        {children}
      </div>
      <div ref={signs} className="note-signs" />
    </div>
  );
}

/** What the window says in a letter's text, and the letter does not. */
function isLeftOut(element: Element): boolean {
  return element.matches(".report-card, .no-picture, a.missing > .note, [data-footnote-backref]");
}
