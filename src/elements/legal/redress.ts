import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { LegalMessages } from '../../i18n/messages.js';
import type { Redress } from '../../model/adapter.js';

/**
 * The ways to contest a decision. Backend text may have the other direction, hence `dir=auto`.
 *
 * @csspart redress - The link to contest a decision.
 */
export function redressText({ message, href }: Redress, legal: LegalMessages): TemplateResult {
  const url = safeUrl(href);
  // The build removes a space at the end of a template.
  return html`${message ? [html`<span dir="auto">${message}</span>`, ' '] : nothing}${
    url ? html`<a part="redress" href=${url} rel="nofollow noopener">${legal.contest}</a>` : nothing
  }`;
}
