/** Options of all public events. */
export const PUBLIC = { bubbles: true, composed: true };
