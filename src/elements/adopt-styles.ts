import type { CSSResult } from 'lit';

/** Adds a sheet to the root that an element draws into, once. Under a strict content policy only an adopted sheet is allowed. */
export function adoptInto(root: Node, { styleSheet, cssText }: CSSResult): void {
  if (!(root instanceof ShadowRoot)) return;
  if (styleSheet) {
    if (!root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    return;
  }
  // Browsers before 2023 adopt no sheets; Lit styles the rest of the root in the same way there.
  if (root.querySelector('style[data-writing]')) return;
  const style = document.createElement('style');
  style.dataset['writing'] = '';
  style.textContent = cssText;
  root.append(style);
}
