/** The commands that are about what is selected: from the menu, and by their keys, which reach the page first. */
import { useEffect, useEffectEvent } from "react";
import { bridge } from "../bridge.ts";

interface NotesCommands {
  highlight(): void;
  quote(): void;
}

export function useNotesCommands(commands: NotesCommands): void {
  const run = useEffectEvent((command: keyof NotesCommands) => commands[command]());
  useEffect(function hearMenu() {
    return bridge.onCommand((command) => {
      if (command === "highlight" || command === "quote") run(command);
    });
  }, []);
  useEffect(function hearKeys() {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
      // A report has its own way to copy, and a dialog its own keys.
      if (!(ctrlKey || metaKey) || !shiftKey || altKey || defaultPrevented || document.querySelector('[role="dialog"]')) return;
      const command = ({ h: "highlight", c: "quote" } as const)[key.toLowerCase() as "h" | "c"];
      if (command === undefined) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
