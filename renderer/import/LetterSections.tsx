/** The sections of a letter on its card, to be renamed, joined and cut; the focus goes with what was done. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { LetterHead } from "../../archive/model.ts";
import { FailureNote } from "../frame/FailureNote.tsx";
import { Loading } from "../frame/Loading.tsx";
import { useLetter } from "../useLetter.ts";
import { SectionCard } from "./SectionCard.tsx";
import type { Corrections } from "./useCorrections.ts";

export function LetterSections({ head, corrections }: { head: LetterHead; corrections: Corrections }) {
  const { t } = useTranslation();
  const asked = useLetter(head.id);
  const inputs = useRef(new Map<number, HTMLInputElement>());
  /** The section to focus once there are so many. */
  const wanted = useRef<{ index: number; count: number } | null>(null);
  const sections = asked.state === "value" ? asked.value.sections : [];
  useEffect(function followFocus() {
    if (wanted.current?.count !== sections.length) return;
    inputs.current.get(wanted.current.index)?.focus();
    wanted.current = null;
  });
  if (asked.state === "pending") return <Loading text={t("app.loading")} />;
  if (asked.state === "failure") return <FailureNote failure={asked.failure} />;
  const { opening } = asked.value;
  const follow = (done: Promise<boolean>, index: number, count: number): void => {
    wanted.current = { index, count };
    void done.then((isDone) => {
      if (!isDone) wanted.current = null;
    });
  };
  return (
    <section aria-labelledby="card-sections">
      <h2 id="card-sections" className="label">
        {t("card.sections", { count: sections.length })}
      </h2>
      {opening && <p className="hint">{t("card.opening", { text: `${opening.text.slice(0, 80)}…` })}</p>}
      {sections.length === 0 && <p className="hint">{t("letter.noSections")}</p>}
      <ol className="section-cards">
        {sections.map((section, index) => (
          <SectionCard
            key={`${section.id} ${corrections.resets}`}
            section={section}
            letter={head.id}
            number={index + 1}
            hasOpening={opening !== null}
            inputRef={(element) => void (element ? inputs.current.set(index, element) : inputs.current.delete(index))}
            onTitle={(title) => void corrections.section(section.id, { title })}
            onRubric={(rubric) => void corrections.section(section.id, { rubric })}
            onMerge={() => follow(corrections.merge(section.id), Math.max(0, index - 1), sections.length - 1)}
            onSplit={(heading) => follow(corrections.split(section.id, heading), index + 1, sections.length + 1)}
          />
        ))}
      </ol>
    </section>
  );
}
