/** A picture of the archive with its caption, or its description when the file is not there. */
import { ImageOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useTranslation } from "react-i18next";
import { pictureAddress } from "../archiveAddress.ts";

/** `src` is a path inside the letter's folder, absent for a picture that may not be shown; `title` is the caption. */
interface PictureProps extends Pick<ComponentProps<"img">, "alt" | "src" | "title" | "width" | "height"> {
  letter: string;
}

export function Picture({ alt = "", src, title, width, height, letter }: PictureProps) {
  const { t } = useTranslation();
  const [isMissing, setMissing] = useState(false);
  const caption = title && <figcaption>{title}</figcaption>;
  if (typeof src !== "string" || isMissing) {
    return (
      <figure>
        <div className="no-picture" role="img" aria-label={alt || t("letter.pictureUnnamed")}>
          <ImageOff className="icon" aria-hidden />
          <span aria-hidden>{alt ? t("letter.picture", { alt }) : t("letter.pictureUnnamed")}</span>
        </div>
        {caption}
      </figure>
    );
  }
  return (
    <figure>
      <img src={pictureAddress(letter, src)} alt={alt} width={width} height={height} onError={() => setMissing(true)} />
      {caption}
    </figure>
  );
}
