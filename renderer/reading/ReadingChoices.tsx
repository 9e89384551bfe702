/** In the settings: how much was read of what is shown, and the way to begin anew, or to have read it all. */
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import { useLibrary } from "../library.ts";
import { useReadings } from "./readingStore.ts";
import "./reading.css";
import { useMarking } from "./useMarking.ts";

export function ReadingChoices() {
  const { t } = useTranslation();
  const { letters, reports } = useLibrary();
  const readings = useReadings();
  const mark = useMarking();
  const documents = [...letters, ...reports].map(({ id }) => id);
  const read = documents.filter((id) => readings.get(id)?.kind === "read").length;
  const started = documents.filter((id) => readings.has(id)).length - read;
  const counts = [t("reading.countRead", { count: read }), t("reading.countStarted", { count: started }), t("reading.countUnread", { count: documents.length - read - started })];
  return (
    <>
      <p>{counts.join(" · ")}</p>
      <p className="reading-choices">
        <Control name={t("reading.allRead")} look="outlined" isDisabled={read === documents.length} onPress={() => mark(documents, true)} />
        {/* Also what is not shown, or not here any more. */}
        <Control name={t("reading.allUnread")} look="outlined" isDisabled={readings.size === 0} onPress={() => mark([...readings.keys()], false)} />
      </p>
    </>
  );
}
