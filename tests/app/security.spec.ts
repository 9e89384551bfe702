/** Electron's security checklist, asked of the running app. */
import { librarianCalls, shellCalls } from "../../electron/contract.ts";
import { expect, test } from "./launch.ts";

/** What no window may have been given, whatever Electron's own defaults become. */
const granted = ["nodeIntegration", "nodeIntegrationInWorker", "nodeIntegrationInSubFrames", "allowRunningInsecureContent", "experimentalFeatures", "webviewTag", "plugins"];

test("the window, the wall and the hidden window for paper are sandboxed, isolated, without Node or experiments", async ({ app: { electron, window } }) => {
  await electron.evaluate(({ app, dialog, webContents }) => {
    type Asked = Electron.WebContents & { getLastWebPreferences(): Record<string, unknown> };
    const seen: { address: string; preferences: Record<string, unknown> }[] = [];
    Object.assign(globalThis, { seen });
    const look = (contents: Electron.WebContents): void => void seen.push({ address: contents.getURL(), preferences: (contents as Asked).getLastWebPreferences() });
    webContents.getAllWebContents().forEach(look);
    app.on("web-contents-created", (_event, contents) => contents.once("dom-ready", () => look(contents)));
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: `${app.getPath("userData")}/lettre.pdf` });
  });
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  const [wall] = await Promise.all([electron.waitForEvent("window"), window.getByRole("button", { name: "Projeter" }).click()]);
  await wall.locator(".wall").waitFor();
  const made = await window.evaluate(() => globalThis.window.relire.exportLetters({ ids: ["la-derivation/2022-10"], target: "pdf", language: "fr", isTypeset: true }));
  expect(made).toEqual({ ok: true, value: true });
  const seen = await electron.evaluate(() => (globalThis as unknown as { seen: { address: string; preferences: Record<string, unknown> }[] }).seen);
  expect(seen.map(({ address }) => address.replace(/paper\/.*/, "paper"))).toEqual(["relire://app/index.html", "relire://app/wall.html", "relire://app/paper"]);
  for (const { address, preferences } of seen) {
    expect(preferences, address).toMatchObject({ sandbox: true, contextIsolation: true });
    expect(preferences["webSecurity"], address).not.toBe(false);
    for (const name of granted) expect(preferences[name] ?? false, `${name} of ${address}`).toBe(false);
    for (const name of ["enableBlinkFeatures", "disableBlinkFeatures"]) expect(preferences[name] ?? "", `${name} of ${address}`).toBe("");
  }
  for (const page of [window, wall]) expect(await page.evaluate(() => [typeof globalThis.process, typeof (globalThis as { require?: unknown }).require])).toEqual(["undefined", "undefined"]);
});

test("the page can neither change what it was given nor reach behind it", async ({ app: { window } }) => {
  const kinds = await window.evaluate(async () => {
    const { relire } = globalThis.window;
    const before = relire.copyText;
    try {
      Object.assign(relire, { copyText: () => "mine" });
    } catch {
      // Refused, as it should be.
    }
    // Were there one world only, the preload script would run this.
    // oxlint-disable-next-line no-extend-native
    Array.prototype.includes = () => {
      throw new Error("the page's own");
    };
    const answer = await relire.ask("overview", undefined);
    const strange = Object.entries(relire as unknown as Record<string, unknown>).filter(([, value]) => typeof value !== "function");
    return { isSame: relire.copyText === before, answered: answer.startsWith('{"ok":true'), strange: strange.map(([name]) => name), beginning: await relire.beginning() };
  });
  expect(kinds).toMatchObject({ isSame: true, answered: true, strange: [], beginning: { systemLanguage: "fr" } });
});

test("no web view comes of a page that asks for one", async ({ app: { electron, window } }) => {
  const kind = await window.evaluate(() => {
    const view = Object.assign(document.createElement("webview"), { src: "relire://app/index.html" });
    view.setAttribute("allowpopups", "");
    document.body.append(view);
    return typeof (view as unknown as { getURL?: unknown }).getURL;
  });
  expect(kind).toBe("undefined");
  expect(await electron.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getType()))).toEqual(["window"]);
});

