/** A text and what is selected in it. Places count UTF-16 code units, as a text box does. */
export interface SelectedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts `insert` in the place of what stands from `from` to `to`, then selects what stands from `start` to `end`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

/** Changes the text of a box the way typing does, so that undo, drafts and counters follow. Leaves the focus in the box. */
export function changeText(box: HTMLTextAreaElement, { from, to, insert, start, end }: TextChange): void {
  box.focus();
  box.setSelectionRange(from, to);
  // Whatever else changes a text box empties its history of changes, and Ctrl+Z would do nothing.
  const isDone = insert ? document.execCommand('insertText', false, insert) : document.execCommand('delete');
  if (!isDone) {
    box.setRangeText(insert, from, to);
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  box.setSelectionRange(start, end);
}

/** What is selected, without spaces at its ends; the word around the cursor where nothing is. */
export function selectedWords({ text, start, end }: SelectedText): SelectedText {
  if (start === end) {
    const [before = ''] = /[\p{L}\p{M}\p{N}’'-]*$/u.exec(text.slice(0, start)) ?? [];
    const [after = ''] = /^[\p{L}\p{M}\p{N}’'-]*/u.exec(text.slice(end)) ?? [];
    return { text, start: start - before.length, end: end + after.length };
  }
  const selected = text.slice(start, end);
  const leading = selected.length - selected.trimStart().length;
  const length = selected.trim().length;
  return { text, start: start + leading, end: start + leading + length };
}

/** All of the lines that are selected, or hold the cursor. */
export function selectedLines({ text, start, end }: SelectedText): SelectedText {
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const lineEnd = text.indexOf('\n', last);
  return { text, start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd };
}
