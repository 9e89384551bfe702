/** The menu bar, in the person's language. What it does in the window goes out as commands of the contract. */
import { app, Menu, type MenuItemConstructorOptions } from "electron";
import { en } from "../renderer/words/en.ts";
import { fr } from "../renderer/words/fr.ts";
import type { Command, ImportChoice, Language } from "./contract.ts";
import { choosesBoth } from "./dialogs.ts";

type Items = MenuItemConstructorOptions[];

interface MenuActions {
  /** Passes a command to the window that has the focus. */
  send(command: Command): void;
  /** Lets the person choose what to import. */
  choose(kind: ImportChoice): void;
}

export function setMenu(language: Language, { send, choose }: MenuActions): void {
  const say = (language === "fr" ? fr : en).menu;
  const item = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => {
    return { label, click: () => send(command), ...(accelerator && { accelerator }) };
  };
  const zoomKeys: Items = [
    { role: "zoomIn", accelerator: "CmdOrCtrl+=", visible: false },
    { role: "zoomIn", accelerator: "CmdOrCtrl+numadd", visible: false },
    { role: "zoomOut", accelerator: "CmdOrCtrl+numsub", visible: false },
    { role: "resetZoom", accelerator: "CmdOrCtrl+num0", visible: false },
  ];
  const mac = process.platform === "darwin";
  const template: Items = [
    ...(mac ? [{ role: "appMenu" } as const] : []),
    {
      label: say.file,
      submenu: [
        item(say.newTab, "newTab", "CmdOrCtrl+T"),
        item(say.closeTab, "closeTab", "CmdOrCtrl+W"),
        item(say.reopenTab, "reopenTab", "CmdOrCtrl+Shift+T"),
        { type: "separator" },
        { label: choosesBoth ? say.import : say.importFiles, accelerator: "CmdOrCtrl+O", click: () => choose("files") },
        { label: say.importFolder, accelerator: "CmdOrCtrl+Shift+O", visible: !choosesBoth, click: () => choose("folder") },
        { type: "separator" },
        item(say.imports, "imports"),
        item(say.bin, "bin"),
        { type: "separator" },
        item(say.export, "export", "CmdOrCtrl+P"),
        { type: "separator" },
        item(say.settings, "settings", "CmdOrCtrl+,"),
        { type: "separator" },
        mac ? { role: "close", label: say.close, accelerator: "Shift+Cmd+W" } : { role: "quit", label: say.quit },
      ],
    },
    {
      label: say.edit,
      submenu: [
        { role: "cut", label: say.cut },
        { role: "copy", label: say.copy },
        { role: "paste", label: say.paste },
        { role: "selectAll", label: say.selectAll },
        { type: "separator" },
        item(say.search, "search", "CmdOrCtrl+F"),
        item(say.gather, "gather", "CmdOrCtrl+D"),
        { type: "separator" },
        item(say.highlight, "highlight", "CmdOrCtrl+Shift+H"),
        item(say.quote, "quote", "CmdOrCtrl+Shift+C"),
      ],
    },
    {
      label: say.view,
      submenu: [
        { role: "zoomIn", label: say.zoomIn, accelerator: "CmdOrCtrl+Plus" },
        { role: "zoomOut", label: say.zoomOut, accelerator: "CmdOrCtrl+-" },
        { role: "resetZoom", label: say.resetZoom, accelerator: "CmdOrCtrl+0" },
        ...zoomKeys,
        { type: "separator" },
        item(say.present, "present", "F5"),
        { role: "togglefullscreen", label: say.fullScreen },
      ],
    },
    {
      label: say.go,
      submenu: [
        item(say.back, "back", mac ? "Cmd+Left" : "Alt+Left"),
        item(say.forward, "forward", mac ? "Cmd+Right" : "Alt+Right"),
        { type: "separator" },
        item(say.previousInRow, "previousInRow", mac ? "Alt+Cmd+Up" : "Alt+Up"),
        item(say.nextInRow, "nextInRow", mac ? "Alt+Cmd+Down" : "Alt+Down"),
        item(say.toggleRead, "toggleRead"),
        { type: "separator" },
        item(say.nextTab, "nextTab", "Ctrl+PageDown"),
        item(say.previousTab, "previousTab", "Ctrl+PageUp"),
        item(say.moveTabRight, "moveTabRight", "Ctrl+Shift+PageDown"),
        item(say.moveTabLeft, "moveTabLeft", "Ctrl+Shift+PageUp"),
        { ...item(say.nextTab, "nextTab", "Ctrl+Tab"), visible: false },
        { ...item(say.previousTab, "previousTab", "Ctrl+Shift+Tab"), visible: false },
        { type: "separator" },
        item(say.letters, "letters"),
        item(say.rubrics, "rubrics"),
        item(say.reports, "reports"),
        item(say.dossiers, "dossiers"),
        item(say.notes, "notes"),
      ],
    },
    { label: say.help, submenu: [item(say.about, "about")] },
    ...(app.isPackaged ? [] : [{ label: say.develop, submenu: [{ role: "reload" }, { role: "toggleDevTools" }] as Items }]),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
