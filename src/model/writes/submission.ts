/** One intent to post, carried to the backend so that it is stored once whatever the network does. */
import {
  AdapterError,
  type Author,
  type Call,
  type Comment,
  type CommentsAdapter,
  type Draft,
  type ErrorKind,
  type SubmitResult,
} from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import { submissionMatcher } from './submission-matcher.js';
import { wrongAnswer } from '../wrong-answer.js';

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
  /** Who writes, as far as anybody knows. */
  readonly author: Author | undefined;
  /** Looks through the backend's list for a comment that an earlier try may have stored. */
  readonly find: (matches: (comment: Comment) => boolean) => Promise<Comment | undefined>;
}

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
  { adapter, author, find }: Delivery,
  call: Call,
): Promise<SubmitOutcome> {
  const isMine = submissionMatcher(draft, { adapter, author, since: uncertainSince ?? 0 });
  try {
    if (uncertainSince !== undefined && (adapter.features?.idempotency ?? 'none') === 'none') {
      const stored = await find(isMine);
      if (stored) return asFound(stored);
    }
    if (!adapter.submit) throw new AdapterError('unsupported');
    return asOutcome(await adapter.submit(draft, call));
  } catch (thrown) {
    if (call.signal.aborted) return { type: 'aborted' };
    const error = toAdapterError(thrown);
    if (error.kind === 'rejected') return { type: 'rejected', reason: error.message || undefined };
    if (error.kind === 'duplicate' && uncertainSince !== undefined) return recognise(() => find(isMine));
    return { type: 'failed', error, uncertain: uncertainSince !== undefined || mayBeStored(error) };
  }
}

/** A backend that refuses the repeat has the first; where it is in no list, it is held for review. */
async function recognise(find: () => Promise<Comment | undefined>): Promise<SubmitOutcome> {
  const comment = await find().catch(() => undefined);
  return comment ? asFound(comment) : { type: 'pending' };
}

function asFound(comment: Comment): SubmitOutcome {
  return { type: comment.status === 'pending' ? 'pending' : 'published', comment };
}

function asOutcome(result: SubmitResult): SubmitOutcome {
  switch (result?.outcome) {
    case 'rejected':
      return { type: 'rejected', reason: result.reason };
    case 'published':
    case 'pending':
    case 'invisible':
      return { type: result.outcome, comment: result.comment, reason: result.reason };
    default:
      throw wrongAnswer('submit', result);
  }
}
