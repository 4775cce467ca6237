import type { ErrorKind } from '../../../../src/model/adapter.js';

/** The methods that a fault may befall. */
export const FAULTY_METHODS = ['open', 'list', 'submit', 'signIn', 'signOut'] as const;
export type FaultyMethod = (typeof FAULTY_METHODS)[number];

/** Malformed values in place of a response. */
export const NONSENSE: readonly unknown[] = [null, {}, 'ok', 7, [], { outcome: 7 }, { items: {}, state: 'opened' }];

/** What goes wrong with one call. `isDone`: the backend has done what it was asked to. */
export type Fault =
  /** The backend says no, for certain. */
  | { readonly type: 'refused'; readonly kind: ErrorKind }
  /** It comes to nothing in a way that leaves open whether it was done. */
  | { readonly type: 'failed'; readonly kind: ErrorKind; readonly isDone: boolean }
  /** The connection breaks. */
  | { readonly type: 'cut'; readonly isDone: boolean }
  /** The adapter has a bug and throws what it must not. */
  | { readonly type: 'thrown'; readonly isDone: boolean }
  /** It is done, and the response makes no sense. `nonsense`: which of `NONSENSE`. */
  | { readonly type: 'nonsense'; readonly nonsense: number }
  /** There is no response until the test lets the call go on; that may be never. */
  | { readonly type: 'held'; readonly isDone: boolean }
  | { readonly type: 'late'; readonly milliseconds: number }
  /** Something on the way sends the request twice. */
  | { readonly type: 'doubled' }
  /** The moderation decides otherwise than to publish. */
  | { readonly type: 'moderated'; readonly outcome: 'pending' | 'invisible' | 'rejected' }
  /** The backend asks to think again. */
  | { readonly type: 'challenged' };
