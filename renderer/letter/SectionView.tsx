/** One section: its rubric, its title, its text. */
import type { ReactNode } from "react";
import type { Section } from "../../archive/model.ts";
import { TextLanguageContext } from "../comfort/comfort.ts";
import { Shown } from "../comfort/Shown.tsx";
import { useLibrary } from "../library.ts";
import { CopySection } from "../linking/CopySection.tsx";
import { NotedText } from "../notes/NotedText.tsx";
import { Hypertext } from "./Hypertext.tsx";

interface SectionViewProps {
  section: Section;
  /** Id of the element, to scroll to. */
  elementId: string;
  /** Id of its letter, where its pictures are. */
  letter: string;
  /** Stands under the title, where the rubric is known: where the section comes from. */
  from?: ReactNode;
}

export function SectionView({ section, elementId, letter, from }: SectionViewProps) {
  const library = useLibrary();
  const rubric = library.rubricTitle(section.rubric);
  const language = library.languageOf(letter);
  return (
    <section id={elementId} className="section" lang={language} data-letter={letter} data-section={section.id}>
      {!from && rubric && rubric !== section.title && <p className="rubric">{rubric}</p>}
      <TextLanguageContext value={language}>
        <div className="section-head">
          <h2 tabIndex={-1}>
            <Shown text={section.title} isTitle />
          </h2>
          <CopySection letter={letter} section={section.id} />
        </div>
        {from}
        <NotedText passage={`${letter}#${section.id}`}>
          <Hypertext content={section.content} letter={letter} />
        </NotedText>
      </TextLanguageContext>
    </section>
  );
}
