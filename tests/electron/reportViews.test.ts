import { chmodSync, existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { NewerProfileFile } from "../../electron/readProfileFile.ts";
import { openReportViews } from "../../electron/reportViews.ts";
import { withoutPrivileges } from "../fixtures/limits.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const view = { page: 3, zoom: "auto", layout: "continuous", rotation: 0 } as const;

describe("how reports were seen", () => {
  test("is found again", async () => {
    await openReportViews(folder.path).keep("essai/rapport", view);
    const again = openReportViews(folder.path);
    expect(again.of("essai/rapport")).toEqual(view);
    expect(again.troubles).toEqual([]);
  });

  test("damaged, is set aside, kept, and named", () => {
    folder.put("report-views.json", "{ half");
    const views = openReportViews(folder.path);
    expect(views.of("essai/rapport")).toBeNull();
    expect(views.troubles).toMatchObject([{ code: "views-damaged", file: folder.at("report-views.json.damaged") }]);
    expect(folder.read("report-views.json.damaged")).toBe("{ half");
  });

  test("kept by a later Relire, is left as it is", async () => {
    const later = '{"format":2,"reports":{}}';
    folder.put("report-views.json", later);
    const views = openReportViews(folder.path);
    expect(views.troubles).toEqual([{ code: "profile-newer", file: folder.at("report-views.json") }]);
    await expect(views.keep("essai/rapport", view)).rejects.toThrow(NewerProfileFile);
    expect(views.of("essai/rapport")).toEqual(view);
    expect(folder.read("report-views.json")).toBe(later);
  });

  test("damaged in a folder that cannot be written to, stays where it is", async () => {
    folder.put("report-views.json", "{ half");
    chmodSync(folder.path, 0o555);
    await withoutPrivileges(async () => {
      expect(openReportViews(folder.path).troubles).toMatchObject([{ code: "views-damaged", file: folder.at("report-views.json") }]);
    });
    chmodSync(folder.path, 0o755);
    expect(existsSync(folder.at("report-views.json"))).toBe(true);
  });
});
