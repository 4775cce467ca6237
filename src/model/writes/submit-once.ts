/** Sends a comment to the backend so that it is stored once, whatever the network does. */
import {
  AdapterError,
  type Author,
  type Call,
  type Comment,
  type CommentsAdapter,
  type Draft,
  type SubmitResult,
} from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import { badResponse } from '../state/call-adapter.js';
import { mayBeStored } from './may-be-stored.js';
import { foundAs, type Intent, type SubmitOutcome } from './submission.js';
import { submissionMatcher } from './submission-matcher.js';

interface Delivery {
  readonly adapter: CommentsAdapter;
  /** The author as far as known. */
  readonly author: Author | undefined;
  /** Whether the viewer who posts it is still the one signed in. */
  readonly isSameViewer: () => boolean;
  /** Searches the backend's list for a comment that an earlier attempt may have stored. */
  readonly find: (matches: (comment: Comment) => boolean) => Promise<Comment | undefined>;
}

/**
 * Submits a draft. On a retry after an uncertain attempt, it first searches the list if the backend would store the
 * comment twice.
 */
export async function submitOnce(
  draft: Draft,
  { uncertainSince }: Pick<Intent, 'uncertainSince'>,
  { adapter, author, isSameViewer, find }: Delivery,
  call: Call,
): Promise<SubmitOutcome> {
  const matches = submissionMatcher(draft, { adapter, author, since: uncertainSince ?? 0 });
  try {
    if (uncertainSince !== undefined && (adapter.features?.idempotency ?? 'none') === 'none') {
      const stored = await find(matches);
      if (stored) return foundAs(stored);
    }
    if (!isSameViewer()) return { type: 'viewer-changed' };
    if (!adapter.submit) throw new AdapterError('unsupported');
    return toOutcome(await adapter.submit(draft, call));
  } catch (thrown) {
    if (call.signal.aborted) return { type: 'aborted' };
    const error = toAdapterError(thrown);
    if (error.kind === 'rejected') return { type: 'rejected', reason: error.message || undefined };
    if (error.kind === 'duplicate' && uncertainSince !== undefined) return duplicateOutcome(() => find(matches));
    return { type: 'failed', error, uncertain: uncertainSince !== undefined || mayBeStored(error) };
  }
}

/** A backend that refuses the duplicate has stored the first. If no list contains it, it is held for review. */
async function duplicateOutcome(find: () => Promise<Comment | undefined>): Promise<SubmitOutcome> {
  const comment = await find().catch(() => undefined);
  return comment ? foundAs(comment) : { type: 'pending' };
}

function toOutcome(result: SubmitResult): SubmitOutcome {
  switch (result?.outcome) {
    case 'rejected':
      return { type: 'rejected', reason: result.reason };
    case 'published':
    case 'pending':
    case 'invisible':
      return { type: result.outcome, comment: result.comment, reason: result.reason };
    default:
      throw badResponse('submit', result, 'an object whose "outcome" is published, pending, rejected or invisible');
  }
}
