import { html, type TemplateResult } from 'lit';
import type { TakingPartMessages } from '../../i18n/messages.js';
import type { Section } from '../section.js';

/**
 * "12 characters left", or by how much the text is too long. Empty far from the limit.
 *
 * @csspart counter - The number of remaining characters.
 */
export function counterText(left: number | undefined, { messages, formats }: Section<TakingPartMessages>): string {
  if (left === undefined) return '';
  return left < 0
    ? messages.charactersOver(-left, formats.number(-left))
    : messages.charactersLeft(left, formats.number(left));
}

/** The line below a text box that shows how many characters are left. */
export function characterCounter(
  left: number | undefined,
  id: string,
  section: Section<TakingPartMessages>,
): TemplateResult {
  // A comparison with undefined is false.
  const isOver = left! < 0;
  return html`<p id=${id} part="counter" class="small ${isOver ? 'problem' : 'muted'}">${counterText(left, section)}</p>`;
}
