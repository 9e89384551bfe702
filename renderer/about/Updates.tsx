/** How new versions and new letters come: never by themselves. Looking for a version is a choice, off to begin with, and shows its address first. */
import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import { OnOff } from "../comfort/OnOff.tsx";
import { Control } from "../frame/Control.tsx";
import { useLinks } from "../links.ts";
import type { SettingsState } from "../useSettings.ts";

interface UpdatesProps extends SettingsState {
  /** Where new versions are told of; null when whoever packed this one did not say. */
  address: string | null;
}

export function Updates({ address, settings, change }: UpdatesProps) {
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <details>
      <summary>{t("about.updates")}</summary>
      <p>{t("about.updatesPacks")}</p>
      <p>{t("about.updatesNone")}</p>
      <OnOff name={t("about.updatesOffer")} hint={t("about.updatesHint")} isOn={settings.offersUpdates} onChange={(offersUpdates) => change({ offersUpdates })} />
      {settings.offersUpdates && address === null && <p role="status">{t("about.updatesNowhere")}</p>}
      {settings.offersUpdates && address !== null && (
        <>
          <p className="address">{address}</p>
          <Control icon={ExternalLink} name={t("about.updatesLook")} look="outlined" onPress={() => links.follow(address)} />
        </>
      )}
    </details>
  );
}
