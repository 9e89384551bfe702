/** Nothing leaves the app: not by accident, not when asked by a page. Each other test also checks every request it caused. */
import { allowed, expect, test } from "./launch.ts";

test("a full tour makes requests of its own scheme only", async ({ app: { window, requests } }) => {
  await window.getByRole("combobox").fill("service");
  await window.getByRole("option").first().click();
  await window.getByRole("button", { name: /^Rubriques/ }).click();
  await window.getByRole("button", { name: /^Une lecture \d+ textes/ }).click();
  await window.getByRole("button", { name: /^Rapports/ }).click();
  await window.getByRole("button", { name: /Veillées/ }).first().click();
  await expect(window.getByRole("textbox", { name: "Aller à la page" })).toBeVisible();
  const made = await requests();
  expect(made.length).toBeGreaterThan(5);
  expect(made.filter((url) => !/^(?:relire|blob|data):/.test(url))).toEqual([]);
});

const addresses = ["https://example.org/", "http://127.0.0.1:9/", "file:///etc/passwd"];

test("the window cannot fetch from anywhere else", async ({ app: { window } }) => {
  for (const address of addresses) {
    allowed.add(address);
    const outcome = await window.evaluate((url) => fetch(url).then(() => "fetched", () => "refused"), address);
    expect(outcome, address).toBe("refused");
  }
});

test("not even the main process's sessions can", async ({ app: { electron } }) => {
  for (const address of addresses.slice(0, 2)) {
    allowed.add(address);
    const outcome = await electron.evaluate(({ session }, url) => session.defaultSession.fetch(url).then(() => "fetched", () => "refused"), address);
    expect(outcome, address).toBe("refused");
    const other = await electron.evaluate(({ session }, url) => session.fromPartition("other").fetch(url).then(() => "fetched", () => "refused"), address);
    expect(other, `${address} in another session`).toBe("refused");
  }
});

test("host names do not resolve", async ({ app: { electron } }) => {
  const outcome = await electron.evaluate(({ session }) => session.defaultSession.resolveProxy("https://example.org/"));
  expect(outcome).toBe("DIRECT");
  const rules = await electron.evaluate(({ app }) => app.commandLine.getSwitchValue("host-resolver-rules"));
  expect(rules).toBe("MAP * ~NOTFOUND");
});
