/** Loaded where the viewer may not post although the discussion is open. */
import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import { isolated } from '../../i18n/isolated.js';
import type { TakingPartMessages } from '../../i18n/messages.js';
import type { Feature, Section } from '../section.js';

/**
 * Shows why this viewer cannot post, until when, and where to read more.
 *
 * @csspart refusal - The reason why this reader cannot comment.
 */
class Refusal implements Feature {
  readonly #section: Section<TakingPartMessages>;

  constructor(section: Section<TakingPartMessages>) {
    this.#section = section;
  }

  readonly frame = { 'above-form': () => this.#render() };

  #render(): TemplateResult | undefined {
    const { store, messages, formats } = this.#section;
    const { access, info } = store.state;
    const refusal = access.state === 'open' ? info?.posting?.refusal : undefined;
    if (!refusal) return undefined;
    const { message, reason, label } = refusal;
    const text = message
      ? isolated(message, messages)
      : (Object.hasOwn(messages.refusals, reason) && messages.refusals[reason]) || messages.refusals.other;
    const end = Date.parse(refusal.until ?? '');
    const until = Number.isNaN(end) ? '' : ` ${messages.bannedUntil(formats.absolute(end))}`;
    const href = safeUrl(refusal.href);
    const link = href === undefined ? nothing : html`<a href=${href}>${label || messages.findOutMore}</a>`;
    return html`<p part="refusal" class="notice small">${text}${until} ${link}</p>`;
  }
}

export const features = [Refusal] as const;
