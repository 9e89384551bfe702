/** On the very first start: the tour is offered among other things, and taken or left. */
import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import { useTourOffer } from "./tour.ts";
import "./tour.css";

export function TourOffer() {
  const { t } = useTranslation();
  const { isNew, take, later } = useTourOffer();
  if (!isNew) return null;
  return (
    <section className="tour-offer" aria-labelledby="tour-offer">
      <h2 id="tour-offer">{t("tour.offer")}</h2>
      <p>{t("tour.offerText")}</p>
      <div className="tour-choices">
        <Control icon={Compass} name={t("tour.take")} look="primary" onPress={take} />
        <Control name={t("tour.later")} look="outlined" onPress={later} />
      </div>
    </section>
  );
}
