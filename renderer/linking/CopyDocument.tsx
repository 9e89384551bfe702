/** Copies the link to a document. */
import { Link } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DocumentHead } from "../../archive/model.ts";
import { Control } from "../frame/Control.tsx";
import { linkTo, useCopyLink } from "./useCopyLink.ts";
import "./linking.css";

export function CopyDocument({ head }: { head: DocumentHead }) {
  const { t } = useTranslation();
  const copyLink = useCopyLink();
  const name = head.kind === "letter" ? t("linking.copyLetter") : t("linking.copyReport");
  return <Control icon={Link} name={name} iconOnly onPress={() => copyLink(linkTo(head))} />;
}
