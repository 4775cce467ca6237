import { draftKey } from './draft-key.js';

/**
 * The keys of all that has been kept for one discussion, whoever wrote it and whatever it answers. Cheap enough for every
 * reader, who fetches what can read it only if there is any.
 */
export function keptDrafts(discussion: string, storage: () => Pick<Storage, 'key' | 'length'>): readonly string[] {
  const beginning = draftKey({ discussion, viewer: { state: 'unknown' } }).split(',null')[0] ?? '';
  try {
    const { length } = storage();
    return Array.from({ length }, (_, index) => storage().key(index) ?? '').filter((key) => key.startsWith(beginning));
  } catch {
    // Without storage nothing was kept there.
    return [];
  }
}
