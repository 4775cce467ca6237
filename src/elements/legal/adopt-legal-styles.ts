import { adoptStyles } from 'lit';
import { legalStyles } from './legal.styles.js';

/** Adds the style sheet of notices and decisions to a section, once. */
export function adoptLegalStyles(root: ShadowRoot): void {
  const sheet = legalStyles.styleSheet;
  if (sheet && root.adoptedStyleSheets.includes(sheet)) return;
  adoptStyles(root, [...root.adoptedStyleSheets, legalStyles]);
}
