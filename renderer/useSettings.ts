/** The person's settings: applied at once, kept by the shell. */
import { useCallback, useState } from "react";
import type { Failure } from "../archive/model.ts";
import { beginning } from "./beginning.ts";
import { bridge, type Settings } from "./bridge.ts";

export interface SettingsState {
  settings: Settings;
  change(change: Partial<Settings>): void;
  /** Why the last change could not be written; null when it was. */
  failure: Failure | null;
}

export function useSettings(): SettingsState {
  const [settings, setSettings] = useState(beginning().settings);
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = useCallback((changed: Partial<Settings>) => {
    setSettings((current) => ({ ...current, ...changed }));
    void bridge.changeSettings(changed).then((answer) => setFailure(answer.ok ? null : answer.failure));
  }, []);
  return { settings, change, failure };
}
