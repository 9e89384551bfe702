/** A list with nothing in it, and why. */
interface EmptyListProps {
  title: string;
  text: string;
}

export function EmptyList({ title, text }: EmptyListProps) {
  return (
    <>
      <h1 className="list-title">{title}</h1>
      <p className="empty">{text}</p>
    </>
  );
}
