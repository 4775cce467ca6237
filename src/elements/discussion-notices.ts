import { html, nothing, type TemplateResult } from 'lit';
import { bodyElement } from '../content/body-element.js';
import { pageUrl, safeUrl } from '../content/safe-url.js';
import type { Formats } from '../i18n/formats.js';
import type { ReadingMessages } from '../i18n/messages.js';
import type { Access } from '../model/access.js';
import type { DiscussionInfo } from '../model/adapter.js';

/** The house rules: the page's own in the slot, else the backend's, else a default; and the link to all of them. */
export function policyNotice(
  policy: DiscussionInfo['policy'],
  { owner, policyHref, messages }: { readonly owner: object; readonly policyHref: string | undefined; readonly messages: ReadingMessages },
): TemplateResult {
  const href = pageUrl(policyHref) ?? safeUrl(policy?.url);
  const body = policy?.body;
  return html`<div part="policy" class="policy small">
    <slot name="policy">${body ? bodyElement(body, owner) : messages.policy}</slot
    >${href === undefined ? nothing : html`<a part="policy-link" class=${body ? '' : 'after'} href=${href}>${messages.policyLink}</a>`}
  </div>`;
}

/** Why nobody can write: one status message, in the backend's words where it has some. */
export function closedNotice(access: Access, messages: ReadingMessages, formats: Formats): TemplateResult | typeof nothing {
  switch (access.state) {
    case 'unknown':
    case 'open':
      return nothing;
    case 'closed': {
      const opens = access.opensAt === undefined ? '' : ` ${messages.opensAt(formats.absolute(access.opensAt))}`;
      return notice(html`<slot name="closed">${(access.message || messages.closed) + opens}</slot>`);
    }
    case 'disabled':
      return notice(access.message || messages.disabled);
    case 'missing':
      return notice(access.message || messages.missing);
  }
}

function notice(content: TemplateResult | string): TemplateResult {
  return html`<div role="status" part="closed" class="notice small">${content}</div>`;
}
