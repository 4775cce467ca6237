import { recall } from './preferences.js';

/**
 * Whether a key pressed in a section is one of its shortcuts: not for somebody who types, not in what the page has put
 * into the section, and not for those who have switched them off.
 */
export function isShortcut({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent, root: Node): boolean {
  return (
    /^[jknrc?]$/.test(key) &&
    !(ctrlKey || metaKey || altKey) &&
    root.contains(target as Node) &&
    !(target as Element).closest('textarea, input, select, dialog') &&
    recall('shortcuts') !== false
  );
}
