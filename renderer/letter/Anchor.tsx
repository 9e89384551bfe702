/** A link: inside the archive it opens in place, to the web it is marked and asks first, to what is not carried it says so. */
import { ExternalLink } from "lucide-react";
import type { ComponentProps, MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { looksLikeLink, readArchiveLink } from "../../archive/text/archiveLink.ts";
import { useTextLanguage } from "../comfort/comfort.ts";
import { useLibrary } from "../library.ts";
import { useLinks } from "../links.ts";

export function Anchor({ href, ...anchor }: ComponentProps<"a">) {
  // Where an address was taken away because it leads nowhere good, words are left.
  return href === undefined || href === "" ? <span>{anchor.children}</span> : <Link href={href} {...anchor} />;
}

function Link({ href, children, ...anchor }: ComponentProps<"a"> & { href: string }) {
  const { t } = useTranslation();
  const library = useLibrary();
  const links = useLinks();
  const onClick = (event: MouseEvent): void => {
    event.preventDefault();
    if (href.startsWith("#")) document.getElementById(href.slice(1))?.scrollIntoView({ block: "center" });
    else links.follow(href);
  };
  const target = readArchiveLink(href);
  const isMissing = target !== null && !library.document(target.document);
  const isWeb = !looksLikeLink(href) && !href.startsWith("#");
  const backName = useBackName(anchor);
  return (
    <a {...anchor} {...(backName && { "aria-label": backName })} href={href} className={isMissing ? "missing" : undefined} title={isWeb ? t("link.web") : undefined} onClick={onClick}>
      {children}
      {isMissing && <span className="note"> ({t("link.missing")})</span>}
      {isWeb && (
        <>
          <ExternalLink className="web" aria-hidden />
          <span className="visually-hidden"> ({t("link.web")})</span>
        </>
      )}
    </a>
  );
}

/** The parser names the way back from a footnote in English; it is part of the text, and is named in the text's language. */
function useBackName(anchor: ComponentProps<"a">): string | null {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT(useTextLanguage());
  if (!("data-footnote-backref" in anchor)) return null;
  return t("letter.backToNote", { number: /[\d-]+$/.exec(anchor["aria-label"] ?? "")?.[0] ?? "" });
}
