/** An excerpt with its marks as elements, shown as the person reads texts; what is copied of it is what is stored. */
import { useMemo } from "react";
import type { Mark } from "../../archive/model.ts";
import { type ShownPiece, shownPieces } from "../../archive/text/shownText.ts";
import { noteShown } from "../comfort/shownTexts.ts";
import { useShowing } from "../comfort/useShowing.ts";

interface ExcerptProps {
  text: string;
  /** Offsets into the text as it is stored. */
  marks: readonly Mark[];
  language: "fr" | "en";
}

export function Excerpt({ text, marks, language }: ExcerptProps) {
  const showing = useShowing();
  const pieces = useMemo(() => shownPieces(showing(text, language), marks), [showing, text, marks, language]);
  // Pieces never change place: another excerpt is another component.
  // oxlint-disable-next-line react/no-array-index-key
  return pieces.map((piece, index) => <Piece key={index} piece={piece} />);
}

function Piece({ piece }: { piece: ShownPiece }) {
  const note = (element: HTMLElement | null): void => {
    if (element && piece.edits.length > 0) noteShown(element, piece);
  };
  if (piece.isMarked) return <mark ref={note}>{piece.text}</mark>;
  return piece.edits.length > 0 ? <span ref={note}>{piece.text}</span> : piece.text;
}
