import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { libraryFolder, profileFolder } from "../../../archive/store/libraryFolder.ts";

describe("the usual library", () => {
  test("is the folder of RELIRE_LIBRARY, else in the app's profile", () => {
    expect(libraryFolder({ RELIRE_LIBRARY: "/data/letters" }, "/profile")).toBe("/data/letters");
    expect(libraryFolder({ RELIRE_LIBRARY: "" }, "/profile")).toBe(join("/profile", "library"));
    expect(libraryFolder({ XDG_CONFIG_HOME: "/config" })).toMatch(/library$/);
  });

  test("is where each system keeps what belongs to an application", () => {
    expect(profileFolder("linux", {}, "/home/ada")).toBe("/home/ada/.config/relire");
    expect(profileFolder("linux", { XDG_CONFIG_HOME: "/config" }, "/home/ada")).toBe("/config/relire");
    expect(profileFolder("darwin", {}, "/Users/ada")).toBe("/Users/ada/Library/Application Support/relire");
    expect(profileFolder("win32", { APPDATA: "C:\\Users\\ada\\AppData\\Roaming" }, "C:\\Users\\ada")).toMatch(/^C:\\Users\\ada\\AppData\\Roaming.relire$/);
    expect(profileFolder("win32", {}, "C:\\Users\\ada")).toMatch(/ada.AppData.Roaming.relire$/);
  });
});
