/** The type under which the RTF of a clipboard stands among its files. */
export const rtfType = "text/rtf";

/**
 * The files of a clipboard for readPastedHtml, and its RTF as one of them: Word leaves its photos there, while its HTML
 * only names files on the reporter's disk. To be called while the paste is going on; afterwards a clipboard is empty.
 */
export function readClipboardFiles(clipboard: DataTransfer): File[] {
  const rtf = clipboard.getData(rtfType);
  const files = [...clipboard.files];
  return rtf === "" ? files : [...files, new File([rtf], "clipboard.rtf", { type: rtfType })];
}
