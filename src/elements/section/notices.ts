import { html, nothing, type TemplateResult } from 'lit';
import { bodyElement } from '../../content/body-element.js';
import { pageUrl, safeUrl } from '../../content/safe-url.js';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Access } from '../../model/discussion/access.js';
import type { DiscussionInfo } from '../../model/adapter.js';

/** The house rules: the page's own in the slot, else the backend's, else a default; and the link to all of them. */
export function policyNotice(
  policy: DiscussionInfo['policy'],
  { owner, policyHref, messages }: { readonly owner: object; readonly policyHref: string | undefined; readonly messages: Messages },
): TemplateResult {
  const href = pageUrl(policyHref) ?? safeUrl(policy?.url);
  const body = policy?.body;
  return html`<div part="policy" class="policy small">
    <slot name="policy">${body ? bodyElement(body, owner) : messages.policy}</slot
    >${href === undefined ? nothing : html`<a part="policy-link" class=${body ? '' : 'after'} href=${href}>${messages.policyLink}</a>`}
  </div>`;
}

/** Why nobody can write: one status message, in the backend's words where it has some. */
export function closedNotice(access: Access, messages: Messages, formats: Formats): TemplateResult | typeof nothing {
  const { state } = access;
  if (state === 'unknown' || state === 'open') return nothing;
  const text = access.message || messages[state];
  const opens = state === 'closed' && access.opensAt !== undefined ? ` ${messages.opensAt(formats.absolute(access.opensAt))}` : '';
  return html`<div role="status" part="closed" class="notice small">${state === 'closed' ? html`<slot name="closed">${text + opens}</slot>` : text}</div>`;
}
