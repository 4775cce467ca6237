/** What the elements tell the page. Past tense means that it is a fact: the backend has answered. All bubble and cross shadow roots. */
import type { AdapterError } from '../model/adapter.js';

const REACH = { bubbles: true, composed: true };

/** The discussion is open and its first page is on the page. */
export class CommentsLoadEvent extends Event {
  constructor(
    /** Comments on the page. */
    readonly shown: number,
    /** Comments in all, where the backend tells. */
    readonly total: number | undefined,
  ) {
    super('comments-load', REACH);
  }
}

/** Something failed and the page says so. */
export class CommentsErrorEvent extends Event {
  constructor(
    readonly error: AdapterError,
    /** What failed: a method of the adapter, `close` for its `setClosed`, or `setup` when there is none. */
    readonly action:
      'setup' | 'open' | 'list' | 'submit' | 'report' | 'sign-in' | 'vote' | 'edit' | 'remove' | 'restore' | 'pin' | 'close' | 'counts',
  ) {
    super('comments-error', REACH);
  }
}

/** The number of comments of a discussion on the page has become known, or another one. Each `<comment-count>` of the discussion follows it. */
export class CommentsCountEvent extends Event {
  constructor(
    /** Key of the discussion. */
    readonly discussion: string,
    /** Comments in all. */
    readonly total: number,
  ) {
    super('comments-count', REACH);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'comments-load': CommentsLoadEvent;
    'comments-error': CommentsErrorEvent;
    'comments-count': CommentsCountEvent;
  }
}