test("the window is given exactly the contract", async ({ app: { window } }) => {
  const exposed = await window.evaluate(() => Object.keys(globalThis.window.relire).sort());
  expect(exposed).toEqual(
      [...shellCalls, "ask", "beginning", "firstScreen", "importDropped", "memoryHeld", "onCommand", "onKit", "onLibrarian", "onLink", "onPosition"].sort(),
  );
});

test("the policy is strict: no inline script, no eval, no frame, no plug-in", async ({ app: { window } }) => {
  const policy = await window.evaluate(async () => (await fetch(location.href)).headers.get("Content-Security-Policy"));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*|frame-src|child-src|object-src/);
  const ran = await window.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.injected = true";
    document.body.append(script);
    const picture = document.createElement("img");
    picture.setAttribute("onerror", "globalThis.injected = true");
    picture.src = "relire://app/none.png";
    document.body.append(picture);
    return new Promise((resolve) => picture.addEventListener("error", () => resolve("injected" in globalThis)));
  });
  expect(ran).toBe(false);
  // Later, as a page would: what a test evaluates directly is exempt from the policy.
  const evaluated = await window.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            // oxlint-disable-next-line no-eval
            resolve(globalThis.eval("'ran'"));
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      }),
  );
  expect(evaluated).toBe("EvalError");
});

test("only files of the window and the archive's pictures and reports are served", async ({ app: { window } }) => {
  const statusOf = (path: string) => window.evaluate((address) => fetch(address).then(({ status }) => status, () => "refused"), path);
  expect(await statusOf("/archive/reports/la-derivation/mutualisons-2022/report.pdf")).toBe(200);
  expect(await statusOf("/archive/letters/la-derivation/2022-10/pictures/livre.svg")).toBe(200);
  for (const path of [
    "/../shell/main.cjs",
    "/%2e%2e/shell/main.cjs",
    "/..%2fshell/main.cjs",
    "/archive/catalogue.json",
    "/archive/../shell/main.cjs",
    "/archive/letters/la-derivation/2022-10/letter.md",
    "/archive/letters/la-derivation/2022-10/pictures/..%2f..%2fcatalogue.json",
    "/archive/letters/la-derivation/2022-10/pictures/%00",
    "/etc/passwd",
    "//etc/passwd",
  ]) {
    expect(["refused", 400, 403, 404], path).toContain(await statusOf(path));
  }
});

test("byte ranges are answered with 206, impossible ones with 416", async ({ app: { window } }) => {
  const answer = (range: string) =>
    window.evaluate(async (value) => {
      const response = await fetch("/archive/reports/la-derivation/mutualisons-2022/report.pdf", { headers: { Range: value } });
      return { status: response.status, range: response.headers.get("Content-Range"), length: (await response.arrayBuffer()).byteLength };
    }, range);
  expect(await answer("bytes=0-4")).toMatchObject({ status: 206, length: 5 });
  expect(await answer("bytes=-10")).toMatchObject({ status: 206, length: 10 });
  expect(await answer("bytes=999999999-")).toMatchObject({ status: 416 });
});

test("the window cannot navigate away, open windows, or be granted anything", async ({ app: { electron, window } }) => {
  await window.evaluate(() => {
    const link = document.createElement("a");
    link.href = "https://example.org/";
    document.body.append(link);
    link.click();
    globalThis.open("https://example.org/");
  });
  for (const address of ["file:///etc/passwd", "http://127.0.0.1:9/", "data:text/html,x", "relire://app/wall.html", "relire://app/archive/letters/la-derivation/2022-10/pictures/livre.svg", "relire://elsewhere/"]) {
    await window.evaluate((url) => {
      const form = document.createElement("form");
      form.action = url;
      document.body.append(form);
      globalThis.location.assign(url);
      form.submit();
    }, address);
  }
  expect(await window.evaluate(() => Notification.requestPermission())).toBe("denied");
  const names = ["geolocation", "notifications", "camera", "microphone", "midi", "clipboard-read", "persistent-storage", "screen-wake-lock"];
  const asked = await window.evaluate((all) => Promise.all(all.map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => `${name} ${state}`))), names);
  expect(asked).toEqual(names.map((name) => `${name} denied`));
  expect(await window.evaluate(() => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => "granted", ({ name }: Error) => name))).toMatch(/NotAllowedError|NotFoundError/);
  const position = await window.evaluate(
    () => new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve("granted"), () => resolve("denied"))),
  );
  expect(position).toBe("denied");
  const state = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()));
  expect(state).toEqual(["relire://app/index.html"]);
});

