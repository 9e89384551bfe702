import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutFolders } from "../../electron/chosenNames.ts";

describe("names without folders", () => {
  test.each([
    ["/home/ada/mai.eml", ["/home/ada/mai.eml"], "mai.eml"],
    ["/home/ada/Lettres/2022/mai.eml", ["/home/ada/Lettres"], "Lettres/2022/mai.eml"],
    ["/home/ada/box.mbox/3", ["/home/ada/box.mbox"], "box.mbox/3"],
    ["/home/ada/b/c.md", ["/home/ada/b/c.md", "/home/ada/d.md"], "c.md"],
    ["ENOENT: no such file, open '/home/ada/mai.eml'", ["/home/ada/mai.eml"], "ENOENT: no such file, open 'mai.eml'"],
    ["/srv", ["/srv"], "/srv"],
    ["", ["/home/ada/mai.eml"], ""],
  ])("%s, of %j, is %s", (text, chosen, name) => {
    expect(withoutFolders(text, chosen)).toBe(name);
  });

  test("never hold a folder that leads to what was chosen", () => {
    const part = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), part, part, (folders, chosen, inside) => {
        const folder = `/${folders.join("/")}/`;
        expect(withoutFolders(`${folder}${chosen}/${inside}`, [`${folder}${chosen}`])).toBe(`${chosen}/${inside}`);
      }),
    );
  });
});
