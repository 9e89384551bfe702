/** The keyboard's chapter of the settings: every action with its shortcuts, each changed by pressing another one in its place. */
import { Plus, RotateCcw } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { actionGroups, type ActionId, actionIds, actionOf, conflictOf, isFree, type Settings } from "../bridge.ts";
import { OnOff } from "../comfort/OnOff.tsx";
import { isAnyChosen, type Kept, replaced, restored, without } from "./chosenShortcuts.ts";
import { KeyRecorder } from "./KeyRecorder.tsx";
import "./keys.css";
import { isMac } from "./platform.ts";
import { useKeyNames, useShortcuts } from "./shortcuts.ts";

interface KeyChoicesProps {
  settings: Settings;
  change(change: Partial<Settings>): void;
}

export function KeyChoices({ settings: { shortcuts, singleKeys }, change }: KeyChoicesProps) {
  const { t } = useTranslation();
  const keep = (kept: Kept): void => change({ shortcuts: kept });
  return (
    <div className="key-choices">
      <OnOff name={t("keys.single")} hint={t("keys.singleHint")} isOn={singleKeys} onChange={(isOn) => change({ singleKeys: isOn })} />
      <p className="hint">{t("keys.intro")}</p>
      {actionGroups.map((group) => (
        <div key={group}>
          <h4>{t(`actionGroups.${group}`)}</h4>
          {actionIds
            .filter((id) => actionOf(id).group === group)
            .map((id) => (
              <KeyChoice key={id} id={id} chosen={shortcuts} onKeep={keep} />
            ))}
        </div>
      ))}
      {isAnyChosen(shortcuts) && (
        <button type="button" className="text-link" onClick={() => keep({})}>
          {t("keys.resetAll")}
        </button>
      )}
    </div>
  );
}

interface KeyChoiceProps {
  id: ActionId;
  chosen: Settings["shortcuts"];
  onKeep(kept: Kept): void;
}

type Told = { chord: string } | { chord: string; by: ActionId; former: string | null };

function KeyChoice({ id, chosen, onKeep }: KeyChoiceProps) {
  const { t } = useTranslation();
  const shortcuts = useShortcuts();
  const names = useKeyNames();
  const [told, setTold] = useState<Told | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const action = t(`actions.${id}`);
  const inWords = (chord: string): string => names(chord).join(isMac ? "" : "+");
  const give = (former: string | null, chord: string): void => {
    const by = conflictOf(chord, id, shortcuts);
    if (!isFree(chord)) setTold({ chord });
    else if (by) setTold({ chord, by, former });
    else {
      setTold(null);
      onKeep(replaced(chosen, id, former, chord, isMac));
    }
  };
  /** What was pressed goes away with it. */
  const keepHere = (kept: Kept): void => {
    setTold(null);
    onKeep(kept);
    add.current?.focus();
  };
  return (
    <div className="key-choice" role="group" aria-label={action}>
      <span className="name">{action}</span>
      <span className="set">
        {shortcuts[id].map((chord, index) => (
          <KeyRecorder
            // The button stays, and the focus on it, when its chord changes.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            name={t("keys.changeOne", { action, chord: inWords(chord) })}
            chord={chord}
            onChord={(pressed) => give(chord, pressed)}
            onRemove={() => keepHere(replaced(chosen, id, chord, null, isMac))}
          />
        ))}
        <KeyRecorder ref={add} name={t("keys.add", { action })} onChord={(pressed) => give(null, pressed)}>
          <Plus className="icon" aria-hidden />
        </KeyRecorder>
        {chosen[id] !== undefined && (
          <button type="button" className="key-button" aria-label={t("keys.reset", { action })} title={t("keys.resetShort")} onClick={() => keepHere(restored(chosen, id))}>
            <RotateCcw className="icon" aria-hidden />
          </button>
        )}
      </span>
      <span className={told ? "told" : "visually-hidden"} role="status">
        {told && !("by" in told) && t("keys.reserved", { chord: inWords(told.chord) })}
        {told && "by" in told && (
          <>
            <span>{t("keys.taken", { chord: inWords(told.chord), action: t(`actions.${told.by}`) })}</span>
            <button
              type="button"
              className="text-link"
              onClick={() => keepHere(replaced(without(chosen, told.by, told.chord, isMac), id, told.former, told.chord, isMac))}
            >
              {t("keys.take")}
            </button>
          </>
        )}
      </span>
    </div>
  );
}
