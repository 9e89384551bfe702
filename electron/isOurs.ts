import type { IpcMainEvent, IpcMainInvokeEvent } from "electron";
import { isOwnAddress } from "./servedFiles.ts";

/** Whether a page of the app's own, in the main frame of its window, asks: Electron's security checklist, item 17, "Validate the sender of all IPC messages". */
export function isOurs({ senderFrame, sender }: IpcMainInvokeEvent | IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url);
}
