import { html, nothing, type TemplateResult } from 'lit';

/** What the page may put inside without showing anything to a reader who has scripts. */
const UNSEEN = 'noscript, script, style, template, [slot]';

/**
 * In place of the comments while they load: what the page has put inside, such as comments rendered on the server, or else grey
 * lines. Screen readers hear `aria-busy` instead of those.
 */
export function placeholder(host: HTMLElement): TemplateResult {
  const ghost = html`<p class="ghost"></p>`;
  const isContentSeen = [...host.children].some((child) => !child.matches(UNSEEN));
  return html`
    <slot></slot>
    ${isContentSeen ? nothing : html`<div part="placeholder">${[ghost, ghost, ghost]}</div>`}
  `;
}
