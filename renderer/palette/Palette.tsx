/**
 * The palette: a few letters lead to a letter by its title or its month, to a report, a rubric, a collection, a search, or do any action. The
 * focus stays in its box while arrows walk the list, as in the search box ("combobox" of the ARIA Authoring Practices), and what is first is
 * what Enter takes, at once.
 */
import { BookOpen, CornerDownLeft, FileText, History, Library as LibraryIcon, type LucideIcon, Rows3, Search } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { ActionId } from "../bridge.ts";
import "../frame/dialog.css";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { Chord } from "../keys/Chord.tsx";
import { useShortcuts } from "../keys/shortcuts.ts";
import { useLibrary } from "../library.ts";
import { answering, type Destination, libraryItems, paletteItem, type PaletteGroup, type PaletteItem } from "./paletteItems.ts";
import "./palette.css";

interface PaletteProps {
  isOpen: boolean;
  /** What can be done now, asked before the palette opens. */
  offered: readonly ActionId[];
  recent: readonly string[];
  onClose(): void;
  /** Called once the palette is gone and the focus is back where it was. */
  onGo(to: Destination): void;
}

export function Palette({ isOpen, onClose, onGo, ...rest }: PaletteProps) {
  const go = (to: Destination): void => {
    flushSync(onClose);
    // React Aria gives the focus back in the next frame; what is done then may move it on.
    requestAnimationFrame(() => onGo(to));
  };
  return (
    <ModalOverlay className="overlay high" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal palette">{isOpen && <Finder {...rest} onGo={go} />}</Modal>
    </ModalOverlay>
  );
}

const listId = "palette-list";
const optionId = ({ kind, id }: Destination): string => `palette-${kind}-${id}`;

function Finder({ offered, recent, onGo }: Pick<PaletteProps, "offered" | "recent" | "onGo">) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const shownTitle = useShownTitle();
  const held = useMemo(() => libraryItems(library, i18n.language, shownTitle), [library, i18n.language, shownTitle]);
  const items = useMemo(
    () => [
      ...recent.map((query) => paletteItem({ kind: "recent", id: query }, query)),
      ...held,
      ...offered.filter((id) => id !== "palette").map((id) => paletteItem({ kind: "actions", id }, t(`actions.${id}`))),
    ],
    [recent, held, offered, t],
  );
  const typed = text.trim();
  const groups = useMemo(() => withSearch(answering(items, typed), typed, t("palette.searchFor", { query: typed })), [items, typed, t]);
  const shown = groups.flatMap(({ items: each }) => each);
  const at = Math.max(0, shown.findIndex(({ to }) => optionId(to) === chosen));
  const active = shown[at];
  const heard = useDeferredValue(shown.length);
  const move = (to: number): void => {
    const next = shown[(to + shown.length) % shown.length];
    if (!next) return;
    setChosen(optionId(next.to));
    document.getElementById(optionId(next.to))?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at - 1);
    else if (event.key === "PageDown") move(Math.min(shown.length - 1, at + 8));
    else if (event.key === "PageUp") move(Math.max(0, at - 8));
    else if (event.key === "Enter" && active) onGo(active.to);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog className="palette-dialog" aria-label={t("palette.title")}>
      <div className="palette-box">
        <Search className="icon" aria-hidden />
        {/* What a palette is for. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <input autoFocus
          type="text"
          role="combobox"
          aria-label={t("palette.title")}
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(active.to)}
          placeholder={t("palette.placeholder")}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(null);
          }}
          onKeyDown={press}
        />
      </div>
      {/* Walked by the keys of the box above. */}
      <div id={listId} className="palette-list" role="listbox" aria-label={t("palette.title")} tabIndex={-1}>
        {groups.map((group) => (
          <Group key={group.kind} group={group} active={active} onGo={onGo} />
        ))}
      </div>
      <p className="palette-hint">{shown.length === 1 && active?.to.kind === "search" ? t("palette.nothing") : t("palette.hint")}</p>
      <p className="visually-hidden" role="status">
        {typed !== "" && t("search.summary", { count: heard })}
      </p>
    </Dialog>
  );
}

const titles = {
  recent: "palette.recent",
  letters: "palette.letters",
  reports: "palette.reports",
  rubrics: "palette.rubrics",
  collections: "palette.collections",
  actions: "palette.actions",
  search: "palette.search",
} as const;

const icons: Partial<Record<Destination["kind"], LucideIcon>> = { recent: History, letters: BookOpen, reports: FileText, rubrics: Rows3, collections: LibraryIcon, search: Search };

interface GroupProps {
  group: PaletteGroup;
  active: PaletteItem | undefined;
  onGo(to: Destination): void;
}

function Group({ group: { kind, items }, active, onGo }: GroupProps) {
  const { t } = useTranslation();
  const shortcuts = useShortcuts();
  const Icon = icons[kind] ?? CornerDownLeft;
  return (
    <div role="group" aria-labelledby={`palette-of-${kind}`}>
      <p id={`palette-of-${kind}`} className="label">
        {t(titles[kind])}
      </p>
      {items.map(({ to, name, about }) => {
        const [chord] = to.kind === "actions" ? shortcuts[to.id] : [];
        return (
          // The box has the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={to.id}
            id={optionId(to)}
            className="palette-option"
            role="option"
            tabIndex={-1}
            aria-selected={active?.to === to}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onGo(to)}
          >
            <Icon className="icon" aria-hidden />
            <span className="name">{name}</span>
            {about && <span className="about">{about}</span>}
            {chord !== undefined && <Chord chord={chord} />}
          </div>
        );
      })}
    </div>
  );
}

/** With the search for what is typed at the end. */
function withSearch(groups: PaletteGroup[], typed: string, name: string): PaletteGroup[] {
  return typed === "" ? groups : [...groups, { kind: "search", items: [paletteItem({ kind: "search", id: typed }, name)] }];
}
