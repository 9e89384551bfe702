/**
 * Two columns with a divider that can be dragged, or moved by keys: the list, or a letter, beside what is read. What is read stays as it is
 * when the other changes. The list keeps its width, a letter its share of the room.
 */
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Group, Panel, type PanelSize, Separator, usePanelRef } from "react-resizable-panels";

interface ColumnsProps {
  /** The list, or the letter when there is one. */
  list: ReactNode;
  letter: ReactNode;
  sheet: ReactNode;
  /** Of the list, in CSS pixels. */
  width: number;
  /** Of the letter, in percent. */
  share: number;
  /** Both told once a drag is over. */
  onWidth(width: number): void;
  onShare(share: number): void;
}

export function Columns({ list, letter, sheet, width, share, onWidth, onShare }: ColumnsProps) {
  const { t } = useTranslation();
  const panel = usePanelRef();
  const latest = useRef<PanelSize>({ inPixels: width, asPercentage: share });
  const isBeside = letter !== null;
  const wanted = useRef(isBeside);
  useEffect(
    function resize() {
      if (wanted.current !== isBeside) panel.current?.resize(isBeside ? `${share}%` : width);
      wanted.current = isBeside;
    },
    [isBeside, share, width, panel],
  );
  const keep = (): void => {
    const { inPixels, asPercentage } = latest.current;
    if (isBeside) onShare(Math.round(asPercentage));
    else onWidth(Math.round(inPixels));
  };
  const remember = (size: PanelSize): void => {
    latest.current = size;
  };
  return (
    <Group role="main" className="columns" onLayoutChanged={(_layout, { isUserInteraction }) => isUserInteraction && keep()}>
      <Panel
        id="list"
        panelRef={panel}
        defaultSize={isBeside ? `${share}%` : width}
        minSize={240}
        maxSize={isBeside ? "75%" : "46%"}
        groupResizeBehavior={isBeside ? "preserve-relative-size" : "preserve-pixel-size"}
        onResize={remember}
      >
        {letter ?? list}
      </Panel>
      <Separator className="divider" aria-label={isBeside ? t("report.resizeBeside") : t("bar.resize")} />
      <Panel id="sheet" minSize={280}>
        {sheet}
      </Panel>
    </Group>
  );
}
