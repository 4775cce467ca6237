import { html } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import { AdapterError, type Comment, type CommentId } from '../../model/adapter.js';
import { commentsInOrder } from '../../model/discussion/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { Outcome } from '../../model/outcome.js';
import { shownVotes } from '../../model/transitions/votes.js';
import type { CommentList } from './comment-list.js';
import { CommentsErrorEvent } from '../events.js';
import { errorText } from '../section/error-text.js';
import { closePanel } from './list-steps.js';
import type { Words } from '../section/locale-controller.js';
import { signIn } from '../forms/sign-in.js';
import { CommentsSignInEvent, CommentsVoteEvent } from '../writing-events.js';

/** The section whose comments are acted on. */
export interface Acting {
  /** Where events are sent from. */
  readonly host: HTMLElement;
  readonly store: DiscussionStore;
  readonly writer: DiscussionWriter;
  readonly list: CommentList;
  readonly root: ShadowRoot;
  readonly words: { readonly messages: Words };
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
}

/** For and against. */
const WAYS: Readonly<Record<string, 1 | -1>> = { up: 1, down: -1 };

/** What the buttons of a comment do that write without a form: voting and pinning. */
export class RowActions {
  readonly #section: Acting;
  /** Answers that were told. Presses that came while a request was on its way share its answer. */
  readonly #told = new WeakSet<Outcome<unknown>>();
  #isSigningIn = false;

  constructor(section: Acting) {
    this.#section = section;
  }

  /** Does what a button asks for. */
  async act(action: string, id: CommentId): Promise<void> {
    const { store } = this.#section;
    const comment = commentsInOrder(store.state).find((one) => one.id === id);
    if (!comment) return;
    if (action === 'pin') await this.#pin(comment);
    else if (WAYS[action]) await this.#vote(comment, action);
  }

  /** The same vote again takes it back. */
  async #vote(comment: Comment, action: string): Promise<void> {
    const { state } = this.#section.store;
    const { id } = comment;
    if (this.#isSigningIn) return;
    const way = WAYS[action] ?? 0;
    const value = shownVotes(comment, state)?.mine === way ? 0 : way;
    const isSignedOut = state.info?.posting?.who === 'signed-in' && state.viewer.state !== 'signed-in';
    const error = isSignedOut ? new AdapterError('sign-in-required') : await this.#send(id, value);
    if (!error) return;
    // What was wanted last is what counts after signing in.
    const failed = this.#section.store.state.voting.get(id);
    const wanted = failed?.state === 'failed' ? failed.wanted : value;
    const needsSignIn = error.kind === 'sign-in-required' || error.kind === 'session-expired';
    const again = needsSignIn ? await this.#signedIn(id, error) : error;
    const last = again === 'signed-in' ? await this.#send(id, wanted) : again;
    if (last) this.#failed(id, action, last);
  }

  /** Answers with what went wrong, unless that is known from another press. */
  async #send(id: CommentId, value: -1 | 0 | 1): Promise<AdapterError | undefined> {
    const { writer, host } = this.#section;
    const outcome = await writer.vote(id, value);
    if (outcome.type === 'aborted' || this.#told.has(outcome)) return undefined;
    this.#told.add(outcome);
    if (outcome.type === 'failed') return outcome.error;
    host.dispatchEvent(new CommentsVoteEvent(id, outcome.value.mine ?? value, outcome.value));
    return undefined;
  }

  /** Signs in by the page, where it takes the event, or by the adapter. Answers with what stands in the way; undefined: the page goes on. */
  async #signedIn(id: CommentId, error: AdapterError): Promise<'signed-in' | AdapterError | undefined> {
    const { host, store, writer, words, announce } = this.#section;
    if (!host.dispatchEvent(new CommentsSignInEvent({ action: 'vote', id }))) return undefined;
    if (!store.adapter?.signIn) return error;
    this.#isSigningIn = true;
    const outcome = await signIn(writer);
    this.#isSigningIn = false;
    if (outcome.type === 'failed') return outcome.error;
    if (outcome.type === 'aborted') return undefined;
    announce((words.messages as Messages).signedInAs(outcome.value.author?.name ?? ''));
    return 'signed-in';
  }

  #failed(id: CommentId, action: string, error: AdapterError): void {
    const { host, list, words } = this.#section;
    const messages = words.messages as Messages;
    const retry = ({ currentTarget }: Event): void => {
      const button = (currentTarget as Element).closest('article')?.querySelector<HTMLElement>(`[data-action=${action}]`);
      // This button goes with the failure, and focus must not go with it.
      button?.focus();
      button?.click();
    };
    list.fail(
      id,
      html`${messages.voteFailed(errorText(error, messages))}<button part="button retry" class="link after" type="button" @click=${retry}>${messages.tryAgain}</button>`,
    );
    host.dispatchEvent(new CommentsErrorEvent(error, 'vote'));
  }

  async #pin({ id, pinned }: Comment): Promise<void> {
    const { host, list, writer, words, announce } = this.#section;
    const messages = words.messages as Messages;
    const outcome = await writer.pin(id, !pinned);
    if (outcome.type === 'aborted' || this.#told.has(outcome)) return;
    this.#told.add(outcome);
    if (outcome.type === 'failed') {
      list.fail(id, messages.pinFailed(errorText(outcome.error, messages)));
      host.dispatchEvent(new CommentsErrorEvent(outcome.error, 'pin'));
      return;
    }
    announce(pinned ? messages.unpinnedNow : messages.pinnedNow);
    if (list.panels.get(id) === 'more') await closePanel(this.#section, id);
  }
}
