/** The bin: what was removed from the library, to be restored, or emptied for good once that is confirmed. */
import { RotateCcw, Trash2 } from "lucide-react";
import { useCallback, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { BinnedDossierHead } from "../../archive/dossier.ts";
import type { DocumentHead, Failure } from "../../archive/model.ts";
import { type BinEntry, bridge } from "../bridge.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { useBinnedDossiers } from "../dossier/useDossiers.ts";
import { Control } from "../frame/Control.tsx";
import { FailureNote } from "../frame/FailureNote.tsx";
import { Loading } from "../frame/Loading.tsx";
import { useLibrary } from "../library.ts";
import { dateInWords, momentInWords } from "../words/dates.ts";
import { useBin } from "./useBin.ts";
import "../frame/dialog.css";
import "./import.css";
import "./report.css";

export function BinSheet() {
  const { t } = useTranslation();
  const shown = useShownTitle();
  const { asked, again } = useBin();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState("");
  const binned = useBinnedDossiers();
  const restore = useCallback(
    async ({ id, kind, title }: Binned): Promise<void> => {
      const answer = kind === "dossier" ? await bridge.restoreDossier(id) : await bridge.restore(id);
      setFailure(answer.ok ? null : answer.failure);
      if (answer.ok) setSaid(t("bin.restored", { title: shown(title, id) }));
      again();
    },
    [again, shown, t],
  );
  const empty = async (): Promise<void> => {
    const answer = await bridge.emptyBin();
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setSaid(t("bin.emptied"));
    again();
  };
  const documents = asked.state === "value" ? asked.value.map(binnedDocument) : [];
  const dossiers = binned.state === "value" ? binned.value.map(binnedDossier) : [];
  const entries = [...documents, ...dossiers].toSorted((one, other) => other.removedAt.localeCompare(one.removedAt));
  return (
    <div className="sheet-scroller">
      <article className="import-report bin">
        <header>
          <h1 tabIndex={-1}>{t("bin.title")}</h1>
          <p className="meta">{t("bin.intro")}</p>
        </header>
        {asked.state === "pending" && <Loading text={t("app.loading")} />}
        {asked.state === "failure" && <FailureNote failure={asked.failure} />}
        {failure && <FailureNote failure={failure} />}
        <p className="keeping">
          {entries.length > 0 && <Emptying count={entries.length} onEmpty={() => void empty()} />}
          <span className="said" role="status">
            {said}
          </span>
        </p>
        {asked.state === "value" && binned.state === "value" && entries.length === 0 && <p className="meta">{t("bin.empty")}</p>}
        <ul className="items">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onRestore={() => void restore(entry)} />
          ))}
        </ul>
      </article>
    </div>
  );
}

/** What the bin holds, of whatever kind. */
interface Binned {
  id: string;
  kind: "letter" | "report" | "dossier";
  /** As it is stored. */
  title: string;
  removedAt: string;
  /** Null for a dossier. */
  head: DocumentHead | null;
  /** Items of a dossier. */
  items: number;
}

function binnedDocument({ head, removedAt }: BinEntry): Binned {
  return { id: head.id, kind: head.kind, title: head.title, removedAt, head, items: 0 };
}

function binnedDossier({ id, title, removedAt, items }: BinnedDossierHead): Binned {
  return { id, kind: "dossier", title, removedAt, head: null, items };
}

function Entry({ entry: { id, head, title: stored, removedAt, items }, onRestore }: { entry: Binned; onRestore(): void }) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const title = useShownTitle()(stored, id);
  const about = head ? [library.collection(head.collection)?.title ?? head.collection, dateInWords(head.date, i18n.language)] : [t("dossier.one"), t("dossier.items", { count: items })];
  return (
    <li className="item">
      <div className="told">
        <p className="title">
          <span>{title}</span>
        </p>
        <p className="about">
          {about.join(" · ")} · {t("bin.removedAt", { moment: momentInWords(removedAt, i18n.language) })}
        </p>
      </div>
      <Control icon={RotateCcw} name={t("bin.restore")} look="outlined" aria-label={t("bin.restoreOf", { title })} onPress={onRestore} />
    </li>
  );
}

function Emptying({ count, onEmpty }: { count: number; onEmpty(): void }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Control icon={Trash2} name={t("bin.emptyIt")} look="outlined" onPress={() => setAsked(true)} />
      <ModalOverlay className="overlay" isDismissable isOpen={isAsked} onOpenChange={setAsked}>
        <Modal className="modal">
          <Dialog className="dialog" role="alertdialog">
            <Heading slot="title">{t("bin.emptyTitle")}</Heading>
            <p>{t("bin.emptyText", { count })}</p>
            <div className="actions">
              <Control name={t("app.cancel")} onPress={() => setAsked(false)} />
              <Control
                name={t("bin.emptyNow")}
                look="primary"
                onPress={() => {
                  setAsked(false);
                  onEmpty();
                }}
              />
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
