/** What a button of the toolbar does. */
export type Formatting = 'bold' | 'italic' | 'quote' | 'link';

/** The letters that do the same with Ctrl, or with Cmd on a Mac. */
export const FORMATTING_KEYS: Readonly<Partial<Record<Formatting, string>>> = { bold: 'b', italic: 'i', link: 'k' };

/** Whether Cmd is the key for commands. There, Ctrl+B and Ctrl+K move the cursor and delete. */
const isApple = (): boolean => /^(?:Mac|iP)/.test(navigator.platform);

/** The key for commands, as it is called on this device. */
export function commandKey(): string {
  return isApple() ? '⌘' : 'Ctrl';
}

/** What a key in a text box asks for. */
export function pressedFormatting(event: KeyboardEvent): Formatting | undefined {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
  const isCommand = isApple() ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (!isCommand || altKey || shiftKey || isComposing) return undefined;
  // Keyboards for other scripts have the letters by the place of the key.
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
  const entries = Object.entries(FORMATTING_KEYS) as [Formatting, string][];
  return entries.find(([, own]) => own === letter)?.[0];
}
