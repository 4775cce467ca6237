/**
 * The public events of writing and signing in. Loaded with the code that dispatches them.
 *
 * No event contains the idempotency key of what is sent: every script of the page can listen, and some backends treat a client that knows
 * the key of a guest's comment as its author.
 */
import type { Comment, CommentId, Draft, SubmitResult } from '../../model/adapter.js';
import { PUBLIC } from './event-options.js';

/** Options of the events before an action. */
const CANCELABLE = { ...PUBLIC, cancelable: true };

/**
 * A comment is about to be sent. `preventDefault()` keeps it in the form; `waitUntil()` lets it wait for a promise. Once the listeners have
 * returned, these methods throw, and so does setting `confirm`: an asynchronous listener would have no effect.
 */
export class CommentsBeforeSubmitEvent extends Event {
  readonly draft: Omit<Draft, 'submitKey'>;
  #confirm: string | PromiseLike<string | undefined> | undefined;

  constructor({ submitKey: _private, ...draft }: Draft) {
    super('comments-before-submit', CANCELABLE);
    this.draft = draft;
  }

  /** Token of a captcha to send with the draft, or the promise that was passed to `waitUntil()`. */
  get confirm(): string | PromiseLike<string | undefined> | undefined {
    return this.#confirm;
  }

  set confirm(token: string | PromiseLike<string | undefined> | undefined) {
    this.#require(true);
    this.#confirm = token;
  }

  /**
   * Sends the comment once the promise is fulfilled, with its value as `confirm`. If the promise is rejected, or pending for more than two
   * minutes, the comment stays in the form, and a message says that it was not posted.
   * @throws after the listeners have returned, if `confirm` is set, or without a promise.
   */
  waitUntil(promise: PromiseLike<string | undefined>): void {
    this.#require(!this.#confirm && promise?.then);
    this.#confirm = promise;
  }

  override preventDefault(): void {
    this.#require(true);
    super.preventDefault();
  }

  #require(isPossible: unknown): void {
    if (!this.eventPhase || !isPossible) throw new Error('Call event.waitUntil(promise) once, before the first await.');
  }
}

/** The backend has accepted a comment or a reply. Not dispatched for rejected comments. */
export class CommentsSubmitEvent extends Event {
  constructor(
    /** `published`; `pending`: held for review; `invisible`: accepted, but not shown to readers. */
    readonly outcome: Exclude<SubmitResult['outcome'], 'rejected'>,
    /** The stored comment. Undefined if the backend does not return it. */
    readonly comment: Comment | undefined,
  ) {
    super('comments-submit', PUBLIC);
  }
}

/** The reader wants to sign in. `preventDefault()` leaves the sign-in to the page. */
export class CommentsSignInEvent extends Event {
  constructor(
    /** The reason: to post a comment, or to act on the comment with this id. */
    readonly purpose:
      | { readonly action: 'submit' }
      | { readonly action: 'report' | 'reply' | 'edit' | 'remove' | 'vote' | 'moderate'; readonly id: CommentId },
  ) {
    super('comments-sign-in', CANCELABLE);
  }
}
