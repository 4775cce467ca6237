/** Public events bubble and cross shadow roots. */
export const PUBLIC = { bubbles: true, composed: true };
