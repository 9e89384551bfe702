/** The list and the sheet side by side, with a divider that can be dragged, or moved by keys; the list's width is kept. */
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Group, Panel, type PanelSize, Separator } from "react-resizable-panels";

interface ColumnsProps {
  list: ReactNode;
  sheet: ReactNode;
  /** Of the list, in CSS pixels, on opening. */
  width: number;
  /** Told once a drag is over. */
  onWidth(width: number): void;
}

export function Columns({ list, sheet, width, onWidth }: ColumnsProps) {
  const { t } = useTranslation();
  const latest = useRef(width);
  const remember = ({ inPixels }: PanelSize): void => {
    latest.current = Math.round(inPixels);
  };
  return (
    <Group role="main" className="columns" onLayoutChanged={(_layout, { isUserInteraction }) => isUserInteraction && onWidth(latest.current)}>
      <Panel id="list" defaultSize={width} minSize={240} maxSize="46%" groupResizeBehavior="preserve-pixel-size" onResize={remember}>
        {list}
      </Panel>
      <Separator className="divider" aria-label={t("bar.resize")} />
      <Panel id="sheet" minSize={280}>
        {sheet}
      </Panel>
    </Group>
  );
}
