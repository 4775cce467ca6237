import { html, type TemplateResult } from 'lit';

/** What holds the place of comments on their way: grey lines that say nothing to a screen reader, which hears that the list is busy. */
export function placeholder(): TemplateResult {
  const ghost = html`<p class="ghost"></p>`;
  return html`<div part="placeholder">${[ghost, ghost, ghost]}</div>`;
}
