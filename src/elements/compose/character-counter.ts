import { html, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';

/** What is left of a length limit, or how far the text is beyond it; undefined: that is far off. */
export function counter(
  left: number | undefined,
  id: string,
  { messages, formats }: { readonly messages: Messages; readonly formats: Formats },
): TemplateResult {
  const text =
    left === undefined
      ? ''
      : left < 0
        ? messages.charactersOver(-left, formats.number(-left))
        : messages.charactersLeft(left, formats.number(left));
  return html`<p id=${id} part="counter" class=${(left ?? 0) < 0 ? 'problem small' : 'muted small'}>${text}</p>`;
}
