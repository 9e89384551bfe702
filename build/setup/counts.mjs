/**
 * How many tests passed and failed, as the suites' own reports have it. Doubt counts as a failure: a suite that ran nothing, or
 * whose exit code says more than its report, has not passed.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *
 * @typedef {{ status: string, assertionResults: unknown[] }} VitestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number, testResults: VitestFile[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} PlaywrightReport
 */

/**
 * @param {number} code the suite's exit code
 * @param {Counts | undefined} report
 * @returns {Counts}
 */
export function judge(code, report) {
  const { passed, failed, skipped } = report ?? { passed: 0, failed: 0, skipped: 0 };
  const isDoubtful = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: isDoubtful ? 1 : failed, skipped };
}

/** @param {VitestReport} report @returns {Counts} */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests = 0, testResults }) {
  // A file that could not be loaded has no tests to fail.
  const unloaded = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
  };
}

/** @param {PlaywrightReport} report @returns {Counts} */
export function countPlaywright({ stats: { expected, unexpected, flaky, skipped }, errors }) {
  return { passed: expected, failed: unexpected + flaky + errors.length, skipped };
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
