/**
 * The box where one types, and the keys that walk the results without leaving it: the "combobox" pattern of the ARIA Authoring
 * Practices, the focus staying here while the active result is named by aria-activedescendant.
 */
import { Link, Search, X } from "lucide-react";
import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { isSingleKey } from "../bridge.ts";
import { useShortcuts } from "../keys/shortcuts.ts";
import { looksLikeLink } from "../../archive/text/archiveLink.ts";
import { useCopyLink } from "../linking/useCopyLink.ts";
import { RecentSearches } from "./RecentSearches.tsx";
import { hitElementId, resultsElementId } from "./ResultList.tsx";
import "./search.css";

interface SearchBoxProps {
  text: string;
  /** Whether results stand below. */
  expanded: boolean;
  /** The passage of the active result. */
  active: string | null;
  input: RefObject<HTMLInputElement | null>;
  /** Latest first. */
  recent: readonly string[];
  onRecent(searches: string[]): void;
  onType(text: string): void;
  /** Moves to the next (1) or previous (-1) result. */
  onMove(by: 1 | -1): void;
  onOpen(): void;
  /** A link of Relire's was pasted, or typed and entered. */
  onLink(href: string): void;
}

export function SearchBox({ text, expanded, active, input, recent, onRecent, onType, onMove, onOpen, onLink }: SearchBoxProps) {
  const { t } = useTranslation();
  const single = useShortcuts().search.find(isSingleKey);
  const copyLink = useCopyLink();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && looksLikeLink(text)) onLink(text.trim());
    else if (event.key === "Enter" && text !== "") onOpen();
    else if (event.key === "ArrowDown" && expanded) onMove(1);
    else if (event.key === "ArrowUp" && expanded) onMove(-1);
    else if (event.key === "Escape" && text !== "") onType("");
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData("text/plain").trim();
    if (!looksLikeLink(pasted)) return;
    event.preventDefault();
    onLink(pasted);
  };
  const [hasFocus, setFocus] = useState(false);
  const onBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false);
  };
  const clear = (): void => {
    onType("");
    input.current?.focus();
  };
  return (
    <search className="search-box" onFocus={() => setFocus(true)} onBlur={onBlur}>
      <Search className="icon" aria-hidden />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t("search.label")}
        aria-expanded={expanded}
        aria-controls={resultsElementId}
        aria-autocomplete="list"
        aria-activedescendant={active === null ? undefined : hitElementId(active)}
        placeholder={t("search.placeholder")}
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {text === "" ? (
        single !== undefined && <kbd aria-hidden>{single}</kbd>
      ) : (
        <>
          <button
            type="button"
            className="clear copy"
            aria-label={t("linking.copySearch")}
            title={t("linking.copySearch")}
            onClick={() => copyLink({ kind: "search", text })}
          >
            <Link className="icon" aria-hidden />
          </button>
          <button type="button" className="clear" aria-label={t("search.clear")} title={t("search.clear")} onClick={clear}>
            <X className="icon" aria-hidden />
          </button>
        </>
      )}
      {hasFocus && text === "" && (
        <RecentSearches
          searches={recent}
          onSearch={(query) => {
            onType(query);
            input.current?.focus();
          }}
          onForget={onRecent}
        />
      )}
    </search>
  );
}
