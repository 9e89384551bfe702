/** Invisible characters that pad the preview of a mail, or hide in copied texts. */

/** A text without them; those that shape a word or an emoji stay. */
export function withoutPadding(text: string): string {
  if (!/\p{Default_Ignorable_Code_Point}/u.test(text)) return text;
  return text
    .replace(/\u034F|\u200B|\u200E|\u200F|\u2060|\uFEFF/g, "")
    .replace(/(?<![\p{L}\p{N}])[\u00AD\u200C]|[\u00AD\u200C](?![\p{L}\p{N}])/gu, "")
    .replace(/(?<![^\s\u00A0])\u200D|\u200D(?![^\s\u00A0])/g, "");
}
