/**
 * Electron's fuses: what the packed program can no longer be turned into, by whoever starts it with other arguments or variables
 * (https://www.electronjs.org/docs/latest/tutorial/fuses).
 */

/** @param {string} version Electron's @returns {NonNullable<import("electron-builder").Configuration["electronFuses"]>} */
export function fusesFor(version) {
  return {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    // An older program has no such fuse, and refuses to be told of it.
    ...(Number.parseInt(version, 10) >= 29 && { grantFileProtocolExtraPrivileges: false }),
    resetAdHocDarwinSignature: true,
  };
}
