/**
 * How much of a run of characters that begins with `http://` or `https://` belongs to the address.
 *
 * The rest is the sentence around it: whatever follows a quotation mark or angle bracket, whatever follows a closing
 * bracket that the address did not open, and the punctuation at the end.
 */
export function takeAddress(run: string): string {
  let end = run.search(/[<>"«»\u2018-\u201f\u3000-\u303f\uff01-\uff1f]|$/);
  const expected: string[] = [];
  for (let i = 0; i < end; i++) {
    const character = run.charAt(i);
    const opened = '([{'.indexOf(character);
    if (opened >= 0) expected.push(')]}'.charAt(opened));
    else if (')]}'.includes(character) && expected.pop() !== character) end = i;
  }
  // What may end an address: a slash, a dash, an escape, an empty hash, and a bracket (which is known to be balanced).
  while (/[^\P{P}/\-%#&@)\]}]|[~`^|]/u.test(run.charAt(end - 1))) end--;
  return run.slice(0, end);
}
