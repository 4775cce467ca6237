import { AdapterError, type Comment, type CommentId, type Vote } from '../../model/adapter.js';
import { shownVotes } from '../../model/discussion/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import { isSignedOut } from '../../model/discussion/permissions.js';
import type { Outcome } from '../../model/outcome.js';
import { CommentsErrorEvent, CommentsSignInEvent, CommentsVoteEvent } from '../events.js';
import type { Announcer } from '../section/announcer.js';
import { changeFailure } from '../section/change-failure.js';
import type { LocaleController } from '../section/locale-controller.js';
import type { SectionHost } from '../section/section-host.js';
import { needsSignIn, signIn } from '../forms/sign-in.js';
import type { ListView } from './list-view.js';

interface VotingOptions {
  readonly store: DiscussionStore;
  readonly writer: DiscussionWriter;
  readonly view: ListView;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
}

/** Votes on comments, with a sign-in on the way where the backend wants one. */
export class Voting {
  readonly #host: SectionHost;
  readonly #options: VotingOptions;
  /** Outcomes that were reported. Presses during a request share its outcome. */
  readonly #reported = new WeakSet<Outcome<unknown>>();
  #isSigningIn = false;

  constructor(host: SectionHost, options: VotingOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Casts a vote; the same vote again takes it back. */
  async vote(comment: Comment, value: Exclude<Vote['value'], 0>): Promise<void> {
    const { store } = this.#options;
    const { id } = comment;
    if (this.#isSigningIn) return;
    const wanted = shownVotes(comment, store.state)?.mine === value ? 0 : value;
    const error = isSignedOut(store.state) ? new AdapterError('sign-in-required') : await this.#send(id, wanted);
    if (!error) return;
    const failed = needsSignIn(error) ? await this.#signInAndSend(id, wanted, error) : error;
    if (failed) this.#fail(id, value, failed);
  }

  /** Resolves with what went wrong, unless another press has reported it. */
  async #send(id: CommentId, value: Vote['value']): Promise<AdapterError | undefined> {
    const outcome = await this.#options.writer.vote(id, value);
    if (outcome.type === 'aborted' || this.#reported.has(outcome)) return undefined;
    this.#reported.add(outcome);
    if (outcome.type === 'failed') return outcome.error;
    this.#host.dispatchEvent(new CommentsVoteEvent(id, outcome.value.mine ?? value, outcome.value));
    return undefined;
  }

  /** The page signs the viewer in if it cancels the event; otherwise the adapter does. */
  async #signInAndSend(id: CommentId, value: Vote['value'], error: AdapterError): Promise<AdapterError | undefined> {
    const { store, writer, locale, announcer } = this.#options;
    // What the reader wanted last is what counts after signing in.
    const failed = store.state.voting.get(id);
    const wanted = failed?.state === 'failed' ? failed.wanted : value;
    if (!this.#host.dispatchEvent(new CommentsSignInEvent({ action: 'vote', id }))) return undefined;
    if (!store.adapter?.signIn) return error;
    this.#isSigningIn = true;
    const outcome = await signIn(writer);
    this.#isSigningIn = false;
    if (outcome.type === 'failed') return outcome.error;
    if (outcome.type === 'aborted') return undefined;
    announcer.announce(locale.messages.signedInAs(outcome.value.author?.name ?? ''));
    return this.#send(id, wanted);
  }

  #fail(id: CommentId, value: Exclude<Vote['value'], 0>, error: AdapterError): void {
    const { view, locale } = this.#options;
    const { messages } = locale;
    view.fail(id, { text: changeFailure(error, messages, messages.voteFailed), retry: { type: 'vote', id, value } });
    this.#host.dispatchEvent(new CommentsErrorEvent(error, 'vote'));
  }
}