test("hostile arguments are answered with a failure, never with a crash", async ({ app: { window } }) => {
  // Any text may be copied, and be the title of a dossier; everything else has a form, calls of tomorrow included.
  const calls = [...librarianCalls.filter((call) => call !== "makeDossier"), ...shellCalls.filter((call) => call !== "copyText"), "nonsense", "__proto__"];
  const answers = await window.evaluate(async (calls) => {
    type Answer = { ok: boolean; failure?: { code: string } };
    const { relire } = globalThis.window;
    const toShell = relire as unknown as Record<string, (request: unknown) => Promise<Answer>>;
    const answerTo = async (call: string, request: unknown): Promise<Answer | undefined> =>
      Object.hasOwn(toShell, call) ? toShell[call]?.(request) : (JSON.parse(await relire.ask(call as "letter", request)) as Answer);
    const hostile: unknown[] = [null, 1, "../../etc/passwd", "a".repeat(100_000), {}, { text: 1 }, { __proto__: null }, ["x"], { text: "x", limit: -1 }];
    const asked = calls.flatMap((call) => hostile.map(async (request) => ({ call, request: JSON.stringify(request)?.slice(0, 40), answer: await answerTo(call, request) })));
    return Promise.all(asked);
  }, calls);
  const accepted = answers.filter(({ answer }) => answer?.ok).map(({ call, request }) => `${call} ${request}`);
  expect(accepted, "an empty change of settings changes nothing").toEqual(["changeSettings {}", 'changeSettings {"text":1}', "changeSettings {}", 'changeSettings {"text":"x","limit":-1}']);
  await expect(window.getByRole("navigation").first()).toBeVisible();
});

test("addresses that are not of the web never reach the system", async ({ app: { electron, window } }) => {
  await electron.evaluate(({ shell }) => {
    Object.assign(globalThis, { opened: 0 });
    shell.openExternal = async () => void ((globalThis as unknown as { opened: number }).opened += 1);
  });
  for (const address of ["file:///etc/passwd", "javascript:alert(1)", "relire://app/", "smb://server/share", "vscode://x", "not an address"]) {
    const answer = await window.evaluate((url) => globalThis.window.relire.openWebLink(url), address);
    expect(answer.ok, address).toBe(false);
  }
  expect(await electron.evaluate(() => (globalThis as unknown as { opened: number }).opened)).toBe(0);
});

test("all calls from a page that is not ours are refused", async ({ app: { electron } }) => {
  const answer = await electron.evaluate(async ({ BrowserWindow, app }, calls) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/${app.isPackaged ? "" : "out/"}shell/preload.cjs`, sandbox: true, contextIsolation: true },
    });
    await stranger.loadURL("data:text/html,<title>stranger</title>");
    const said: unknown = await stranger.webContents.executeJavaScript(`Promise.all([...${JSON.stringify(calls)}.map((call) => window.relire[call]("stolen")), window.relire.importDropped([])]).then(async (answers) => [await window.relire.beginning(), window.relire.firstScreen(), answers])`);
    stranger.destroy();
    return said;
  }, shellCalls);
  const refused = { ok: false, failure: { code: "invalid-argument", detail: "this page may not ask" } };
  expect(answer).toEqual([null, null, [...shellCalls, "importDropped"].map(() => refused)]);
});
