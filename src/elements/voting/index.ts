import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { TakingPartMessages } from '../../i18n/messages.js';
import type { AdapterError, Comment, CommentId, Vote } from '../../model/adapter.js';
import { needsSignIn } from '../../model/adapter-error.js';
import { findComment, shownVotes } from '../../model/state/discussion-state.js';
import { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import { isSignedOut } from '../../model/state/permissions.js';
import type { CommandOf } from '../../presentation/command.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import { CommentsVoteEvent } from '../events/vote-events.js';
import { changeFailure } from '../frame/change-failure.js';
import { errorText } from '../frame/error-text.js';
import { moduleFailure } from '../frame/failure.js';
import { LazyModule, together } from '../lazy-module.js';
import { commentIn, focusAction, rowOf } from '../list/focus-comment.js';
import { isToReport, reportAction } from '../report-action.js';
import type { Feature, Section } from '../section.js';
import { shared } from '../shared.js';
import { type WaitingVote, waitingVoteKey } from './waiting-vote.js';
import { clearFailure, closePanel, openPanel } from '../list/panels.js';
import { readJson, writeJson } from '../page/storage.js';

/**
 * Saves the vote of a viewer who is signing in, because signing in may lead through other pages: in session storage or, where that is
 * blocked, in local storage, from where `ReturningVote` takes it.
 */
class PendingVote {
  /** The vote that was saved in this section. */
  #vote: WaitingVote | undefined;

  save(vote: WaitingVote): void {
    this.#vote = vote;
    write(vote.discussion, vote);
  }

  /** The vote that waits in a discussion. */
  find(discussion: string | undefined): WaitingVote | undefined {
    const stored = readJson('sessionStorage', waitingVoteKey(discussion)) as WaitingVote | undefined;
    const vote = stored ?? this.#vote;
    if (vote?.discussion !== discussion) return undefined;
    if (vote && Date.now() < vote.waitsUntil) return vote;
    return void this.drop(discussion);
  }

  drop(discussion: string | undefined): void {
    this.#vote = undefined;
    write(discussion, undefined);
  }
}

function write(discussion: string | undefined, vote: WaitingVote | undefined): void {
  const key = waitingVoteKey(discussion);
  if (!writeJson('sessionStorage', key, vote)) writeJson('localStorage', key, vote);
}

declare module '../../presentation/command.js' {
  interface Commands {
    /** The same vote again takes it back. */
    vote: { readonly id: CommentId; readonly value: Direction };
    /** Goes back to a comment, and casts the vote for which the reader has signed in. */
    'cast-vote': { readonly id: CommentId; readonly value: Vote['value'] };
  }
}

/** How long a vote waits, in milliseconds: an hour. A later sign-in has other reasons. */
const LIFETIME = 60 * 60_000;

type Direction = Exclude<Vote['value'], 0>;

/** How a vote ended. `silent`: it was aborted, or another press reports it. */
type Sent = { readonly type: 'counted' | 'silent' } | { readonly type: 'failed'; readonly error: AdapterError };

/**
 * Votes on comments. A signed-out viewer is asked to sign in, and the vote is cast afterwards.
 *
 * @csspart vote-form - The form that asks a signed-out reader to sign in to vote.
 *
 * @action open-up - A signed-out reader voted for a comment or recommended it, and was asked to sign in.
 * @action open-down - A signed-out reader voted against a comment, and was asked to sign in.
 * @action close-up - The request to sign in before voting for a comment was closed.
 * @action close-down - The request to sign in before voting against a comment was closed.
 */
class Voting implements Feature<'vote' | 'cast-vote', 'up' | 'down'>, ReactiveController {
  readonly #section: Section<TakingPartMessages>;
  readonly #pending = new PendingVote();
  /** The question to a signed-out viewer. */
  readonly #form: LazyModule<typeof import('./vote-form.js')>;
  /** True while a vote waits in a section that shows no votes of the viewer. */
  #isWaiting = false;
  /** The list before its voter signed in. */
  #listBefore: readonly Comment[] | undefined;
  /** Why the earlier votes of the signed-in viewer could not be loaded. */
  #refreshError: AdapterError | undefined;

  constructor(section: Section<TakingPartMessages>) {
    this.#section = section;
    this.#form = new LazyModule(section.host, () =>
      together(import('./vote-form.js'), import('../forms/submit-form.js')),
    );
    section.host.addController(this);
  }

  readonly commands = {
    vote: ({ id, value }: CommandOf<'vote'>): Promise<void> => this.#press(id, value),
    'cast-vote': ({ id, value }: CommandOf<'cast-vote'>): Promise<void> => this.#castWaiting(id, value),
  };

  readonly panels = {
    up: (comment: Comment) => this.#renderQuestion(comment),
    down: (comment: Comment) => this.#renderQuestion(comment),
  };

  /** Casts a waiting vote as soon as the viewer has signed in and their earlier votes are known, or cannot be loaded. */
  hostUpdate(): void {
    const { store } = this.#section;
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
    this.#forget();
    // The session of one account expired, and another account has signed in.
    if (vote.by !== undefined && vote.by !== viewer.author?.id) return;
    void this.#section.run({ type: 'cast-vote', id: vote.id, value: vote.value });
  }

  async #press(id: CommentId, value: Direction): Promise<void> {
    const { view, root } = this.#section;
    const hadFailed = view.failures.get(id) !== undefined;
    clearFailure(view, id);
    const panel = value === 1 ? 'up' : 'down';
    // A second press closes the question.
    if (view.panels.get(id) === panel) {
      this.#forget();
      return this.#section.run({ type: 'close-panel', id });
    }
    // "Try again" is removed with the failure, and must not take the focus with it.
    if (hadFailed) focusAction(root, id, panel);
    const comment = findComment(this.#section.store.state, id);
    if (comment) await this.#vote(comment, value);
  }

  /** Casts a vote; the same vote again takes it back, unless votes are final. */
  async #vote(comment: Comment, value: Direction): Promise<void> {
    const { store, messages } = this.#section;
    const { id } = comment;
    const by = store.state.viewer.author?.id;
    if (isSignedOut(store.state)) return this.#ask({ id, value, by }, value);
    const mine = shownVotes(comment, store.state)?.mine;
    if (store.features.finalVotes && mine) return this.#section.view.fail(id, { text: messages.votedBefore });
    const wanted = mine === value ? 0 : value;
    const sent = await this.#send(id, wanted);
    if (sent.type !== 'failed') return;
    if (!needsSignIn(sent.error)) return this.#fail(id, value, sent.error);
    // What the reader wanted last is what counts after signing in.
    const failed = store.state.unconfirmedVotes.get(id);
    this.#ask({ id, value: failed?.state === 'failed' ? failed.wanted : wanted, by }, value);
  }

  /** Discards the waiting vote. */
  #forget(): void {
    this.#isWaiting = false;
    this.#listBefore = undefined;
    this.#pending.drop(this.#section.store.state.discussion?.key);
  }

  /** Returns to the comment of a vote that waited for its voter to sign in. */
  async #castWaiting(id: CommentId, value: Vote['value']): Promise<void> {
    const { root, view } = this.#section;
    closePanel(view, id);
    // Loads a comment that is on no loaded page, and reports one that is gone.
    await this.#section.run({ type: 'find-comment', id });
    const comment = findComment(this.#section.store.state, id);
    if (!comment) return;
    if (root.activeElement === commentIn(rowOf(root, id))) focusAction(root, id, value === -1 ? 'down' : 'up');
    await this.#castAfterSignIn(comment, value);
  }

  /** Casts the vote, unless the viewer has voted on the comment before. */
  async #castAfterSignIn(comment: Comment, wanted: Vote['value']): Promise<void> {
    const { store, messages } = this.#section;
    const { id } = comment;
    const pressed = wanted === -1 ? -1 : 1;
    if (this.#refreshError) {
      // The viewer may have voted differently before, so only they can confirm this vote.
      const text = messages.voteFailed(errorText(this.#refreshError, messages));
      return this.#section.view.fail(id, { text, retry: { type: 'vote', id, value: pressed } });
    }
    const mine = shownVotes(comment, store.state)?.mine ?? 0;
    if (mine !== 0 && wanted !== 0) return this.#section.announce(messages.votedBefore);
    if (mine === wanted) return;
    const sent = await this.#send(id, wanted);
    if (sent.type === 'counted') this.#section.announce(messages.voteCounted);
    if (sent.type === 'failed') this.#fail(id, pressed, sent.error);
  }

  /** Asks the viewer to sign in, and saves the vote until then. `pressed`: the button that was pressed. */
  #ask(wanted: Pick<WaitingVote, 'id' | 'value' | 'by'>, pressed: Direction): void {
    const { store, view } = this.#section;
    const { discussion } = store.state;
    if (!discussion) return;
    this.#forget();
    this.#pending.save({ ...wanted, discussion: discussion.key, waitsUntil: Date.now() + LIFETIME });
    const panel = pressed === 1 ? 'up' : 'down';
    openPanel(view, wanted.id, panel);
    reportAction(this.#section, `open-${panel}`, wanted.id);
  }

  async #send(id: CommentId, value: Vote['value']): Promise<Sent> {
    const outcome = await shared(this.#section, DiscussionWriter).vote(id, value);
    if (!isToReport(outcome)) return { type: 'silent' };
    if (outcome.type === 'failed') return outcome;
    this.#section.host.dispatchEvent(new CommentsVoteEvent(id, outcome.value.mine ?? value, outcome.value));
    return { type: 'counted' };
  }

  #fail(id: CommentId, value: Direction, error: AdapterError): void {
    const { host, messages } = this.#section;
    this.#section.view.fail(
      id,
      error.kind === 'duplicate'
        ? { text: messages.votedBefore }
        : { text: changeFailure(error, messages, messages.voteFailed), retry: { type: 'vote', id, value } },
    );
    host.dispatchEvent(new CommentsErrorEvent(error, 'vote'));
  }

  #renderQuestion(comment: Comment): TemplateResult {
    const { messages } = this.#section;
    const form = this.#form.request();
    if (!form)
      return html`${this.#form.error ? moduleFailure(this.#form, messages) : html`<p class="small muted">${messages.loading}</p>`}`;
    form.defineVoteForm(this.#section);
    return html`
      <article-comments-vote-form
        part="vote-form"
        class="panel small"
        .section=${this.#section}
        .comment=${comment}
        .forget=${() => this.#forget()}
      ></article-comments-vote-form>
    `;
  }
}

export const features = [Voting] as const;
