/** Selects, inside an element, the section that a server has rendered. */
export const SERVED_SECTION = ':scope > section[part~="section"]';
