/* oxlint-disable typescript/no-require-imports -- Electron 25 starts from CommonJS. */
/** The least that an Electron app can be: a window, and a word in it. */
const { app, BrowserWindow } = require("electron");

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, useContentSize: true, show: false });
  window.once("ready-to-show", () => window.show());
  void window.loadURL("data:text/html,<title>Vide</title><p>Vide");
});
