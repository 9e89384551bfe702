/** The wall of the room: one step of a text or a page at a time, and nothing else but where it comes from. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { bridge, type Presented } from "../bridge.ts";
import { Clock } from "./Clock.tsx";
import { usePresentKeys } from "./presentKeys.ts";
import { StepView } from "./StepView.tsx";
import { standing, usePresented } from "./usePresented.ts";

export function Wall() {
  const presented = usePresented();
  usePresentKeys(Boolean(presented?.position.veil));
  usePointer();
  return presented && <ShownWall presented={presented} />;
}

function ShownWall({ presented }: { presented: Presented }) {
  const { t } = useTranslation();
  const { position } = presented;
  const now = standing(presented);
  useEffect(
    function showGround() {
      document.documentElement.dataset["theme"] = position.ground;
    },
    [position.ground],
  );
  if (!now) return null;
  const isOpening = now.shown?.kind === "title";
  return (
    <main className="wall">
      <div className="wall-stage" aria-live="polite">
        <StepView standing={now} onSteps={(steps) => void bridge.presentMove({ slide: position.slide, steps })} />
      </div>
      <footer lang={now.slide.language}>
        <p className="wall-source">
          {!isOpening && now.slide.kind === "text" && <span>{now.slide.title}</span>}
          <span>{now.slide.source}</span>
        </p>
        {position.isTimerShown && <Clock timer={position.timer} />}
      </footer>
      {position.veil && <div className={`veil ${position.veil}`} role="img" aria-label={position.veil === "black" ? t("present.black") : t("present.white")} />}
      {!position.hasOwnScreen && <p className="wall-hint">{t("present.leaveHint")}</p>}
    </main>
  );
}

/** A click goes on, one with the other button goes back; the pointer is hidden while it rests. */
function usePointer(): void {
  useEffect(function hearClicks() {
    const onClick = (): void => void bridge.presentMove("next");
    const onOther = (event: MouseEvent): void => {
      event.preventDefault();
      void bridge.presentMove("previous");
    };
    window.addEventListener("click", onClick);
    window.addEventListener("contextmenu", onOther);
    return () => {
      window.removeEventListener("click", onClick);
      window.removeEventListener("contextmenu", onOther);
    };
  }, []);
  const resting = useRef<number | undefined>(undefined);
  useEffect(function watchPointer() {
    const root = document.documentElement;
    const onMove = (): void => {
      delete root.dataset["pointer"];
      window.clearTimeout(resting.current);
      resting.current = window.setTimeout(() => {
        root.dataset["pointer"] = "hidden";
      }, 1500);
    };
    onMove();
    window.addEventListener("mousemove", onMove);
    return () => {
      window.clearTimeout(resting.current);
      window.removeEventListener("mousemove", onMove);
    };
  }, []);
}
