import { abortable } from '../../model/abortable.js';
import {
  AdapterError,
  type Call,
  type CommentsAdapter,
  type Draft,
  type ErrorKind,
  type Viewer,
} from '../../model/adapter.js';

/** Whether something thrown is an `AdapterError` of one of these kinds. */
export const isOfKind = (thrown: unknown, ...kinds: readonly ErrorKind[]): thrown is AdapterError =>
  thrown instanceof AdapterError && kinds.includes(thrown.kind);

/** Settles like `call`, but resolves with undefined if that rejects with an `AdapterError` of one of these kinds. */
export const orUndefined = <T>(call: Promise<T>, ...kinds: readonly ErrorKind[]): Promise<T | undefined> =>
  call.catch((thrown: unknown) => {
    if (isOfKind(thrown, ...kinds)) return undefined;
    throw thrown;
  });

/**
 * Rejects a draft that was written as another viewer, because another tab has signed in or out since.
 *
 * @param viewer The viewer for whom the backend would store the comment. Undefined if not known yet.
 */
export function requireAuthor({ authorId }: Draft, viewer: Viewer | undefined): void {
  if (!viewer || authorId === undefined) return;
  // A guest stays one, even if the backend recognises their comments.
  const callerId = viewer.state === 'anonymous' ? null : (viewer.author?.id ?? null);
  // The section has a message for this kind, in the reader's language.
  if (authorId !== callerId) throw new AdapterError('session-expired', '');
}

/**
 * The text to store, without NUL characters, which databases and programs in C do not take.
 *
 * @throws `invalid` with the field `body` if the text is blank.
 */
export function requireText(text: string): string {
  const stored = text.replaceAll('\0', '');
  if (stored.trim() === '') throw new AdapterError('invalid', 'Write something first.', { field: 'body' });
  return stored;
}

/**
 * Wraps an adapter that does not send its requests with `createClient`, so that its calls keep the contract's rules on aborts and
 * errors. A call with an aborted signal does nothing. An abort rejects at once with the signal's reason. Any error that is not an
 * `AdapterError` becomes a `bad-response`, because it comes from a response with an unexpected shape.
 *
 * @param adapter A plain object. Methods inherited from a class are not copied.
 */
export function guardAdapter(adapter: CommentsAdapter): CommentsAdapter {
  const guarded: Record<string, unknown> = { ...adapter };
  for (const [key, member] of Object.entries(adapter) as [string, unknown][]) {
    // These three return no promise.
    if (typeof member !== 'function' || /^(subscribe|onViewerChange|setToken)$/.test(key)) continue;
    guarded[key] = async (...args: readonly unknown[]): Promise<unknown> => {
      // The last argument of every method is its `Call`.
      const { signal } = args.at(-1) as Call;
      try {
        signal.throwIfAborted();
        return await abortable(signal, member.apply(adapter, args) as Promise<unknown>);
      } catch (cause) {
        signal.throwIfAborted();
        if (cause instanceof AdapterError) throw cause;
        const { name = 'The backend' } = adapter;
        throw new AdapterError('bad-response', `${name} sent an unexpected response`, { cause });
      }
    };
  }
  return guarded as unknown as CommentsAdapter;
}
