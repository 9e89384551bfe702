/** "Aa": the choices one makes while reading, beside the text they change. */
import { ALargeSmall } from "lucide-react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import type { SettingsState } from "../useSettings.ts";
import "./popover.css";
import { FaceChoice, MeasureChoices, SettingChoices, ThemeChoice } from "./TextChoices.tsx";

interface ComfortPopoverProps extends Pick<SettingsState, "settings" | "change"> {
  onSettings(): void;
}

export function ComfortPopover({ settings, change, onSettings }: ComfortPopoverProps) {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <Control icon={ALargeSmall} name={t("comfort.title")} iconOnly data-tour="comfort" />
      <Popover className="popover comfort" placement="bottom end">
        <Dialog aria-label={t("comfort.title")}>
          {({ close }) => (
            <div className="comfort-choices">
              <ThemeChoice settings={settings} change={change} />
              <FaceChoice settings={settings} change={change} />
              <MeasureChoices settings={settings} change={change} />
              <SettingChoices settings={settings} change={change} />
              <button
                type="button"
                className="text-link"
                onClick={() => {
                  close();
                  onSettings();
                }}
              >
                {t("comfort.all")}
              </button>
            </div>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
