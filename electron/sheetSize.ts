/** A4 (ISO 216), in points. */
export const width = 595.28;
export const height = 841.89;
