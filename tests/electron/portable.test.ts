import { expect, test } from "vitest";
import { programFolder } from "../../electron/portable.ts";

test.each([
  ["linux", {}, "/opt/relire/relire", "/opt/relire"],
  ["linux", { APPIMAGE: "/media/cle/Relire.AppImage" }, "/tmp/.mount_abc/relire", "/media/cle"],
  ["win32", { PORTABLE_EXECUTABLE_DIR: "E:\\" }, "C:\\Temp\\relire.exe", "E:\\"],
  ["darwin", {}, "/Volumes/CLE/Relire.app/Contents/MacOS/relire", "/Volumes/CLE"],
] as const)("the program is where a person sees it: %s %o", (platform, environment, executable, folder) => {
  expect(programFolder(platform, environment, executable)).toBe(folder);
});
