/** A random UUID, version 4 of RFC 9562. `crypto.randomUUID` is missing on pages without TLS; `getRandomValues` is not. */
export function createSubmitKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * The key under which one writer sends one text of a draft: the draft's id, with its last digits replaced by a hash of the two. A
 * reload needs to know no more than the id to send the same text under the same key. A duplicated tab has the draft's id, too;
 * if it goes on with another text, that is another comment.
 */
export function submitKeyOf(
  draftId: string,
  text: { readonly body: string; readonly authorId: string | undefined },
): string {
  let hash = 0;
  for (const character of `${text.authorId ?? ''}\n${text.body}`) {
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return draftId.slice(0, 28) + hash.toString(16).padStart(8, '0');
}
