/** Files and folders dropped anywhere on the window: a veil says what will become of them, and the shell is told. */
import { FolderInput } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { bridge } from "../bridge.ts";
import "./import.css";

export function DropVeil() {
  const { t } = useTranslation();
  const [count, setCount] = useState<number | null>(null);
  useEffect(function hearDrags() {
    return watchDrags(setCount);
  }, []);
  if (count === null) return null;
  return (
    <div className="drop-veil" aria-hidden>
      <div>
        <FolderInput className="icon" />
        <p className="what">{t("imports.drop", { count })}</p>
        <p>{t("imports.dropWhy")}</p>
      </div>
    </div>
  );
}

/** Tells how many files and folders hover over the window, null for none; gives the way to stop. */
function watchDrags(tell: (count: number | null) => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  // A picture of a letter that is dragged looks like a file too.
  let isOurs = false;
  const filesIn = (event: DragEvent): DataTransfer | null => (!isOurs && event.dataTransfer?.types.includes("Files") ? event.dataTransfer : null);
  window.addEventListener("dragstart", () => void (isOurs = true), { signal });
  window.addEventListener("dragend", () => void (isOurs = false), { signal });
  window.addEventListener(
    "dragover",
    (event) => {
      const files = filesIn(event);
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = files ? "copy" : "none";
      if (files) tell(files.items.length);
    },
    { signal },
  );
  window.addEventListener("dragleave", (event) => event.relatedTarget === null && tell(null), { signal });
  window.addEventListener(
    "drop",
    (event) => {
      event.preventDefault();
      tell(null);
      const files = filesIn(event);
      if (files) void bridge.importDropped([...files.files]);
    },
    { signal },
  );
  return () => ending.abort();
}
