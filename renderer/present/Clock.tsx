/** How long a presentation lasts, by the second; and beside it how long the slide was meant to. */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { elapsed, type Position } from "../bridge.ts";

export function Clock({ timer }: Pick<Position, "timer">) {
  const { t, i18n } = useTranslation();
  const [now, setNow] = useState(() => Date.now());
  useEffect(
    function tick() {
      if (timer.startedAt === null) return;
      const ticking = setInterval(() => setNow(Date.now()), 250);
      return () => clearInterval(ticking);
    },
    [timer],
  );
  return (
    <time className="clock" role="timer" aria-label={t("present.clock")} lang={i18n.language}>
      {inMinutes(elapsed(timer, timer.startedAt === null ? 0 : Math.max(now, timer.startedAt)))}
    </time>
  );
}

/** "7:05", "1:07:05". */
export function inMinutes(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number: number): string => String(number).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
