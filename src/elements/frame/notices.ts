import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { bodyElement } from '../../content/body-element.js';
import { pageUrl, safeUrl, webUrl } from '../../content/safe-url.js';
import type { Formats } from '../../i18n/formats.js';
import type { CoreMessages } from '../../i18n/messages.js';
import type { Access } from '../../model/state/access.js';
import type { DiscussionInfo } from '../../model/adapter.js';
import { closedText, emptyText } from '../../presentation/access-text.js';

interface PolicyNotice {
  /** Owns the rendered policy: a node can be in one section only. */
  readonly owner: HTMLElement;
  /** The publisher's link to the full policy. */
  readonly policyHref: string | undefined;
  /** Whether comments can be reported. Some adapters know it only after the first response. */
  readonly canReport: boolean;
  readonly messages: CoreMessages;
}

/**
 * The comment policy: the page's own in the slot, otherwise the backend's, otherwise a default; and a link to the full policy. Folded
 * after two lines; the default, in a narrow section, after one.
 *
 * @csspart policy - The comment policy.
 * @csspart more-policy - The button that unfolds a long policy.
 * @csspart policy-link - The link to the complete policy.
 */
export function policyNotice(
  policy: DiscussionInfo['policy'],
  { owner, policyHref, canReport, messages }: PolicyNotice,
): TemplateResult {
  const href = pageUrl(policyHref) ?? safeUrl(policy?.url);
  const body = policy?.body;
  const text = body ? bodyElement(body, owner) : messages.policy(canReport);
  const isOwn = body ?? owner.querySelector('[slot=policy]');
  return html`
    <div part="policy" class="policy small">
      <div class=${isOwn ? 'fold own' : 'fold'}><slot name="policy">${text}</slot></div>
      <details>
        <summary part="more-policy">${messages.more}</summary>
      </details>
      ${href ? html`<a part="policy-link" href=${href}>${messages.policyLink}</a>` : nothing}
    </div>
  `;
}

/**
 * The editors' message to all readers. `owner`: as in `PolicyNotice`.
 *
 * @csspart message - The editors' message to all readers.
 */
export function editorsMessage(
  message: DiscussionInfo['message'],
  owner: object,
  messages: CoreMessages,
): TemplateResult | typeof nothing {
  if (!message) return nothing;
  return html`
    <div part="message" class="notice" role="group" aria-labelledby="message">
      <b id="message" class="small">${messages.editorsMessage}</b>${bodyElement(message, owner)}
    </div>
  `;
}

/**
 * Why the discussion is closed. `role`: undefined if a form announces it.
 *
 * @csspart closed - The reason why the discussion is closed.
 */
export function closedNotice(
  access: Access,
  messages: CoreMessages,
  formats: Formats,
  role: 'status' | undefined,
): TemplateResult | typeof nothing {
  const text = closedText(access, messages, formats);
  if (text === undefined) return nothing;
  const content = access.state === 'closed' ? html`<slot name="closed">${text}</slot>` : text;
  return html`<div role=${ifDefined(role)} part="closed" class="notice small">${content}</div>`;
}

/**
 * The link to the discussion's feed.
 *
 * @csspart feed - The link to the feed of the discussion.
 */
export function feedLink(feedUrl: string | undefined, messages: CoreMessages): TemplateResult | typeof nothing {
  const href = webUrl(feedUrl);
  return href ? html`<p class="foot small"><a part="feed" href=${href}>${messages.followFeed}</a></p>` : nothing;
}

/**
 * @csspart empty - The text of a discussion without comments.
 */
export function emptyNotice(access: Access, messages: CoreMessages): TemplateResult {
  return html`<p part="empty" class="muted small"><slot name="empty">${emptyText(access, messages)}</slot></p>`;
}
