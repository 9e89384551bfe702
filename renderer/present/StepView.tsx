/** What stands on the wall at a time, in the largest type that fits its room: on the wall itself, and small at the desk. */
import { type ReactNode, Suspense, useLayoutEffect, useRef } from "react";
import { pictureAddress } from "../archiveAddress.ts";
import { bridge, type Run } from "../bridge.ts";
import { PageOnWall } from "../pdf/onDemand.tsx";
import type { Standing } from "./usePresented.ts";

interface StepViewProps {
  standing: Standing;
  /** Told in how many steps a page can be read in this room; by the wall alone. */
  onSteps?(steps: number): void;
}

export function StepView({ standing: { id, slide, step, shown }, onSteps }: StepViewProps) {
  if (slide.kind === "page") {
    return (
      <Suspense>
        <PageOnWall key={slide.report} report={slide.report} title={slide.source} page={slide.page} step={step} held={bridge.memoryHeld} onSteps={onSteps} />
      </Suspense>
    );
  }
  if (!shown) return null;
  if (shown.kind === "picture") return <img className="wall-picture" src={pictureAddress(shown.letter, shown.path)} alt={shown.alt} />;
  if (shown.kind === "title") {
    return (
      <Fitted key={id} className="wall-title" lang={slide.language}>
        {shown.rubric && <p className="rubric">{shown.rubric}</p>}
        <h1>{shown.text}</h1>
      </Fitted>
    );
  }
  return (
    <Fitted key={id} className={`wall-text ${shown.role}`} lang={slide.language}>
      <p>{shown.runs.map(lookOf)}</p>
    </Fitted>
  );
}

function lookOf({ text, look }: Run, index: number) {
  if (look === "emphasis") return <em key={index}>{text}</em>;
  return look === "strong" ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>;
}

/** Shares of the room's height: larger is loud, smaller is only taken when a text leaves no choice. */
const [largest, smallest] = [0.115, 0.02];

/** Sets the type as large as the room allows, and again when the room changes. Another text wants another key. */
function Fitted({ className, lang, children }: { className: string; lang: string; children: ReactNode }) {
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    function fit() {
      const element = room.current;
      if (!element) return;
      const observer = new ResizeObserver(() => fitType(element));
      observer.observe(element);
      fitType(element);
      return () => observer.disconnect();
    },
    [],
  );
  return (
    <div ref={room} className={`wall-room ${className}`} lang={lang}>
      <div>{children}</div>
    </div>
  );
}

function fitType(room: HTMLElement): void {
  const content = room.firstElementChild;
  if (!(content instanceof HTMLElement)) return;
  let [low, high] = [smallest * room.clientHeight, largest * room.clientHeight];
  // Seven halvings come within a hundredth of the largest.
  for (let turn = 0; turn < 7; turn++) {
    const size = (low + high) / 2;
    room.style.fontSize = `${size}px`;
    if (content.offsetHeight <= room.clientHeight && content.scrollWidth <= room.clientWidth) low = size;
    else high = size;
  }
  room.style.fontSize = `${low}px`;
}
