/** "Import…": the system's dialog for files or for folders, or the one for both where there is one. */
import { FileText, Folder, FolderInput } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { beginning } from "../beginning.ts";
import { bridge } from "../bridge.ts";

interface ImportMenuProps {
  className: string;
  /** What the button shows; its name is "Import…" in any case. */
  children: ReactNode;
}

export function ImportMenu({ className, children }: ImportMenuProps) {
  const { t } = useTranslation();
  const name = t("imports.import");
  if (beginning().choosesBoth) {
    return (
      <Button className={className} aria-label={name} onPress={() => void bridge.chooseImports("files")}>
        {children}
      </Button>
    );
  }
  return (
    <MenuTrigger>
      <Button className={className} aria-label={name}>
        {children}
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" aria-label={name} onAction={(key) => void bridge.chooseImports(key === "folder" ? "folder" : "files")}>
          <MenuItem id="files" className="menu-item plain" textValue={t("imports.files")}>
            <FileText className="icon" aria-hidden />
            {t("imports.files")}
          </MenuItem>
          <MenuItem id="folder" className="menu-item plain" textValue={t("imports.folder")}>
            <Folder className="icon" aria-hidden />
            {t("imports.folder")}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The same as a button with its icon, for lists, sheets and empty places. */
export function ImportButton({ look = "outlined" }: { look?: "outlined" | "primary" }) {
  const { t } = useTranslation();
  return (
    <ImportMenu className={`control ${look}`}>
      <FolderInput className="icon" aria-hidden />
      <span>{t("imports.import")}</span>
    </ImportMenu>
  );
}
