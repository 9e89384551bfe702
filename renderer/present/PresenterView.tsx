/** For the person who speaks: what stands on the wall, what comes next, their notes, the time, and the ways to go on. Over the desk, which waits below. */
import { ChevronLeft, ChevronRight, Moon, Pause, Play, RotateCcw, Square, Sun, Timer as TimerIcon, X } from "lucide-react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { bridge, type Presented, type PresentMove } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import { Clock } from "./Clock.tsx";
import "./present.css";
import { usePresentKeys } from "./presentKeys.ts";
import { StepView } from "./StepView.tsx";
import { coming, standing, usePresented } from "./usePresented.ts";

export function PresenterView() {
  const presented = usePresented();
  return (
    <ModalOverlay className="presenter-overlay" isOpen={presented !== null} isKeyboardDismissDisabled>
      <Modal className="presenter-modal">{presented && <Presenter presented={presented} />}</Modal>
    </ModalOverlay>
  );
}

const go = (move: PresentMove) => () => void bridge.presentMove(move);

function Presenter({ presented }: { presented: Presented }) {
  const { t } = useTranslation();
  const { slides, position } = presented;
  const [now, next] = [standing(presented), coming(presented)];
  usePresentKeys(position.veil !== null);
  if (!now) return null;
  const step = (position.steps[position.slide] ?? 1) > 1 ? t("present.step", { number: position.step + 1, count: position.steps[position.slide] ?? 1 }) : null;
  return (
    <Dialog className="presenter">
      <header>
        <Heading slot="title">{t("present.title")}</Heading>
        <p className="meta" aria-live="polite">
          {[t("present.slide", { number: position.slide + 1, count: slides.length }), step].filter(Boolean).join(" · ")}
        </p>
        <Control icon={X} name={t("present.end")} look="outlined" onPress={go("end")} />
      </header>
      <div className="presenter-desk">
        <section aria-label={t("present.now")}>
          <p className="label">{t("present.now")}</p>
          <div className="presenter-wall">
            <StepView standing={now} />
            {position.veil && (
              <div className={`veil ${position.veil}`}>
                <span>{position.veil === "black" ? t("present.black") : t("present.white")}</span>
              </div>
            )}
          </div>
          <p className="meta">{now.slide.source}</p>
        </section>
        <section aria-label={t("present.next")}>
          <p className="label">{t("present.next")}</p>
          {next ? <div className="presenter-wall">{next.slide.kind === "page" ? <p className="presenter-page">{next.slide.title}</p> : <StepView standing={next} />}</div> : <p>{t("present.last")}</p>}
          {now.slide.notes && (
            <>
              <p className="label">{t("present.notes")}</p>
              <p className="presenter-notes">{now.slide.notes}</p>
            </>
          )}
          {!position.hasOwnScreen && <p className="hint">{t("present.oneScreen")}</p>}
        </section>
      </div>
      <footer>
        <div className="presenter-group">
          <Control icon={ChevronLeft} name={t("present.previous")} look="outlined" onPress={go("previous")} />
          <Control icon={ChevronRight} name={t("present.onward")} look="primary" onPress={go("next")} />
        </div>
        <div className="presenter-group">
          <Control icon={Moon} name={t("present.black")} iconOnly aria-pressed={position.veil === "black"} onPress={go("black")} />
          <Control icon={Square} name={t("present.white")} iconOnly aria-pressed={position.veil === "white"} onPress={go("white")} />
          <Control icon={Sun} name={t("present.ground")} iconOnly aria-pressed={position.ground === "dark"} onPress={go("ground")} />
        </div>
        <div className="presenter-group">
          <Clock timer={position.timer} />
          {now.slide.minutes !== null && <span className="meta">{t("present.minutes", { count: now.slide.minutes })}</span>}
          <Control icon={position.timer.startedAt === null ? Play : Pause} name={position.timer.startedAt === null ? t("present.start") : t("present.pause")} iconOnly onPress={go("timer")} />
          <Control icon={RotateCcw} name={t("present.reset")} iconOnly onPress={go("resetTimer")} />
          <Control icon={TimerIcon} name={t("present.showClock")} iconOnly aria-pressed={position.isTimerShown} onPress={go("showTimer")} />
        </div>
      </footer>
      <p className="hint presenter-keys">{t("present.keys")}</p>
    </Dialog>
  );
}
