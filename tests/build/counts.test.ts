import { describe, expect, test } from "vitest";
import { closingLine, countPlaywright, countVitest, judge, sum } from "../../build/setup/counts.mjs";

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, testResults: [] };

describe("counting reports", () => {
  test("counts Vitest's tests, those to do among the skipped", () => {
    const report = { ...vitest, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
    expect(countVitest(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  test("counts a test file that could not be loaded as a failure", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "passed", assertionResults: [{}] },
    ];
    expect(countVitest({ ...vitest, testResults }).failed).toBe(1);
  });

  test("counts Playwright's tests, and its errors outside of any test", () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 3, failed: 3, skipped: 2 });
  });

  test.each([
    ["a suite that passed", 0, { passed: 4, failed: 0, skipped: 1 }, 0],
    ["a suite with failures", 1, { passed: 4, failed: 2, skipped: 0 }, 2],
    ["a suite that crashed without a report", 1, undefined, 1],
    ["a suite that ended well without a report", 0, undefined, 1],
    ["a suite that found no tests", 0, { passed: 0, failed: 0, skipped: 0 }, 1],
    ["a suite that skipped all of its tests", 0, { passed: 0, failed: 0, skipped: 3 }, 1],
    ["a suite whose tests passed but which failed as a whole", 1, { passed: 4, failed: 0, skipped: 0 }, 1],
  ])("judges %s", (_, code, report, failed) => {
    expect(judge(code, report).failed).toBe(failed);
  });

  test("closes with one line, which names the skipped only when there are some", () => {
    const total = sum([
      { passed: 2, failed: 1, skipped: 0 },
      { passed: 3, failed: 0, skipped: 0 },
    ]);
    expect(closingLine(total)).toBe("5 passed, 1 failed");
    expect(closingLine({ ...total, skipped: 4 })).toBe("5 passed, 1 failed, 4 skipped");
  });
});
