import type { AdapterError } from './adapter.js';

/** How a user's request ended. `aborted`: the session ended before the response arrived. */
export type Outcome<T> =
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'failed'; readonly error: AdapterError }
  | { readonly type: 'aborted' };
