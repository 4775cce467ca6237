/** One intent to post, carried to the backend so that it is stored once whatever the network does. */
import type { Call, Comment, CommentsAdapter, Draft, ErrorKind, Features, SubmitResult } from './adapter.js';
import { AdapterError } from './adapter.js';
import { toAdapterError } from './adapter-error.js';
import { plainText } from './plain-text.js';

/** What a writer wants posted, and what is known of earlier tries. */
export interface Intent extends Omit<Draft, 'discussion'> {
  /**
   * Milliseconds since the epoch of the first try whose end nobody saw: the comment may be stored already. Absent when
   * every earlier try was certainly refused.
   */
  readonly uncertainSince?: number;
}

/** How a submission ended. `aborted`: nobody waits for it any more. */
export type SubmitOutcome =
  | { readonly type: 'published' | 'pending' | 'invisible'; readonly comment?: Comment; readonly reason?: string }
  | { readonly type: 'rejected'; readonly reason?: string }
  | { readonly type: 'failed'; readonly error: AdapterError; readonly uncertain: boolean }
  | { readonly type: 'aborted' };

interface Delivery {
  readonly adapter: CommentsAdapter;
  readonly idempotency: NonNullable<Features['idempotency']>;
  /** Looks through the backend's list for a comment that an earlier try may have stored. */
  readonly find: (matches: (comment: Comment) => boolean, call: Call) => Promise<Comment | undefined>;
}

/** The clock of a reader's machine may be this far from the backend's, in milliseconds. */
const CLOCK_SKEW = 65 * 60_000;

/** Kinds after which nobody can say whether a write arrived, unless the adapter does. */
const UNCERTAIN: readonly ErrorKind[] = ['network', 'timeout', 'unavailable', 'bad-response'];

/** True when a write that failed so may be stored at the backend all the same. */
export function mayBeStored(error: AdapterError): boolean {
  return (error.info.stored ?? (UNCERTAIN.includes(error.kind) ? 'maybe' : 'no')) === 'maybe';
}

/** Sends `draft`; looks first whether an earlier try arrived where the backend would store it twice. */
export async function deliver(
  draft: Draft,
  { uncertainSince }: Pick<Intent, 'uncertainSince'>,
  delivery: Delivery,
  call: Call,
): Promise<SubmitOutcome> {
  const { adapter, idempotency, find } = delivery;
  const isMine = (comment: Comment) => isSame(comment, draft, uncertainSince ?? 0);
  try {
    if (uncertainSince !== undefined && idempotency === 'none') {
      const stored = await find(isMine, call);
      if (stored) return asOutcome({ outcome: stored.status === 'pending' ? 'pending' : 'published', comment: stored });
    }
    if (!adapter.submit) throw new AdapterError('unsupported');
    return asOutcome(await adapter.submit(draft, call));
  } catch (thrown) {
    if (call.signal.aborted) return { type: 'aborted' };
    const error = toAdapterError(thrown);
    if (error.kind === 'rejected') return { type: 'rejected', reason: error.message || undefined };
    if (error.kind === 'duplicate' && uncertainSince !== undefined) return recognise(() => find(isMine, call));
    return { type: 'failed', error, uncertain: uncertainSince !== undefined || mayBeStored(error) };
  }
}

/** A backend that refuses the repeat has the first; where it is in no list, it is held for review. */
async function recognise(find: () => Promise<Comment | undefined>): Promise<SubmitOutcome> {
  const comment = await find().catch(() => undefined);
  return comment ? { type: 'published', comment } : { type: 'pending' };
}

function asOutcome({ outcome, comment, reason }: SubmitResult): SubmitOutcome {
  return outcome === 'rejected' ? { type: 'rejected', reason } : { type: outcome, comment, reason };
}

/** Whether a listed comment is the one that was sent at `since` (milliseconds since the epoch) or later. */
export function isSame(comment: Comment, draft: Draft, since: number): boolean {
  const name = draft.guest?.name;
  return (
    Date.parse(comment.createdAt) > since - CLOCK_SKEW &&
    (comment.parentId ?? null) === draft.parentId &&
    (!name || !comment.author || comment.author.name === name) &&
    plainText(comment.body.value) === plainText(draft.body)
  );
}
