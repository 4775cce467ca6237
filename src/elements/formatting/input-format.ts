import type { CommentsAdapter } from '../../model/adapter.js';
import { readSettings } from '../settings/settings.js';

/** A format that has marks for bold text, links and quotes. */
export type InputFormat = 'markdown' | 'html';

/** The format that the forms of a section help with; undefined where the backend reads plain text, or the page has no toolbar. */
export function inputFormat(section: Element, adapter: CommentsAdapter | undefined): InputFormat | undefined {
  const input = adapter?.features?.input ?? 'text';
  return input === 'text' || readSettings(section).settings.toolbar === 'off' ? undefined : input;
}
