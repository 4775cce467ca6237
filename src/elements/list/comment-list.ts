import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { bodyElement } from '../../content/body-element.js';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import { commentsInOrder, type DiscussionState } from '../../model/discussion/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { permissionsFor } from '../../model/discussion/permissions.js';
import { type MoreReplies, type PlacedComment, type ThreadItem, threadOf } from '../../model/discussion/thread.js';
import { shownVotes } from '../../model/transitions/shown-votes.js';
import { raise } from '../command.js';
import type { LiveUpdates } from '../live/live-updates.js';
import { permalink } from '../permalink/permalink.js';
import { errorText } from '../section/error-text.js';
import { failure } from '../section/failure.js';
import { commentRow, MAX_INDENT } from './comment-row.js';
import type { ListView, Panel } from './list-view.js';
import type { Muting } from './muting.js';
import { reportAvailability } from './report-availability.js';

/** One row of the list. It is drawn again when one of its inputs is another value. */
export interface Row {
  /** Tells rows apart from one drawing to the next. */
  readonly key: string;
  readonly inputs: unknown[];
  readonly draw: () => TemplateResult;
}

/** What the list draws, besides the store's state. */
export interface ListInputs {
  readonly messages: Messages;
  readonly formats: Formats;
  readonly reportHref: string | undefined;
  readonly timeStyle: 'relative' | 'absolute';
  /** Undefined until the reading features have come. */
  readonly live: LiveUpdates | undefined;
  readonly muting: Muting | undefined;
  /** Comments on their way to the backend, by the comment they reply to. */
  readonly outgoing: ReadonlyMap<CommentId | null, readonly Row[]>;
  /** Draws what is open below a comment. */
  readonly renderPanel: (panel: Panel, comment: Comment) => unknown;
}

/** The list of comments, as one flat sequence of rows. */
export class CommentList {
  readonly #store: DiscussionStore;
  readonly #view: ListView;
  #thread: { readonly inputs: readonly unknown[]; readonly items: readonly ThreadItem[] } = { inputs: [], items: [] };

  constructor(store: DiscussionStore, view: ListView) {
    this.#store = store;
    this.#view = view;
  }

  render(inputs: ListInputs): TemplateResult {
    const isSorting = this.#store.state.sorting.state === 'loading';
    return html`
      <div part="list" role="list" aria-busy=${isSorting}>
        ${repeat(
          this.#rows(inputs),
          ({ key }) => key,
          ({ inputs: values, draw }) => guard(values, draw),
        )}
      </div>
    `;
  }

  #rows(inputs: ListInputs): readonly Row[] {
    const { state } = this.#store;
    const { outgoing } = inputs;
    const shared = this.#sharedInputs(inputs);
    const rows: Row[] = [];
    // A reply on its way stands at the end of its parent's branch.
    const openBranches: CommentId[] = [];
    const closeBranches = (depth: number): void => {
      while (openBranches.length > depth) rows.push(...(outgoing.get(openBranches.pop() as CommentId) ?? []));
    };
    if (state.sort === 'newest') rows.push(...(outgoing.get(null) ?? []));
    for (const item of this.#items(state)) {
      closeBranches(item.depth);
      rows.push(item.type === 'more' ? this.#moreRow(item, inputs) : this.#commentRow(item, inputs, shared));
      if (item.type === 'comment') openBranches[item.depth] = item.comment.id;
    }
    closeBranches(0);
    if (state.sort !== 'newest') rows.push(...(outgoing.get(null) ?? []));
    return rows;
  }

  #items(state: DiscussionState): readonly ThreadItem[] {
    const inputs = [state.comments, state.posted, state.sort, this.#view.collapsed];
    if (inputs.some((value, index) => value !== this.#thread.inputs[index]))
      this.#thread = { inputs, items: threadOf(commentsInOrder(state), this.#view.collapsed) };
    return this.#thread.items;
  }

  /** What every row depends on. */
  #sharedInputs({ messages, formats, reportHref, timeStyle, live }: ListInputs): readonly unknown[] {
    const { state, adapter, now } = this.#store;
    return [
      messages,
      formats,
      adapter,
      // Some adapters learn what their backend offers from its first response.
      adapter?.features,
      reportHref,
      timeStyle,
      state.access.state,
      state.info?.posting?.refusal,
      state.viewer.author?.id,
      state.viewer.moderator,
      // Relative times are brought up to date by the minute.
      Math.floor(now / 60_000),
      live?.since,
    ];
  }

  #commentRow(placed: PlacedComment, inputs: ListInputs, shared: readonly unknown[]): Row {
    const { live, muting } = inputs;
    const { state, now } = this.#store;
    const { comment, depth, parent, replies, isCollapsed } = placed;
    const { id, editableUntil } = comment;
    const panel = this.#view.panelOf(id);
    const held = live?.held.get(id)?.length ?? 0;
    const isMuted = muting?.hides(comment) ?? false;
    return {
      key: `comment-${id}`,
      inputs: [
        ...shared,
        comment,
        depth,
        parent,
        replies,
        isCollapsed,
        held,
        isMuted,
        editableUntil && Date.parse(editableUntil) > now,
        state.posted.includes(comment),
        state.reports.get(id),
        state.voting.get(id),
        this.#view.failureOf(id),
        // An open panel is drawn each time.
        panel && {},
      ],
      draw: () => this.#drawComment(placed, inputs, { panel, held, isMuted }),
    };
  }

  #drawComment(
    placed: PlacedComment,
    { messages, formats, reportHref, timeStyle, live, renderPanel }: ListInputs,
    { panel, held, isMuted }: { readonly panel: Panel | undefined; readonly held: number; readonly isMuted: boolean },
  ): TemplateResult {
    const { state, adapter, features, now } = this.#store;
    const { comment } = placed;
    const created = Date.parse(comment.createdAt);
    const link = permalink(comment.id);
    return commentRow({
      placed,
      messages,
      formats,
      permissions: adapter && permissionsFor(comment, state, adapter, now),
      permalink: link,
      body: bodyElement(comment.body, this),
      time: timeStyle === 'absolute' || !created ? undefined : (formats.relative(created, now) ?? messages.justNow),
      report: isMuted ? { type: 'none' } : reportAvailability(comment, state, { adapter, reportHref, permalink: link }),
      votes: shownVotes(comment, state),
      voting: features.votes ?? (adapter?.vote ? 'like' : 'none'),
      failure: this.#view.failureOf(comment.id),
      held,
      isNew: live?.isNew(comment) ?? false,
      isMuted,
      panel,
      form: panel && renderPanel(panel, comment),
    });
  }

  #moreRow({ parent, depth }: MoreReplies, { messages }: ListInputs): Row {
    const { id } = parent;
    const progress = this.#store.state.branches.get(id);
    const onLoad = raise({ type: 'load-replies', id });
    const isLoading = progress?.state === 'loading';
    const button = (): TemplateResult => html`
      <button part="button more-replies" class="link small" type="button" aria-disabled=${isLoading} @click=${onLoad}>
        ${isLoading ? messages.loadingMore : messages.moreReplies}
      </button>
    `;
    const content = (): TemplateResult =>
      progress?.state === 'failed' ? failure(messages.repliesFailed(errorText(progress.error, messages)), messages, onLoad) : button();
    return {
      key: `more-${id}`,
      inputs: [messages, progress, depth],
      draw: () => html`
        <li id="more-${id}" class="row answer d${Math.min(depth, MAX_INDENT)}" role="listitem" tabindex="-1">${content()}</li>
      `,
    };
  }
}
