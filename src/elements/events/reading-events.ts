/** The public events of reading. Part of the first download. */
import type { AdapterError } from '../../model/adapter.js';
import { PUBLIC } from './event-options.js';

/**
 * The discussion was opened and its first page of comments is rendered. Dispatched once for each opening of a discussion, not after
 * `reload()`.
 */
export class CommentsLoadEvent extends Event {
  constructor(
    /** Number of comments on the page. */
    readonly shown: number,
    /** Number of comments in the discussion. Undefined if the backend does not report it. */
    readonly total: number | undefined,
  ) {
    super('comments-load', PUBLIC);
  }
}

/**
 * Something failed. The section shows an error, or keeps its content if a refresh failed. With `counts` and `get`, `<comment-count>` and
 * `<comment-quote>` show their slot; an invalid setting (`setup`) is reported only to the developer. Not dispatched for a failed poll.
 * Replies, filtered lists and permalinks that could not be loaded are reported by `comments-action`, with the outcome `failed`.
 */
export class CommentsErrorEvent extends Event {
  constructor(
    readonly error: AdapterError,
    /**
     * The action that failed. `setup`: there is no adapter, its code could not be loaded, or a setting is invalid. `list`: the first or
     * another page. `sign-in`: signing in or out. `report`: reporting, or withdrawing a report. `edit`: also loading the text to edit.
     * `moderate`: `approve`, `reject`, `feature`, `hide`, `ban`, or undoing one of them. `acknowledge`: `acknowledgeWarning`. `close`:
     * `setClosed`. The others are the adapter's methods with these names.
     */
    readonly action:
      | 'setup'
      | 'open'
      | 'list'
      | 'submit'
      | 'report'
      | 'sign-in'
      | 'vote'
      | 'edit'
      | 'remove'
      | 'restore'
      | 'pin'
      | 'moderate'
      | 'acknowledge'
      | 'close'
      | 'counts'
      | 'get',
  ) {
    super('comments-error', PUBLIC);
  }
}

/** The number of comments in a discussion is known or has changed. Updates every `<comment-count>` of the discussion. */
export class CommentsCountEvent extends Event {
  constructor(
    /** Key of the discussion. */
    readonly discussion: string,
    /** Number of comments in the discussion. */
    readonly total: number,
  ) {
    super('comments-count', PUBLIC);
  }
}
