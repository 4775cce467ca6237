/** One request under a discussion that may be left before the answer comes. */
import { AdapterError, type Call, type CommentsAdapter } from './adapter.js';
import { toAdapterError } from './adapter-error.js';
import type { DiscussionSession } from './discussion/discussion-session.js';
import type { Outcome } from './outcome.js';
import { wrongAnswer } from './wrong-answer.js';

/** What a method's answer has to hold to be one, for the methods that say more than that they are done. */
const HOLDS = { get: 'body', edit: 'body', restore: 'body', pin: 'body', remove: 'effect', setClosed: 'state' } as const;

/** The methods that are about one thing in the discussion. */
type Method = keyof typeof HOLDS | 'source' | 'vote' | 'report' | 'withdrawReport';

type Of<Name extends Method> = NonNullable<CommentsAdapter[Name]>;

/** Asks the backend; the answer counts for nothing once the discussion has been left. */
export async function ask<T>(
  { adapter, signal }: DiscussionSession,
  request: (adapter: CommentsAdapter, call: Call) => T,
): Promise<Outcome<Awaited<T>>> {
  if (signal.aborted) return { type: 'aborted' };
  try {
    const value = await request(adapter, { signal });
    return signal.aborted ? { type: 'aborted' } : { type: 'done', value };
  } catch (thrown) {
    return signal.aborted ? { type: 'aborted' } : { type: 'failed', error: toAdapterError(thrown) };
  }
}

/** Calls a method that an adapter need not have. */
export function askFor<Name extends Method>(
  port: DiscussionSession,
  name: Name,
  about: Parameters<Of<Name>>[1],
): Promise<Outcome<Awaited<ReturnType<Of<Name>>>>> {
  return ask(port, async (adapter, call) => {
    if (!adapter[name]) throw new AdapterError('unsupported');
    const answer = await (adapter as Record<Method, (...args: unknown[]) => unknown>)[name](port.state.discussion, about, call);
    const held = HOLDS[name as keyof typeof HOLDS];
    if (held && !(Object(answer) as Partial<Record<string, unknown>>)[held]) throw wrongAnswer(name, answer, `an object with "${held}"`);
    return answer as Awaited<ReturnType<Of<Name>>>;
  });
}

/** How a write ends that a closed discussion does not take, without asking; undefined where it may be sent. */
export function refusedAsClosed({ state }: DiscussionSession): { readonly type: 'failed'; readonly error: AdapterError } | undefined {
  return state.access.state === 'closed' ? { type: 'failed', error: new AdapterError('closed') } : undefined;
}
