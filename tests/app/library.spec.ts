/** The library's folder: the window keeps it where the terminal looks for it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { profileFolder } from "../../archive/store/libraryFolder.ts";
import { expect, project, test } from "./launch.ts";

test("the usual library of the window is that of the terminal", async ({ app: { electron } }) => {
  const { data, name, home, environment } = await electron.evaluate(({ app }) => ({
    data: app.getPath("appData"),
    name: app.getName(),
    home: app.getPath("home"),
    environment: { XDG_CONFIG_HOME: process.env["XDG_CONFIG_HOME"] },
  }));
  expect(join(data, name)).toBe(profileFolder(process.platform, environment, home));
  expect(name).toBe((JSON.parse(await readFile(join(project, "package.json"), "utf8")) as { name: string }).name);
});
