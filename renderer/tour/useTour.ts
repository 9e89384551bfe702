/** Whether the tour is under way, and whether it is still to be offered: only to who never took it nor put it off. */
import { useCallback, useMemo, useState } from "react";
import type { SettingsState } from "../useSettings.ts";
import type { TourOffer } from "./tour.ts";

interface TourState {
  isOn: boolean;
  offer: TourOffer;
  end(): void;
}

export function useTour({ settings: { tourSeen }, change }: SettingsState): TourState {
  const [isOn, setOn] = useState(false);
  const take = useCallback(() => setOn(true), []);
  const later = useCallback(() => {
    // The button that had the focus goes away with the offer.
    document.querySelector<HTMLElement>(".start h1")?.focus();
    change({ tourSeen: true });
  }, [change]);
  const end = useCallback(() => {
    setOn(false);
    change({ tourSeen: true });
  }, [change]);
  const offer = useMemo(() => ({ isNew: !tourSeen, take, later }), [tourSeen, take, later]);
  return { isOn, offer, end };
}
