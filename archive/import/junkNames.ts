/** Files that nobody wrote: what systems, editors and browsers leave beside the others. They are left out of folders and archives, unnamed. */

const junkNames = new Set(["thumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin", "system volume information", "lost+found"]);

/** Of one file's or folder's own name: hidden (`.git`, `.DS_Store`), a lock (`~$lettre.docx`), a copy kept aside (`lettre.txt~`), an unfinished download. */
export function isJunk(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$") || name.endsWith("~") || junkNames.has(name.toLowerCase()) || /\.(?:tmp|temp|part|partial|crdownload|download|swp|swo)$/i.test(name);
}
