/** A shortcut, one cap for each key. */
import { useKeyNames } from "./shortcuts.ts";
import "./keys.css";

export function Chord({ chord }: { chord: string }) {
  const names = useKeyNames();
  return (
    <span className="chord">
      {names(chord).map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  );
}
