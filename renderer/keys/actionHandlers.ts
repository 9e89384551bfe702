/**
 * Who does an action now. Views tell what they can do as long as they are shown; the app asks here whether a key, the menu or the palette
 * means something at this moment. Keeps only what is shown, and knows nothing of keys.
 */
import { useEffect, useEffectEvent } from "react";
import { type ActionId, actionIds, actionOf } from "../bridge.ts";
import { isDialogOrMenuOpen } from "./layers.ts";

/** What to do; undefined while it cannot be done. */
export type ActionHandlers = { [Id in ActionId]?: (() => void) | undefined };

interface Layer {
  handlers(): ActionHandlers;
  /** Whether it is its turn: the focus is inside it, say. Null for a view that does its actions wherever the focus is. */
  holds: (() => boolean) | null;
}

const layers: Layer[] = [];

/** Offers actions while the calling component is shown. Those of a view that only holds for a while come first while it does. */
export function useActions(handlers: ActionHandlers, holds?: () => boolean): void {
  const latest = useEffectEvent(() => handlers);
  const isTurn = useEffectEvent(() => holds?.() ?? true);
  const isLimited = holds !== undefined;
  useEffect(
    function offer() {
      const layer: Layer = { handlers: () => latest(), holds: isLimited ? () => isTurn() : null };
      layers.push(layer);
      return () => void layers.splice(layers.indexOf(layer), 1);
    },
    [isLimited],
  );
}

/** What would do an action now; null when nothing would. */
export function handlerOf(id: ActionId): (() => void) | null {
  if (isDialogOrMenuOpen() && !actionOf(id).inDialogs) return null;
  const [limited, general] = [layers.filter(({ holds }) => holds?.()), layers.filter(({ holds }) => holds === null)];
  for (const layer of [...limited, ...general]) {
    const handler = layer.handlers()[id];
    if (handler) return handler;
  }
  return null;
}

/** Does an action, if anything does it now. Tells whether it was done. */
export function runAction(id: ActionId): boolean {
  const handler = handlerOf(id);
  handler?.();
  return handler !== null;
}

/** The actions that can be done now. */
export function offeredActions(): ActionId[] {
  return actionIds.filter((id) => handlerOf(id) !== null);
}
