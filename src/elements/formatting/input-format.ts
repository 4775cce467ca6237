import type { Section } from '../section.js';

/** A format that has marks for bold text, links and quotes. */
export type InputFormat = 'markdown' | 'html';

/** The format that the forms help with; undefined if the backend reads plain text, or the page wants no toolbar. */
export function inputFormat({ store, settings }: Pick<Section, 'store' | 'settings'>): InputFormat | undefined {
  const input = store.adapter?.features?.input ?? 'text';
  return input === 'text' || settings.toolbar === 'off' ? undefined : input;
}
