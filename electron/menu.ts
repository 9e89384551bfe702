/**
 * The menu bar, in the person's language, with the shortcuts that now hold. What it does goes out to the window as actions of the table, and
 * the window hears their keys as well: it knows where each holds, so that nothing is done twice. Keys are only shown here.
 */
import { app, Menu, type MenuItemConstructorOptions } from "electron";
import { en } from "../renderer/words/en.ts";
import { fr } from "../renderer/words/fr.ts";
import { acceleratorOf } from "./accelerator.ts";
import { withAccessKeys } from "./accessKeys.ts";
import { type ActionId, type ShortcutChoices, shortcutsInForce } from "./actions.ts";
import type { Command, ImportChoice, Language } from "./contract.ts";
import { choosesBoth } from "./dialogs.ts";

type Item = MenuItemConstructorOptions;
type Items = Item[];

interface MenuActions {
  /** Passes a command to the window that has the focus. */
  send(command: Command): void;
  /** Lets the person choose what to import. */
  choose(kind: ImportChoice): void;
}

const separator: Item = { type: "separator" };
const isMac = process.platform === "darwin";

export function setMenu(language: Language, choices: ShortcutChoices, { send, choose }: MenuActions): void {
  const { menu: say, actions } = language === "fr" ? fr : en;
  const shortcuts = shortcutsInForce(choices, isMac);
  const item = (id: ActionId, instead: Item = {}): Item => {
    const accelerator = acceleratorOf(shortcuts[id]);
    return { id, label: actions[id], click: () => send(id), ...(accelerator && { accelerator, registerAccelerator: false }), ...instead };
  };
  const imports: Items = [
    item("importFiles", { click: () => choose("files"), ...(choosesBoth && { label: say.import }) }),
    item("importFolder", { click: () => choose("folder"), visible: !choosesBoth }),
  ];
  const settings: Items = [item("settings"), item("changeShortcuts")];
  const template: Items = [
    ...(isMac ? [appMenu(settings, item("about"))] : []),
    {
      label: say.file,
      submenu: [
        item("newTab"),
        item("closeTab"),
        item("reopenTab"),
        separator,
        ...imports,
        separator,
        item("imports"),
        item("bin"),
        separator,
        item("export"),
        separator,
        ...(isMac ? [] : [...settings, separator]),
        isMac ? { role: "close", label: say.close, accelerator: "Shift+Cmd+W" } : { role: "quit", label: say.quit },
      ],
    },
    {
      label: say.edit,
      submenu: [
        { role: "undo", label: say.undo },
        { role: "redo", label: say.redo },
        separator,
        { role: "cut", label: say.cut },
        { role: "copy", label: say.copy },
        { role: "paste", label: say.paste },
        { role: "selectAll", label: say.selectAll },
        separator,
        item("search"),
        item("nextMark"),
        item("previousMark"),
        separator,
        item("highlight"),
        item("quote"),
        item("gather"),
        item("gatherInto"),
      ],
    },
    { label: say.view, submenu: [item("zoomIn"), item("zoomOut"), item("zoomReset"), separator, item("contents"), separator, item("present"), item("fullScreen")] },
    {
      label: say.go,
      submenu: [
        item("palette"),
        separator,
        item("back"),
        item("forward"),
        separator,
        item("previousInRow"),
        item("nextInRow"),
        item("toggleRead"),
        separator,
        item("nextTab"),
        item("previousTab"),
        item("moveTabRight"),
        item("moveTabLeft"),
        separator,
        item("letters"),
        item("rubrics"),
        item("reports"),
        item("notes"),
        item("dossiers"),
        separator,
        item("nextPane"),
      ],
    },
    ...(isMac ? [{ role: "windowMenu" } as const] : []),
    { role: "help", label: say.help, submenu: [item("shortcuts"), item("tour"), ...(isMac ? [] : [item("about")])] },
    ...(app.isPackaged ? [] : [{ label: say.develop, submenu: [{ role: "reload" }, { role: "toggleDevTools" }] as Items }]),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(isMac ? template : opened(template)));
}

/** The first menu of macOS. */
function appMenu(settings: Items, about: Item): Item {
  const roles: Items = [{ role: "services" }, separator, { role: "hide" }, { role: "hideOthers" }, { role: "unhide" }, separator, { role: "quit" }];
  return { label: app.name, submenu: [about, separator, ...settings, separator, ...roles] };
}

/** The menus with access keys, each menu with its own. */
function opened(items: Items): Items {
  const labels = withAccessKeys(items.map(({ label }) => label ?? ""));
  return items.map((each, index) => ({
    ...each,
    ...(each.label !== undefined && { label: labels[index] ?? each.label }),
    ...(Array.isArray(each.submenu) && { submenu: opened(each.submenu) }),
  }));
}
