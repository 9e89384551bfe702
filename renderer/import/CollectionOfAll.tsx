/** One collection for all that an import added: what came without a publisher's name would have to be moved letter by letter. */
import { FolderTree } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportItem } from "../../archive/draft.ts";
import type { Failure } from "../../archive/model.ts";
import { bridge } from "../bridge.ts";
import { Control } from "../frame/Control.tsx";
import { FailureText } from "../frame/FailureNote.tsx";
import { useLibrary } from "../library.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import "./card.css";

type Moving = { state: "idle" } | { state: "moving"; number: number; count: number } | { state: "moved"; count: number } | { state: "failure"; failure: Failure };

export function CollectionOfAll({ items }: { items: readonly ImportItem[] }) {
  const { t } = useTranslation();
  const library = useLibrary();
  const [moving, setMoving] = useState<Moving>({ state: "idle" });
  const [isWanted, setWanted] = useState(false);
  const added = [...new Set(items.flatMap(({ status, document }) => (status === "added" && document !== null ? [document] : [])))];
  if (added.length < 2) return null;
  if (!isWanted) {
    return (
      <p className="collection-of-all">
        <Control icon={FolderTree} name={t("imports.moveAll")} look="outlined" onPress={() => setWanted(true)} />
      </p>
    );
  }
  const collections = new Set(added.flatMap((id) => library.document(id)?.collection ?? []));
  const [only = null] = collections;
  const move = async (collection: string): Promise<void> => {
    // The first makes a new collection; the others go where it went.
    let to = collection;
    for (const [index, id] of added.entries()) {
      setMoving({ state: "moving", number: index + 1, count: added.length });
      if (library.document(id)?.collection === to) continue;
      const answer = await bridge.editCard({ id, change: { collection: to } });
      if (answer.ok) to = answer.value.collection;
      // What is in the bin stays where it was.
      else if (answer.failure.code !== "unknown-document") return setMoving({ state: "failure", failure: answer.failure });
    }
    setMoving({ state: "moved", count: added.length });
  };
  return (
    <div className="collection-of-all">
      <ChoiceField
        label={t("imports.collectionOfAll")}
        options={library.allCollections}
        value={collections.size === 1 ? only : null}
        placeholder={t("imports.collectionMixed")}
        onCommit={(collection) => collection !== null && void move(collection)}
      />
      <p className="hint" role="status">
        {moving.state === "moving" && t("imports.moving", { number: moving.number, count: moving.count })}
        {moving.state === "moved" && t("imports.moved", { count: moving.count })}
      </p>
      {moving.state === "failure" && (
        <div role="alert">
          <FailureText failure={moving.failure} />
        </div>
      )}
    </div>
  );
}
