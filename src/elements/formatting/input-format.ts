import type { Section } from '../section.js';

/** A text format with marks for bold text, links and quotes. */
export type InputFormat = 'markdown' | 'html';

/** The format that the toolbar writes. Undefined if the backend reads plain text or the page has turned the toolbar off. */
export function inputFormat({ store, settings }: Pick<Section, 'store' | 'settings'>): InputFormat | undefined {
  const input = store.adapter?.features?.input ?? 'text';
  return input === 'text' || settings.toolbar === 'off' ? undefined : input;
}
