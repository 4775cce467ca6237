import { html, nothing, type TemplateResult } from 'lit';
import { hasPageContent } from './page-content.js';

/**
 * In place of the comments while they load: what the page has put inside, or else grey lines. Screen readers hear `aria-busy`
 * instead of those.
 */
export function placeholder(host: HTMLElement): TemplateResult {
  const ghost = html`<p class="ghost"></p>`;
  return html`
    <slot></slot>
    ${hasPageContent(host) ? nothing : html`<div part="placeholder">${[ghost, ghost, ghost]}</div>`}
  `;
}
