/** A note, open: its colour, its words, what was written about them. All is kept as it is written. */
import { FolderPlus, Quote, TextQuote, Trash2 } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Input, Label, TextArea, TextField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import type { PlacedNote } from "../../archive/note.ts";
import { ShownTitle } from "../comfort/ShownTitle.tsx";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { Control } from "../frame/Control.tsx";
import { giveFailure, giveNotice } from "../import/notices.tsx";
import { useLibrary } from "../library.ts";
import { ColourChoice } from "./ColourChoice.tsx";
import { keepNote, notesNow, removeNote } from "./noteStore.ts";
import { NoteState } from "./NoteState.tsx";
import { forgetSaver, type NoteSaver, saverOf } from "./NoteSaver.ts";
import { useNotesRoom } from "./NotesContext.ts";
import { sourceOf } from "./sourceOf.ts";

interface NoteEditorProps {
  placed: PlacedNote;
  onClose(): void;
}

export function NoteEditor({ placed: { note, place }, onClose }: NoteEditorProps) {
  const { t } = useTranslation();
  const room = useNotesRoom();
  const library = useLibrary();
  const shown = useShownTitle();
  const [saver] = useState(() => saverOf(note));
  const writing = useSyncExternalStore(saver.subscribe, () => saver.writing);
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  const [typedTags, setTypedTags] = useState(() => writing.tags.join(", "));
  useEffect(
    function keepOnLeaving() {
      return () => void saver.flush();
    },
    [saver],
  );
  const words = place?.quote.exact ?? note.target.quote.exact;
  const passage = place?.passage ?? note.target.passage;
  const remove = (): void => {
    onClose();
    const fail = (failure: Failure): void => giveFailure(t, failure, t("notes.edit"));
    void removeForGood(saver, { removed: t("notes.removed"), fail });
  };
  const leaveFor = (next: () => void): void => {
    onClose();
    // The note gives the focus back a frame after it went, and the dialog that may follow gives it back there in turn.
    requestAnimationFrame(() => requestAnimationFrame(next));
  };
  return (
    <div className="note-editor">
      <blockquote className="words" lang={library.languageOf(note.target.document)}>
        <ShownTitle text={words} language={library.languageOf(note.target.document)} />
      </blockquote>
      <p className="source">{sourceOf(note, place, library, t, shown)}</p>
      {!place && <p className="orphan">{t("notes.orphanWhy")}</p>}
      <ColourChoice names={room.names} value={writing.colour} onChange={(colour) => saver.change({ colour })} />
      <TextField className="field" aria-label={t("notes.text")} value={writing.text} onChange={(text) => saver.change({ text })}>
        <TextArea className="input" rows={3} maxLength={100_000} placeholder={t("notes.placeholder")} />
      </TextField>
      <TextField
        className="field"
        value={typedTags}
        onChange={(typed) => {
          setTypedTags(typed);
          saver.change({ tags: tagsIn(typed) });
        }}
      >
        <Label className="label">{t("notes.tags")}</Label>
        <Input className="input" maxLength={500} autoComplete="off" placeholder={t("notes.tagsHint")} />
      </TextField>
      <NoteState state={state} onRetry={() => void saver.flush()} onSettle={(whose) => void saver.settle(whose)} />
      <div className="acts">
        <Control icon={TextQuote} name={t("notes.copyQuote")} iconOnly onPress={() => room.copyQuote(passage, words)} />
        <Control icon={Quote} name={t("notes.cite")} iconOnly onPress={() => leaveFor(() => room.cite(passage, words))} />
        <Control icon={FolderPlus} name={t("dossier.gather")} iconOnly onPress={() => leaveFor(() => room.gather({ note, place }))} />
        <Control icon={Trash2} name={t("notes.remove")} iconOnly onPress={remove} />
        <Control name={t("app.close")} look="outlined" onPress={onClose} />
      </div>
    </div>
  );
}

/** As typed, each once. */
function tagsIn(typed: string): string[] {
  const tags = typed.split(",").map((tag) => tag.trim().slice(0, 60)).filter((tag) => tag !== "");
  return [...new Set(tags)].slice(0, 50);
}

interface Telling {
  removed: string;
  fail(failure: Failure): void;
}

/** What was typed last is kept first, so that an undoing brings it back. */
async function removeForGood(saver: NoteSaver, { removed, fail }: Telling): Promise<void> {
  await saver.flush();
  const { note } = saver;
  const answer = await removeNote(note);
  if (!answer.ok) return fail(answer.failure);
  forgetSaver(note.id);
  const { id, target, colour, text, tags } = note;
  const bringBack = async (): Promise<void> => {
    const kept = await keepNote({ id, revision: 0, target, colour, text, tags });
    if (!kept.ok) fail(kept.failure);
  };
  giveNotice({ text: removed, undo: { run: () => void bringBack(), isPossible: async () => !notesNow().some((each) => each.note.id === id) } });
}
