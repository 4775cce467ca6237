/** The public events of reading. The first picture needs them. */
import type { AdapterError } from '../../model/adapter.js';
import { PUBLIC } from './event-options.js';

/** The discussion is open and its first page of comments is drawn. */
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

/** Something failed. The section says so, or keeps what it shows. */
export class CommentsErrorEvent extends Event {
  constructor(
    readonly error: AdapterError,
    /** What failed: a method of the adapter (`close` is its `setClosed`), or `setup` when there is no adapter. */
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
