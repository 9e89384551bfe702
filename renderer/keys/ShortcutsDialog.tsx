/** The list of shortcuts, by what one does with them, to be searched and read at a glance. */
import { useState } from "react";
import { flushSync } from "react-dom";
import { Dialog, Heading, Input, Modal, ModalOverlay, SearchField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { fold } from "../../archive/text/fold.ts";
import { type ActionGroup, actionGroups, type ActionId, actionIds, actionOf } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { Chord } from "./Chord.tsx";
import "./keys.css";
import { useKeyNames, useShortcuts } from "./shortcuts.ts";

interface ShortcutsDialogProps {
  isOpen: boolean;
  onClose(): void;
  /** To the settings, where they can be changed. */
  onChange(): void;
}

export function ShortcutsDialog({ isOpen, onClose, onChange }: ShortcutsDialogProps) {
  const change = (): void => {
    flushSync(onClose);
    requestAnimationFrame(onChange);
  };
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal keys">{isOpen && <List onClose={onClose} onChange={change} />}</Modal>
    </ModalOverlay>
  );
}

function List({ onClose, onChange }: Omit<ShortcutsDialogProps, "isOpen">) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const shortcuts = useShortcuts();
  const names = useKeyNames();
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  const answers = (id: ActionId): boolean => {
    const said = fold([t(`actions.${id}`), ...shortcuts[id].map((chord) => names(chord).join("+"))].join(" "));
    return wanted.every((word) => said.includes(word));
  };
  const shown = actionIds.filter((id) => (wanted.length > 0 || shortcuts[id].length > 0) && answers(id));
  return (
    <Dialog className="dialog keys-list">
      <div className="keys-head">
        <Heading slot="title">{t("keys.title")}</Heading>
        {/* To be found by typing at once. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <SearchField autoFocus className="keys-filter" aria-label={t("keys.filter")} value={text} onChange={setText}>
          <Input placeholder={t("keys.filter")} autoComplete="off" spellCheck="false" maxLength={100} />
        </SearchField>
      </div>
      {/* Scrolled by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="keys-groups" role="group" aria-label={t("keys.title")} tabIndex={0}>
        {actionGroups.map((group) => (
          <Group key={group} group={group} ids={shown.filter((id) => actionOf(id).group === group)} />
        ))}
        {shown.length === 0 && <p>{t("keys.nothing", { query: text.trim() })}</p>}
      </div>
      <p className="hint">{t("keys.alsoWhere")}</p>
      <div className="actions">
        <Control name={t("keys.change")} look="outlined" onPress={onChange} />
        <Control name={t("app.close")} look="outlined" onPress={onClose} />
      </div>
    </Dialog>
  );
}

function Group({ group, ids }: { group: ActionGroup; ids: readonly ActionId[] }) {
  const { t } = useTranslation();
  const shortcuts = useShortcuts();
  if (ids.length === 0) return null;
  return (
    <section className="keys-group">
      <h3>{t(`actionGroups.${group}`)}</h3>
      <dl>
        {ids.map((id) => (
          <div key={id} className="keys-row">
            <dt>{t(`actions.${id}`)}</dt>
            <dd>
              {shortcuts[id].length === 0 && t("keys.none")}
              {shortcuts[id].map((chord, index) => (
                <span key={chord}>
                  {index > 0 && `${t("keys.or")} `}
                  <Chord chord={chord} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
