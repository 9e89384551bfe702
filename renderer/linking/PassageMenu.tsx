/**
 * The menu over a letter's text, by the right button, the menu key or Shift+F10: what can be copied, linked to and searched for there. Elsewhere
 * there is none.
 */
import { Copy, Link, Pilcrow, Search, TextQuote } from "lucide-react";
import { Menu, MenuItem } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { bridge } from "../bridge.ts";
import { CalledMenu } from "../frame/CalledMenu.tsx";
import { giveNotice } from "../import/notices.tsx";
import { useLibrary } from "../library.ts";
import { type MenuCall, menuCallOf } from "./menuCall.ts";
import { linkToPassage } from "./passage.ts";
import { linkTo, useCopyLink } from "./useCopyLink.ts";

interface PassageMenuProps {
  onSearch(text: string): void;
}

export function PassageMenu({ onSearch }: PassageMenuProps) {
  const { t } = useTranslation();
  return (
    <CalledMenu label={t("linking.menu")} callOf={menuCallOf}>
      {(call, close) => <Entries call={call} onSearch={onSearch} onClose={close} />}
    </CalledMenu>
  );
}

function Entries({ call: { passage, selected, href }, onSearch, onClose }: PassageMenuProps & { call: MenuCall; onClose(): void }) {
  const { t } = useTranslation();
  const head = useLibrary().document(passage.letter);
  const copyLink = useCopyLink();
  if (head?.kind !== "letter") return null;
  const entries = [
    selected && { id: "copy", icon: Copy, name: t("linking.copyText"), run: () => selected.copy() },
    href !== null && { id: "address", icon: Link, name: t("linking.copyAddress"), run: () => void bridge.copyText(href).then(() => giveNotice({ text: t("linking.addressCopied") })) },
    passage.paragraph && { id: "paragraph", icon: Pilcrow, name: t("linking.copyParagraph"), run: () => copyLink(linkToPassage(head, passage)) },
    passage.section !== null && { id: "section", icon: TextQuote, name: t("linking.copySection"), run: () => copyLink(linkToPassage(head, { ...passage, paragraph: null })) },
    passage.section === null && { id: "letter", icon: Link, name: t("linking.copyLetter"), run: () => copyLink(linkTo(head)) },
    selected && { id: "search", icon: Search, name: t("linking.searchText", { text: shortened(selected.text) }), run: () => onSearch(selected.text) },
  ].filter((entry) => entry !== false && entry !== null);
  return (
    <Menu
      className="menu"
      aria-label={t("linking.menu")}
      // A menu that was asked for is where one goes on.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus="first"
      onClose={onClose}
      onAction={(key) => {
        onClose();
        entries.find(({ id }) => id === key)?.run();
      }}
    >
      {entries.map(({ id, icon: Icon, name }) => (
        <MenuItem key={id} id={id} className="menu-item plain" textValue={name}>
          <Icon className="icon" aria-hidden />
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}

const longestShown = 28;

function shortened(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown).trimEnd()}…`;
}

