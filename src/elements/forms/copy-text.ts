/** Copies the text of a text box. False when the browser refuses; the text is then selected for the reader to copy. */
export async function copyText(textarea: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(textarea.value);
    return true;
  } catch {
    textarea.focus();
    textarea.select();
    return false;
  }
}
