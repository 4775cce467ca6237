import { html, type TemplateResult } from 'lit';

const ghost = html`<div class="row ghost"><span></span><span></span><span></span></div>`;

/** What holds the place of comments on their way: grey lines that say nothing to a screen reader, which hears that the list is busy. */
export function placeholder(): TemplateResult {
  return html`<div part="placeholder" aria-hidden="true">${ghost}${ghost}${ghost}</div>`;
}
