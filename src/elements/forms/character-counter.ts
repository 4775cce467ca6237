import { html, type TemplateResult } from 'lit';
import type { TakingPartMessages } from '../../i18n/messages.js';
import type { Posting } from '../../model/adapter.js';
import { textLength } from '../../model/drafts/text-length.js';
import type { Section } from '../section.js';

/** The counter appears when less than this part of the limit remains. */
const NEAR_LIMIT = 0.2;

/** How many characters remain of a length limit; negative beyond it. Undefined far from the limit. */
export function charactersLeft(text: string, max: Posting['max']): number | undefined {
  if (!max) return undefined;
  const { value, unit } = max;
  // A character has at most four bytes, so a text far below the limit need not be counted at each key.
  const left = text.length > value / 5 ? value - textLength(text, unit) : value;
  return left < value * NEAR_LIMIT ? left : undefined;
}

/** "12 characters left", or by how much the text is too long. Empty far from the limit. */
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
  const isOver = (left ?? 0) < 0;
  return html`<p id=${id} part="counter" class="small ${isOver ? 'problem' : 'muted'}">${counterText(left, section)}</p>`;
}
