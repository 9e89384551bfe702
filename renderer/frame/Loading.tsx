/** Said only when waiting lasts: a skeleton that appears after 150 ms, so that nothing flashes. */
import "./states.css";

export function Loading({ text }: { text: string }) {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{text}</span>
      {["40%", "75%", "100%", "92%", "97%", "60%"].map((width, line) => (
        // The lines are all alike and never change place.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={line} className="skeleton" style={{ width }} aria-hidden />
      ))}
    </div>
  );
}
