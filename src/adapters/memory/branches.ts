import type { Comment, CommentId } from '../../model/adapter.js';
import { isListed, type Entry } from './discussion-entries.js';

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

/** A comment of a page, and the replies to it that are not in the page. */
export interface Listed {
  readonly entry: Entry;
  readonly replies?: NonNullable<Comment['replies']>;
}

/** The cursor of the replies that came after the comment with this number. */
export const repliesAfter = (number: number): string => `oldest:${number}`;

/**
 * What `viewer` gets of one branch: of each comment's replies the first `most`, and where the others start. A comment
 * that is not listed cannot say where they start, so all of its replies are handed over.
 */
export function openBranch(branch: readonly Entry[], viewer: string, most = Infinity): readonly Listed[] {
  const [top] = branch;
  /** How many replies each comment has that are listed, or have listed ones below them. */
  const totals = new Map<CommentId, number>();
  const leadsSomewhere = (entry: Entry): boolean => isListed(entry, viewer) || totals.has(entry.comment.id);
  // From the end: by the time a comment is met, all below it have been counted. The first of a circle is nobody's reply.
  for (const entry of branch.toReversed()) {
    const parent = entry.comment.parentId ?? '';
    if (entry !== top && leadsSomewhere(entry)) totals.set(parent, (totals.get(parent) ?? 0) + 1);
  }

  const open = new Map<CommentId, { readonly entry: Entry; replies: number; last: number }>();
  for (const entry of branch) {
    const parent = open.get(entry.comment.parentId ?? '');
    if (entry !== top) {
      // Below a reply that is kept back, everything is.
      if (parent === undefined) continue;
      if (leadsSomewhere(entry)) {
        if (parent.replies >= most && isListed(parent.entry, viewer)) continue;
        parent.replies++;
        parent.last = entry.number;
      }
    }
    open.set(entry.comment.id, { entry, replies: 0, last: -1 });
  }
  return [...open.values()]
    .filter(({ entry }) => isListed(entry, viewer))
    .map(({ entry, replies, last }) => {
      const total = totals.get(entry.comment.id) ?? 0;
      return { entry, ...(replies < total && { replies: { total, next: repliesAfter(last) } }) };
    });
}
