/** The public events of reading. The first picture needs them. */
import type { AdapterError } from '../../model/adapter.js';
import { PUBLIC } from './event-options.js';

/**
 * The discussion has been opened and its first page of comments is drawn. Sent once for each opening of a discussion, and not again
 * after `reload()`.
 */
export class CommentsLoadEvent extends Event {
  constructor(
    /** Comments on the page. */
    readonly shown: number,
    /** Comments in the discussion, where the backend tells. */
    readonly total: number | undefined,
  ) {
    super('comments-load', PUBLIC);
  }
}

/**
 * Something failed. The section says so, or keeps what it shows where a refresh failed. With `counts` and `get`, `<comment-count>` and
 * `<comment-quote>` show their content; of a setting that cannot be used (`setup`), only the developer is told. A failed poll sends
 * nothing. Further replies, a selection, or a permalink that could not be loaded are told by `comments-action`, with the outcome `failed`.
 */
export class CommentsErrorEvent extends Event {
  constructor(
    readonly error: AdapterError,
    /**
     * What failed. `setup`: there is no adapter, its code could not be loaded, or a setting cannot be used. `list`: the first page or a
     * further one. `sign-in`: signing in or out. `report`: reporting, or withdrawing a report. `edit`: also loading the text to edit.
     * `moderate`: `approve`, `reject`, `feature`, `hide`, `ban`, or undoing one. `acknowledge`: `acknowledgeWarning`. `close`:
     * `setClosed`. The others are the methods of the adapter with these names.
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

/** The number of comments in a discussion is known, or has changed. Every `<comment-count>` of the discussion follows it. */
export class CommentsCountEvent extends Event {
  constructor(
    /** Key of the discussion. */
    readonly discussion: string,
    /** Comments in the discussion. */
    readonly total: number,
  ) {
    super('comments-count', PUBLIC);
  }
}
