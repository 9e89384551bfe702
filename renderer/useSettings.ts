/** The person's settings: applied at once, kept by the shell. */
import { useCallback, useState } from "react";
import { bridge, type Settings } from "./bridge.ts";

export interface SettingsState {
  settings: Settings;
  change(change: Partial<Settings>): void;
  /** Whether the last change could not be written. */
  notKept: boolean;
}

export function useSettings(): SettingsState {
  const [settings, setSettings] = useState(bridge.beginning.settings);
  const [notKept, setNotKept] = useState(false);
  const change = useCallback((changed: Partial<Settings>) => {
    setSettings((current) => ({ ...current, ...changed }));
    bridge.changeSettings(changed).then(
      (answer) => setNotKept(!answer.ok),
      () => setNotKept(true),
    );
  }, []);
  return { settings, change, notKept };
}
