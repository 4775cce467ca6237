import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { LegalMessages } from '../../i18n/messages.js';
import type { Redress } from '../../model/adapter.js';

/** The ways to contest a decision. The words are the backend's, and so may run the other way. */
export function redressText({ message, href }: Redress, words: LegalMessages): TemplateResult {
  const url = safeUrl(href);
  // A space at the end of a template does not outlive the build.
  return html`${message ? [html`<span dir="auto">${message}</span>`, ' '] : nothing}${
    url ? html`<a part="redress" href=${url} rel="nofollow noopener">${words.contest}</a>` : nothing
  }`;
}
