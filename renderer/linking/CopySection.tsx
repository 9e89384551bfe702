/** Copies the link to a section; seen where one points. Not on the way of Tab, which goes from link to link: the menu over the text has it too. */
import { Link } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import { useLibrary } from "../library.ts";
import { linkToPassage } from "./passage.ts";
import { useCopyLink } from "./useCopyLink.ts";
import "./linking.css";

export function CopySection({ letter, section }: { letter: string; section: string }) {
  const { t, i18n } = useTranslation();
  const copyLink = useCopyLink();
  const head = useLibrary().document(letter);
  if (head?.kind !== "letter") return null;
  return (
    <span className="copy-section" lang={i18n.language}>
      <Control icon={Link} name={t("linking.copySection")} iconOnly excludeFromTabOrder onPress={() => copyLink(linkToPassage(head, { section, paragraph: null }))} />
    </span>
  );
}
