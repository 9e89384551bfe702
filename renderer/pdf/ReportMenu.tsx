/** Everything that can be done with a report, whatever room its bar has. */
import { Check, EllipsisVertical } from "lucide-react";
import type { ReactNode } from "react";
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Control } from "../frame/Control.tsx";
import { useKeysOf } from "../keys/shortcuts.ts";
import { canZoom, type DeskView, turned } from "./deskView.ts";
import type { PageDesk } from "./PageDesk.ts";
import type { Machine } from "./useMachine.ts";
import "./menu.css";

export interface ReportActions {
  find(): void;
  copyReference(): void;
  /** To the page being read. */
  copyLink(): void;
  print(): void;
  saveCopy(): void;
  openOutside(): void;
  showProperties(): void;
}

/** Something that can be done with the report by whoever shows it. */
export interface MenuEntry {
  id: string;
  name: string;
  run(): void;
}

interface ReportMenuProps {
  view: DeskView;
  desk: PageDesk | null;
  isInverted: boolean;
  onInvert(isInverted: boolean): void;
  /** Whether the letter stands beside; null when none led here. */
  isBeside: boolean | null;
  onBeside(isBeside: boolean): void;
  actions: ReportActions;
  machine: Pick<Machine, "offer" | "forget">;
  more: readonly MenuEntry[];
}

export function ReportMenu({ view, desk, isInverted, onInvert, isBeside, onBeside, actions, machine, more }: ReportMenuProps) {
  const { t } = useTranslation();
  const keysOf = useKeysOf();
  const { fit, layout, rotation } = view;
  const act: Record<string, () => void> = {
    continuous: () => desk?.setLayout("continuous"),
    single: () => desk?.setLayout("single"),
    double: () => desk?.setLayout("double"),
    width: () => desk?.fit("page-width"),
    page: () => desk?.fit("page-fit"),
    actual: () => desk?.zoomTo(1),
    in: () => desk?.zoom(1),
    out: () => desk?.zoom(-1),
    rotate: () => desk?.setRotation(turned(rotation)),
    inverted: () => onInvert(!isInverted),
    beside: () => onBeside(isBeside === false),
    readByMachine: () => machine.offer?.(),
    forgetMachine: () => machine.forget?.(),
    ...actions,
    ...Object.fromEntries(more.map(({ id, run }) => [id, run])),
  };
  const disabled = [...(canZoom(view, 1) ? [] : ["in"]), ...(canZoom(view, -1) ? [] : ["out"])];
  return (
    <MenuTrigger>
      <Control icon={EllipsisVertical} name={t("report.more")} iconOnly isDisabled={desk === null} />
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={t("report.more")} disabledKeys={disabled} onAction={(key) => act[key]?.()}>
          <MenuSection selectionMode="single" selectedKeys={[layout]} disallowEmptySelection>
            <Header className="label">{t("report.layout")}</Header>
            <Item id="continuous" name={t("report.continuous")} />
            <Item id="single" name={t("report.single")} />
            <Item id="double" name={t("report.double")} />
          </MenuSection>
          <Separator />
          <MenuSection selectionMode="single" selectedKeys={fit === null ? [] : [fit === "page-width" ? "width" : "page"]}>
            <Header className="label">{t("report.size")}</Header>
            <Item id="width" name={t("report.fitWidth")} />
            <Item id="page" name={t("report.fitPage")} />
            <Item id="actual" name={t("report.actualSize")} />
            <Item id="in" name={t("report.zoomIn")} keys={keysOf("zoomIn")} />
            <Item id="out" name={t("report.zoomOut")} keys={keysOf("zoomOut")} />
            <Item id="rotate" name={t("report.rotate")} />
          </MenuSection>
          <Separator />
          <MenuSection selectionMode="multiple" selectedKeys={[...(isInverted ? ["inverted"] : []), ...(isBeside ? ["beside"] : [])]} aria-label={t("report.layout")}>
            <Item id="inverted" name={t("report.inverted")} />
            {isBeside !== null && <Item id="beside" name={t("report.beside")} />}
          </MenuSection>
          <Separator />
          <MenuSection aria-label={t("report.actions")}>
            <Item id="find" name={t("report.find")} keys={keysOf("find")} />
            <Item id="copyReference" name={t("report.copyReference")} keys={keysOf("copyReference")} />
            <Item id="copyLink" name={t("linking.copyPage")} />
            <Item id="print" name={t("report.print")} keys={keysOf("export")} />
            <Item id="saveCopy" name={t("report.saveCopy")} keys={keysOf("saveCopy")} />
            <Item id="openOutside" name={t("report.openOutside")} />
            {machine.offer && <Item id="readByMachine" name={t("machine.offer")} />}
            {machine.forget && <Item id="forgetMachine" name={t("machine.forget")} />}
            {more.map(({ id, name }) => (
              <Item key={id} id={id} name={name} />
            ))}
            <Item id="showProperties" name={t("report.properties")} />
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Item({ id, name, keys }: { id: string; name: string; keys?: string }): ReactNode {
  return (
    <MenuItem id={id} textValue={name} className="menu-item" shouldCloseOnSelect>
      {({ isSelected }) => (
        <>
          <span className="chosen">{isSelected && <Check className="icon" aria-hidden />}</span>
          <span className="name">{name}</span>
          {keys && (
            <kbd className="keys" aria-hidden>
              {keys}
            </kbd>
          )}
        </>
      )}
    </MenuItem>
  );
}
