import { html, type TemplateResult } from 'lit';

/** Grey lines in place of the comments while they load. Screen readers hear `aria-busy` instead. */
export function placeholder(): TemplateResult {
  const ghost = html`<p class="ghost"></p>`;
  return html`<div part="placeholder">${[ghost, ghost, ghost]}</div>`;
}
