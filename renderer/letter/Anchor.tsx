/** A link: inside the archive it opens in place, to the web it is marked and asks first, to what is not carried it says so. */
import { ExternalLink } from "lucide-react";
import type { ComponentProps, MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { looksLikeLink, readArchiveLink } from "../../archive/text/archiveLink.ts";
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
  return (
    <a {...anchor} href={href} className={isMissing ? "missing" : undefined} title={isWeb ? t("link.web") : undefined} onClick={onClick}>
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
