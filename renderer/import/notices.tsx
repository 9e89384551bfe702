/**
 * Short words about what was just done, with the way back: "Letter moved to the bin — Undo". Reached by F6, gone after a while. What is over at once is
 * told in the place of what was told before; what can be taken back, or went wrong, stays its time, the latest in sight and those before it folded
 * under it. A way back that leads nowhere any more goes by itself.
 */
import type { TFunction } from "i18next";
import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastList as ToastList,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { bridge } from "../bridge.ts";
import { onReadings } from "../reading/readingStore.ts";
import { foldedOf, type Notice, passedBy } from "./noticeOrder.ts";
import "./notices.css";
import { placeNotices } from "./placeNotices.ts";

const queue = new ToastQueue<Notice>();

/** Milliseconds left to each, by its key. */
const timeLeft = new Map<string, number>();
const timeOfOne = 20_000;
const tick = 500;

export function giveNotice(notice: Notice): void {
  for (const { key } of passedBy(notice, queue.visibleToasts)) queue.close(key);
  const key = queue.add(notice, { onClose: () => timeLeft.delete(key) });
  timeLeft.set(key, timeOfOne);
}

/** Says what went wrong. `title` is what it went wrong with, when the failure is not to name it itself. */
export function giveFailure(t: TFunction, failure: Failure, title = failure.title ?? ""): void {
  giveNotice({ text: t(`trouble.${failure.code}`, { title }), isFailure: true });
}

export function Notices() {
  const { t } = useTranslation();
  const [region, setRegion] = useState<HTMLDivElement | null>(null);
  const [isUnfolded, setUnfolded] = useState(false);
  const given = useSyncExternalStore(subscribe, () => queue.visibleToasts);
  const folded = foldedOf(given);
  useEffect(followWaysBack, []);
  useEffect(
    function stand() {
      if (!region) return;
      const [stopTime, stopPlacing] = [letTimePass(region), placeNotices(region)];
      return () => {
        stopTime();
        stopPlacing();
      };
    },
    [region],
  );
  if (isUnfolded && folded.size === 0) setUnfolded(false);
  return (
    <ToastRegion ref={setRegion} queue={queue} className="notices" aria-label={t("app.notices")}>
      <ToastList<Notice>>
        {({ toast: { key, content }, toast }) => (
          <Toast toast={toast} className={folded.has(key) && !isUnfolded ? "notice folded" : "notice"}>
            <ToastContent className="words">
              <Text slot="title">{content.text}</Text>
            </ToastContent>
            {content.undo && (
              <Button
                className="control outlined"
                onPress={() => {
                  content.undo?.run();
                  queue.close(key);
                }}
              >
                {t("app.undo")}
              </Button>
            )}
            <Button slot="close" className="control" aria-label={t("app.close")}>
              <X className="icon" aria-hidden />
            </Button>
          </Toast>
        )}
      </ToastList>
      {folded.size > 0 && (
        <Button className="control others" aria-expanded={isUnfolded} onPress={() => setUnfolded(!isUnfolded)}>
          {isUnfolded ? t("app.fewerNotices") : t("app.otherNotices", { count: folded.size })}
        </Button>
      )}
    </ToastRegion>
  );
}

function subscribe(listener: () => void): () => void {
  return queue.subscribe(listener);
}

/** Until the function that it gives is called. It stands still while one points at a notice, has the focus in one, or is in another window. */
function letTimePass(region: Element): () => void {
  const pass = (): void => {
    if (!document.hasFocus() || region.matches(":hover, :focus-within")) return;
    for (const [key, left] of timeLeft) {
      if (left > tick) timeLeft.set(key, left - tick);
      else queue.close(key);
    }
  };
  const timer = setInterval(pass, tick);
  return () => clearInterval(timer);
}

/** Takes notices away whose way back is none any more, at each change of what it could lead to; until the function that it gives is called. */
function followWaysBack(): () => void {
  const look = async ({ key, content }: { key: string; content: Notice }): Promise<void> => {
    if (content.undo && !(await content.undo.isPossible())) queue.close(key);
  };
  const lookAtAll = (): void => queue.visibleToasts.forEach((each) => void look(each));
  const stops = [bridge.onLibrarian(({ event }) => event !== "progress" && event !== "imports" && lookAtAll()), onReadings(lookAtAll)];
  return () => stops.forEach((stop) => stop());
}
