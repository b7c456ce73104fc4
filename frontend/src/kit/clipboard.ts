/** Writes a text to the clipboard; false where it cannot: browsers have a clipboard on https pages only. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
