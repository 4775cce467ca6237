import type { Comment } from '../model/adapter.js';
import { commentsInOrder, type DiscussionState } from '../model/discussion-state.js';
import { isOwn } from '../model/may.js';
import { type CommentList, personOf } from './comment-list.js';
import { remember } from './preferences.js';

/** Whether there is a person to mute, who is not the reader. */
export function isMutable(comment: Comment, state: DiscussionState): boolean {
  return Boolean(comment.author && personOf(comment.author)) && !isOwn(comment, state);
}

/** Hides all that this person wrote, on this device and in every discussion of the site. */
export function mute(person: string, list: CommentList, state: DiscussionState): void {
  for (const { id, author } of commentsInOrder(state)) if (author && personOf(author) === person) list.revealed.delete(id);
  keep(list, [...list.muted, person]);
}

export function unmute(person: string, list: CommentList): void {
  keep(
    list,
    list.muted.filter((one) => one !== person),
  );
}

function keep(list: CommentList, muted: readonly string[]): void {
  list.muted = muted;
  remember('muted', muted);
  // The browser tells the site's other pages; the other sections of this one, and this section itself, are told the same way.
  dispatchEvent(new StorageEvent('storage', { key: 'article-comments:muted' }));
}
