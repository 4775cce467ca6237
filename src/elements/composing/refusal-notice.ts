import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { Formats } from '../../i18n/formats.js';
import { isolated } from '../../i18n/isolated.js';
import type { Messages } from '../../i18n/messages.js';
import type { PostingRefusal } from '../../model/adapter.js';

/** Why this viewer cannot post, until when, and where to turn. */
export function refusalNotice(refusal: PostingRefusal, messages: Messages, formats: Formats): TemplateResult {
  const { reason, message, until, label } = refusal;
  const end = Date.parse(until ?? '');
  const href = safeUrl(refusal.href);
  const text = message ? isolated(message, messages) : messages.refusals[reason] || messages.refusals.other;
  const untilText = Number.isNaN(end) ? '' : ` ${messages.bannedUntil(formats.absolute(end))}`;
  const link = href === undefined ? nothing : html`<a href=${href}>${label || messages.findOutMore}</a>`;
  return html`<p part="refusal" class="notice small">${text}${untilText} ${link}</p>`;
}
