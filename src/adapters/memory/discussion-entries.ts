import type { Comment, CommentId } from '../../model/adapter.js';
import type { DiscussionRecord, StoredComment } from './discussion-record.js';

/** A comment in its place. */
export interface Entry extends StoredComment {
  /** Position in the order of arrival. Never changes and never belongs to another comment, so cursors can point at it. */
  readonly number: number;
}

/** The key that says who somebody is: accounts by their id, all guests of one adapter or one storage as one. */
export const accountKey = (author: { readonly id?: string; readonly name: string }): string => `account:${author.id ?? author.name}`;

/** Wraps a comment that did not come in through `submit`; only an author with an id can claim it. */
export const foreign = (comment: Comment): StoredComment => ({
  comment,
  ...(comment.author?.id === undefined ? {} : { by: accountKey({ id: comment.author.id, name: comment.author.name }) }),
});

/** All comments of a discussion in the order of arrival: the seed, then what was posted. A stored comment with a seeded id takes the seed's place. */
export function discussionEntries(seed: readonly Comment[], record: DiscussionRecord): readonly Entry[] {
  const stored = new Map(record.comments.map((item) => [item.comment.id, item]));
  const seeded = new Set(seed.map((comment) => comment.id));
  const entries: Entry[] = seed.map((comment, number) => ({ ...(stored.get(comment.id) ?? foreign(comment)), number }));
  record.comments.forEach((item, place) => {
    if (!seeded.has(item.comment.id)) entries.push({ ...item, number: seed.length + place });
  });
  return entries;
}

/** Whether a viewer gets to see this comment at all, be it as a tombstone. */
export function isListed(entry: Entry, viewer: string): boolean {
  if (entry.gone || entry.submission?.outcome === 'invisible' || entry.submission?.outcome === 'rejected') return false;
  const status = entry.comment.status ?? 'visible';
  return status === 'pending' || status === 'rejected' ? entry.by === viewer : true;
}

/** Whether everybody can read it; this is what totals count. */
export const isPublic = (entry: Entry): boolean => isListed(entry, '') && (entry.comment.status ?? 'visible') === 'visible';

/**
 * The branches below one comment, or of the whole discussion: each is a comment followed by all its replies, depth
 * first, oldest reply first. Comments that are not listed are included, because a reply has to stay in the branch of
 * its parent when the parent goes: as a branch of its own it would turn up on a second page. A comment whose parent was
 * never there starts a branch, and so does the first of a circle, so that nothing is ever left out.
 */
export function branches(entries: readonly Entry[], below: CommentId | null): readonly (readonly Entry[])[] {
  const ids = new Set(entries.map((entry) => entry.comment.id));
  const children = new Map<CommentId | null, Entry[]>();
  for (const entry of entries) {
    const parent = entry.comment.parentId ?? null;
    const place = parent !== null && ids.has(parent) ? parent : null;
    const siblings = children.get(place);
    if (siblings === undefined) children.set(place, [entry]);
    else siblings.push(entry);
  }
  const placed = new Set<Entry>();
  const branch = (top: Entry): Entry[] => {
    const found: Entry[] = [];
    // A stack instead of recursion: a chain of ten thousand replies must not end the program.
    const waiting = [top];
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
      if (placed.has(entry)) continue;
      placed.add(entry);
      found.push(entry);
      const replies = children.get(entry.comment.id) ?? [];
      for (let place = replies.length - 1; place >= 0; place--) waiting.push(replies[place] as Entry);
    }
    return found;
  };
  const result = (children.get(below) ?? []).map(branch);
  if (below !== null) return result;
  for (const entry of entries) if (!placed.has(entry)) result.push(branch(entry));
  return result.sort((a, b) => (a[0]?.number ?? 0) - (b[0]?.number ?? 0));
}
