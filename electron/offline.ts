/**
 * The app never uses the network. Requests are refused in every session unless they are the app's own scheme, host names do not
 * resolve, and the pages it shows can neither navigate, open windows, nor be granted a permission.
 */
import { app, type Session, type WebContents } from "electron";

/** Schemes that never leave the process: own files, pictures made in memory, and the developer tools' own pages. */
const local = new Set(["relire:", "blob:", "data:", "devtools:"]);

/** Before the app is ready: no name is looked up, none of Chromium's own services starts, and no process to keep apart what would come from a network. */
export function cutNetwork(): void {
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("no-proxy-server");
  app.commandLine.appendSwitch("disable-background-networking");
  app.commandLine.appendSwitch("disable-component-update");
  app.commandLine.appendSwitch("disable-domain-reliability");
  app.commandLine.appendSwitch("enable-features", "NetworkServiceInProcess2");
  app.on("session-created", guardSession);
  app.on("web-contents-created", (_event, contents) => guardContents(contents));
}

function guardSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, respond) => respond({ cancel: !local.has(new URL(url).protocol) }));
  session.setPermissionRequestHandler((_contents, _permission, respond) => respond(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-attach-webview", (event) => event.preventDefault());
  // Loading itself again is all a page may do. Other pages of our own are none of its business: a picture that came with a letter is one.
  contents.on("will-navigate", (event, url) => {
    if (url !== contents.getURL()) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
}
