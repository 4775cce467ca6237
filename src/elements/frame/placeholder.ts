import { html, nothing, type TemplateResult } from 'lit';

/** Page content that is not visible in the section. */
const UNSEEN = 'noscript, script, style, template, [slot]';

/** Whether the page has put visible content inside the element, such as comments rendered on the server. */
export function hasPageContent(host: HTMLElement): boolean {
  return [...host.childNodes].some((node) =>
    node instanceof Element ? !node.matches(UNSEEN) : node instanceof Text && node.data.trim(),
  );
}

/**
 * The skeleton that replaces the comments while they load: the content of the page, or grey lines. Screen readers get `aria-busy`
 * instead of the lines.
 *
 * @csspart placeholder - The skeleton shown while comments load.
 */
export function placeholder(host: HTMLElement): TemplateResult {
  const ghost = html`<p class="ghost"></p>`;
  return html`
    <slot></slot>
    ${hasPageContent(host) ? nothing : html`<div part="placeholder">${[ghost, ghost, ghost]}</div>`}
  `;
}
