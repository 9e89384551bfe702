/** A list with nothing in it, why, and how something comes in. */
import { ImportButton } from "../import/ImportMenu.tsx";

interface EmptyListProps {
  title: string;
  text: string;
}

export function EmptyList({ title, text }: EmptyListProps) {
  return (
    <>
      <h1 className="list-title">{title}</h1>
      <p className="empty">{text}</p>
      <p className="empty">
        <ImportButton />
      </p>
    </>
  );
}
