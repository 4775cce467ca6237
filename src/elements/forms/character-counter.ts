import { html, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Posting } from '../../model/adapter.js';
import { textLength } from '../../model/drafts/text-length.js';

/** The counter appears when this part of the limit is left. */
const NEAR_LIMIT = 0.2;

/** What is left of a length limit, once that is near; negative beyond it. */
export function charactersLeft(text: string, max: Posting['max']): number | undefined {
  const { value, unit } = max ?? { value: Infinity, unit: 'chars' };
  // A character is at most four bytes, so a text far below the limit need not be counted at each key.
  const left = text.length > value / 5 ? value - textLength(text, unit) : value;
  return left < value * NEAR_LIMIT ? left : undefined;
}

interface CounterWords {
  readonly messages: Messages;
  readonly formats: Formats;
}

/** "12 characters left", or by how many the text is too long. Empty while the limit is far. */
export function characterCounter(
  left: number | undefined,
  id: string,
  { messages, formats }: CounterWords,
): TemplateResult {
  const isOver = left !== undefined && left < 0;
  const text =
    left === undefined
      ? ''
      : isOver
        ? messages.charactersOver(-left, formats.number(-left))
        : messages.charactersLeft(left, formats.number(left));
  return html`<p id=${id} part="counter" class="small ${isOver ? 'problem' : 'muted'}">${text}</p>`;
}
