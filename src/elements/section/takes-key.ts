import { recall } from './preferences.js';

/**
 * Whether a key pressed in a section is one of its shortcuts, and then means nothing else: not for somebody who types, not
 * in what the page has put into the section, and not for those who have switched them off. `target`: where it was pressed, which the
 * event no longer tells once it is over.
 */
export function takesKey(event: KeyboardEvent, target: Element, root: Node): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  const isShortcut =
    /^[jknrc?]$/.test(key) &&
    !(ctrlKey || metaKey || altKey) &&
    root.contains(target) &&
    !target.closest('textarea, input, select, dialog') &&
    recall('shortcuts') !== false;
  if (isShortcut) event.preventDefault();
  return isShortcut;
}
