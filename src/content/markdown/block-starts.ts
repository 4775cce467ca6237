/** The first characters of each kind of block. All patterns apply to a line without its indentation, and are linear in its length. */

const rule = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const marker = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/;

/** Whether a line that begins with this character can be anything but text. Most lines cannot. */
export const mayStartBlock = (character: string): boolean => /[-+*_=`~#>\d]/.test(character);

export const isRule = (content: string): boolean => rule.test(content);

/** The underline that makes a heading of a paragraph. */
export const isUnderline = (content: string): boolean => /^(?:=+|-+)[ \t]*$/.test(content);

/** The backticks or tildes that open a block of code. */
export const findFence = (content: string): string | undefined => fence.exec(content)?.[0];

/** Whether the line holds only characters of the fence, at least as many as opened it. */
export function isClosingFence(content: string, opening: string): boolean {
  const closing = trimBlanksAtEnd(content);
  return closing.startsWith(opening) && !closing.replaceAll(opening.charAt(0), '');
}

/** The text of a heading, without the number signs before and after it. */
export function findHeading(content: string): string | undefined {
  const [opening] = /^#{1,6}(?=[ \t]|$)/.exec(content) ?? [];
  if (opening === undefined) return undefined;
  const text = trimBlanksAtEnd(content.slice(opening.length));
  let end = text.length;
  while (text.charAt(end - 1) === '#') end--;
  return (/^[ \t]?$/.test(text.charAt(end - 1)) ? text.slice(0, end) : text).trim();
}

export interface Marker {
  readonly text: string;
  readonly number: number | undefined;
}

/** The marker of a list item. */
export function findMarker(content: string): Marker | undefined {
  const match = marker.exec(content);
  return match ? { text: match[0], number: match[1] === undefined ? undefined : Number(match[1]) } : undefined;
}

/** Unlike `trimEnd`, leaves the white space that is not Markdown's. */
export function trimBlanksAtEnd(text: string): string {
  let end = text.length;
  while (' \t'.includes(text.charAt(end - 1)) && end > 0) end--;
  return text.slice(0, end);
}
