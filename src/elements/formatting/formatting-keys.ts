/** A button of the toolbar. */
export type Formatting = 'bold' | 'italic' | 'quote' | 'link';

/** Keyboard shortcuts: these letters with Ctrl, or with Cmd on a Mac. */
export const FORMATTING_KEYS: Readonly<Partial<Record<Formatting, string>>> = { bold: 'b', italic: 'i', link: 'k' };

/** Whether shortcuts use Cmd. On such devices, Ctrl+B and Ctrl+K move the cursor and delete. */
const isApple = (): boolean => /^(?:Mac|iP)/.test(navigator.platform);

/** The name of the modifier key on this device. */
export function commandKey(): string {
  return isApple() ? '⌘' : 'Ctrl';
}

/** The formatting that a key in a text box stands for. */
export function pressedFormatting(event: KeyboardEvent): Formatting | undefined {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
  const isCommand = isApple() ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (!isCommand || altKey || shiftKey || isComposing) return undefined;
  // Keyboards for other scripts: the Latin letter follows from the physical key.
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
  const entries = Object.entries(FORMATTING_KEYS) as [Formatting, string][];
  return entries.find(([, own]) => own === letter)?.[0];
}
