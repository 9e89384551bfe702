/** The box of a checkbox; its look follows the checkbox's state. */
import "./settings.css";

export function Tick() {
  return (
    <span className="box" aria-hidden>
      <svg viewBox="0 0 16 16">
        <path d="M3.5 8.5l3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}
