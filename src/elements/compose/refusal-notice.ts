import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { PostingRefusal } from '../../model/adapter.js';

/** Why this viewer may not write, and where to go about it. */
export function refusalNotice(
  { reason, message, until, href, label }: PostingRefusal,
  messages: Messages,
  formats: Formats,
): TemplateResult {
  const end = Date.parse(until ?? '');
  return html`<p part="refusal" class="notice small">
    ${message || messages.refusals[reason] || messages.refusals.other}${
      Number.isNaN(end) ? nothing : ` ${messages.bannedUntil(formats.absolute(end))}`
    }${safeUrl(href) === undefined ? nothing : html`<a class="after" href=${safeUrl(href) ?? ''}>${label || messages.findOutMore}</a>`}
  </p>`;
}
