import type { ReactiveController } from 'lit';
import type { AdapterError, Comment, CommentId, Vote } from '../../model/adapter.js';
import { needsSignIn } from '../../model/adapter-error.js';
import { shownVotes } from '../../model/state/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import { isSignedOut } from '../../model/state/permissions.js';
import type { Outcome } from '../../model/outcome.js';
import { CommandEvent } from '../command.js';
import { CommentsErrorEvent, CommentsVoteEvent } from '../events.js';
import type { Announcer } from '../frame/announcer.js';
import { changeFailure } from '../frame/change-failure.js';
import { errorText } from '../frame/error-text.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { SectionHost } from '../section-host.js';
import { tellAction } from '../tell-action.js';
import type { ListView } from '../list/list-view.js';
import { PendingVote, type WaitingVote } from './pending-vote.js';

interface VotingOptions {
  readonly store: DiscussionStore;
  readonly writer: DiscussionWriter;
  readonly view: ListView;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
}

/** How a vote ended. `untold`: it came to nothing, or another press tells of it. */
type Sent = { readonly type: 'counted' | 'untold' } | { readonly type: 'failed'; readonly error: AdapterError };

/** Votes on comments. Somebody signed out is asked first, and their vote is cast once they have signed in. */
export class Voting implements ReactiveController {
  readonly #host: SectionHost;
  readonly #options: VotingOptions;
  readonly #pending = new PendingVote();
  /** Outcomes that were reported. Presses during a request share its outcome. */
  readonly #reported = new WeakSet<Outcome<unknown>>();
  /** True while a vote waits in a section that shows nobody's votes. */
  #isWaiting = false;
  /** The list from before its voter signed in. */
  #listBefore: readonly Comment[] | undefined;
  /** Why nobody knows the own votes of the voter who has signed in. */
  #refreshError: AdapterError | undefined;

  constructor(host: SectionHost, options: VotingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Goes back to the vote that waited, as soon as its voter has signed in and their own votes are known, or cannot be had. */
  hostUpdate(): void {
    const { store } = this.#options;
    const { discussion, viewer, comments, opening, listing } = store.state;
    const vote = this.#pending.find(discussion?.key);
    if (!vote) return;
    if (viewer.state === 'anonymous') this.#isWaiting = true;
    if (viewer.state !== 'signed-in') return;
    if (this.#isWaiting && !this.#listBefore) {
      this.#listBefore = comments;
      store.reload();
    }
    const { relisting } = store.state;
    this.#refreshError = comments === this.#listBefore && relisting.state === 'failed' ? relisting.error : undefined;
    const isKnown = comments !== this.#listBefore && opening.state === 'ready' && listing.state === 'ready';
    if (!isKnown && !this.#refreshError) return;
    this.forget();
    // The session of one account was over, and another has signed in.
    if (vote.by !== undefined && vote.by !== viewer.author?.id) return;
    this.#host.renderRoot.dispatchEvent(new CommandEvent({ type: 'cast-vote', id: vote.id, value: vote.value }));
  }

  /** Casts a vote; the same vote again takes it back, unless votes are final. */
  async vote(comment: Comment, value: Exclude<Vote['value'], 0>): Promise<void> {
    const { store, view, locale } = this.#options;
    const { id } = comment;
    const by = store.state.viewer.author?.id;
    if (isSignedOut(store.state)) return this.#ask({ id, value, by }, value);
    const mine = shownVotes(comment, store.state)?.mine;
    if (store.features.finalVotes && mine) return view.fail(id, { text: locale.messages.votedBefore });
    const wanted = mine === value ? 0 : value;
    const sent = await this.#send(id, wanted);
    if (sent.type !== 'failed') return;
    if (!needsSignIn(sent.error)) return this.#fail(id, value, sent.error);
    // What the reader wanted last is what counts after signing in.
    const failed = store.state.unconfirmedVotes.get(id);
    this.#ask({ id, value: failed?.state === 'failed' ? failed.wanted : wanted, by }, value);
  }

  /** Drops the vote that waited. */
  forget(): void {
    this.#isWaiting = false;
    this.#listBefore = undefined;
    this.#pending.drop();
  }

  /** Casts the vote for which the reader has signed in, unless they voted on the comment earlier. */
  async castAfterSignIn(comment: Comment, wanted: Vote['value']): Promise<void> {
    const { store, view, locale, announcer } = this.#options;
    const { messages } = locale;
    const { id } = comment;
    const pressed = wanted === -1 ? -1 : 1;
    if (this.#refreshError) {
      // They may have voted otherwise before: only they can say that this is to count all the same.
      const text = messages.voteFailed(errorText(this.#refreshError, messages));
      return view.fail(id, { text, retry: { type: 'vote', id, value: pressed } });
    }
    const mine = shownVotes(comment, store.state)?.mine ?? 0;
    if (mine !== 0 && wanted !== 0) return announcer.announce(messages.votedBefore);
    if (mine === wanted) return;
    const sent = await this.#send(id, wanted);
    if (sent.type === 'counted') announcer.announce(messages.voteCounted);
    if (sent.type === 'failed') this.#fail(id, pressed, sent.error);
  }

  /** Asks to sign in, and keeps the vote until then. `pressed`: whose button was pressed. */
  #ask(wanted: Pick<WaitingVote, 'id' | 'value' | 'by'>, pressed: Exclude<Vote['value'], 0>): void {
    const { store, view } = this.#options;
    const { discussion } = store.state;
    if (!discussion) return;
    this.forget();
    this.#pending.keep({ ...wanted, discussion: discussion.key, askedAt: Date.now() });
    const panel = pressed === 1 ? 'up' : 'down';
    view.openPanel(wanted.id, panel);
    tellAction(this.#host, `open-${panel}`, wanted.id);
  }

  async #send(id: CommentId, value: Vote['value']): Promise<Sent> {
    const outcome = await this.#options.writer.vote(id, value);
    if (outcome.type === 'aborted' || this.#reported.has(outcome)) return { type: 'untold' };
    this.#reported.add(outcome);
    if (outcome.type === 'failed') return outcome;
    this.#host.dispatchEvent(new CommentsVoteEvent(id, outcome.value.mine ?? value, outcome.value));
    return { type: 'counted' };
  }

  #fail(id: CommentId, value: Exclude<Vote['value'], 0>, error: AdapterError): void {
    const { view, locale } = this.#options;
    const { messages } = locale;
    view.fail(
      id,
      error.kind === 'duplicate'
        ? { text: messages.votedBefore }
        : { text: changeFailure(error, messages, messages.voteFailed), retry: { type: 'vote', id, value } },
    );
    this.#host.dispatchEvent(new CommentsErrorEvent(error, 'vote'));
  }
}
