/** Short words about what was just done, with the way back: "Letter moved to the bin — Undo". Reached by F6, gone after a while. */
import type { TFunction } from "i18next";
import { X } from "lucide-react";
import { Button, Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastQueue as ToastQueue, UNSTABLE_ToastRegion as ToastRegion } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import "./import.css";

export interface Notice {
  text: string;
  /** Name of the way back, when there is one. */
  undo?: { name: string; run(): void };
}

/** Milliseconds; the time stops while one points at the notice or has the focus in it. */
const timeout = 20_000;

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 2 });

export function giveNotice(notice: Notice): void {
  queue.add(notice, { timeout });
}

/** Says what went wrong. `title` is what it went wrong with, when the failure is not to name it itself. */
export function giveFailure(t: TFunction, failure: Failure, title = failure.title ?? ""): void {
  giveNotice({ text: t(`trouble.${failure.code}`, { title }) });
}

export function Notices() {
  const { t } = useTranslation();
  return (
    <ToastRegion queue={queue} className="notices" aria-label={t("app.notices")}>
      {({ toast }) => (
        <Toast toast={toast} className="notice">
          <ToastContent className="words">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo && (
            <Button
              className="control outlined"
              onPress={() => {
                toast.content.undo?.run();
                queue.close(toast.key);
              }}
            >
              {toast.content.undo.name}
            </Button>
          )}
          <Button slot="close" className="control" aria-label={t("app.close")}>
            <X className="icon" aria-hidden />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
