import { html, type TemplateResult } from 'lit';
import { bodyElement } from '../../content/body-element.js';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import { commentsInOrder, type DiscussionState, shownVotes } from '../../model/discussion/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { permissionsFor } from '../../model/discussion/permissions.js';
import { type MoreReplies, type PlacedComment, type ThreadItem, threadOf } from '../../model/discussion/thread.js';
import { raise } from '../command.js';
import type { LiveUpdates } from '../live/live-updates.js';
import { permalink, PREFIX } from '../permalink/permalink.js';
import { errorText } from '../section/error-text.js';
import { failure } from '../section/failure.js';
import { commentRow, type CommentView, drawCommentActions, MAX_INDENT, rowClasses } from './comment-row.js';
import type { ListView } from './list-view.js';
import type { Muting } from './muting.js';
import type { Panel } from './panel.js';
import { reportAvailability } from './report-availability.js';
import { type Row, RowList } from './row-list.js';

/** What the list draws, besides the store's state. */
export interface ListInputs {
  readonly messages: Messages;
  readonly formats: Formats;
  readonly reportHref: string | undefined;
  /** Default `relative`. */
  readonly timeStyle: 'relative' | 'absolute' | undefined;
  /** Undefined until the reading features have come. */
  readonly live: LiveUpdates | undefined;
  readonly muting: Muting | undefined;
  /** Comments on their way to the backend, by the comment they reply to. */
  readonly outgoing: ReadonlyMap<CommentId | null, readonly Row[]>;
  /** Draws what is open below a comment. */
  readonly renderPanel: (panel: Panel, comment: Comment) => unknown;
}

/** A row, and the values it was made from. */
interface CachedRow {
  readonly inputs: readonly unknown[];
  readonly row: Row;
}

/** The list of comments. Rows are cached, so that a change in one costs the same however many others there are. */
export class CommentList {
  readonly #store: DiscussionStore;
  readonly #view: ListView;
  readonly #rowList = new RowList();
  /** By comment: its row, and the row that follows its replies. */
  readonly #cache = { comment: new WeakMap<Comment, CachedRow>(), more: new WeakMap<Comment, CachedRow>() };
  /** What every row depends on. The same array for as long as its values are the same. */
  #sharedInputs: readonly unknown[] = [];
  #thread: { readonly inputs: readonly unknown[]; readonly items: readonly ThreadItem[] } = { inputs: [], items: [] };

  constructor(store: DiscussionStore, view: ListView) {
    this.#store = store;
    this.#view = view;
  }

  /** The empty list. Its rows come with `update`. */
  render(): TemplateResult {
    return html`<div part="list" role="list" aria-busy=${this.#store.state.sorting.state === 'loading'}></div>`;
  }

  /** Brings the rows in `list` up to date. */
  update(list: Element, inputs: ListInputs): void {
    this.#rowList.update(list, this.#rows(inputs));
  }

  #rows(inputs: ListInputs): readonly Row[] {
    const { state } = this.#store;
    const { outgoing } = inputs;
    this.#sharedInputs = sameOr(this.#sharedInputs, this.#readSharedInputs(inputs));
    const rows: Row[] = [];
    // A reply on its way stands at the end of its parent's branch.
    const openBranches: CommentId[] = [];
    const closeBranches = (depth: number): void => {
      while (openBranches.length > depth) rows.push(...(outgoing.get(openBranches.pop() as CommentId) ?? []));
    };
    if (state.sort === 'newest') rows.push(...(outgoing.get(null) ?? []));
    for (const item of this.#items(state)) {
      closeBranches(item.depth);
      rows.push(this.#cachedRow(item, inputs));
      if (item.type === 'comment') openBranches[item.depth] = item.comment.id;
    }
    closeBranches(0);
    if (state.sort !== 'newest') rows.push(...(outgoing.get(null) ?? []));
    return rows;
  }

  #items(state: DiscussionState): readonly ThreadItem[] {
    const inputs = sameOr(this.#thread.inputs, [state.comments, state.posted, state.sort, this.#view.collapsed]);
    if (inputs !== this.#thread.inputs)
      this.#thread = { inputs, items: threadOf(commentsInOrder(state), this.#view.collapsed) };
    return this.#thread.items;
  }

  #readSharedInputs({ messages, formats, reportHref, timeStyle, live }: ListInputs): readonly unknown[] {
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
      state.viewer.author?.id,
      state.viewer.moderator,
      // Relative times are brought up to date by the minute.
      Math.floor(now / 60_000),
      live?.since,
    ];
  }

  #cachedRow(item: ThreadItem, inputs: ListInputs): Row {
    const comment = item.type === 'more' ? item.parent : item.comment;
    const cached = this.#cache[item.type].get(comment);
    const rowInputs = item.type === 'more' ? this.#moreInputs(item, inputs) : this.#commentInputs(item, inputs);
    if (cached && sameOr(cached.inputs, rowInputs) === cached.inputs) return cached.row;
    const row = item.type === 'more' ? this.#moreRow(item, inputs) : this.#commentRow(item, inputs);
    this.#cache[item.type].set(comment, { inputs: rowInputs, row });
    return row;
  }

  /** What the row of a comment depends on besides the comment. */
  #commentInputs(
    { comment, depth, parent, replies, isCollapsed }: PlacedComment,
    { live, muting }: ListInputs,
  ): readonly unknown[] {
    const { state, now } = this.#store;
    const { id, editableUntil } = comment;
    return [
      this.#sharedInputs,
      depth,
      parent,
      replies,
      isCollapsed,
      live?.held.get(id)?.length,
      muting?.hides(comment),
      editableUntil && Date.parse(editableUntil) > now,
      state.posted.includes(comment),
      state.reports.get(id),
      state.voting.get(id),
      this.#view.failureOf(id),
      // An open panel is drawn each time.
      this.#view.panelOf(id) && {},
    ];
  }

  #moreInputs({ parent, depth }: MoreReplies, { messages }: ListInputs): readonly unknown[] {
    return [messages, depth, this.#store.state.branches.get(parent.id)];
  }

  #commentRow(placed: PlacedComment, inputs: ListInputs): Row {
    const view = this.#commentView(placed, inputs);
    return {
      id: PREFIX + placed.comment.id,
      className: rowClasses(view),
      draw: () => commentRow(view),
      drawRest: (row) => drawCommentActions(row, view),
    };
  }

  #commentView(placed: PlacedComment, inputs: ListInputs): CommentView {
    const { messages, formats, reportHref, timeStyle, live, muting, renderPanel } = inputs;
    const { state, adapter, features, now } = this.#store;
    const { comment } = placed;
    const created = Date.parse(comment.createdAt);
    const link = permalink(comment.id);
    const isMuted = muting?.hides(comment) ?? false;
    const panel = this.#view.panelOf(comment.id);
    return {
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
      held: live?.held.get(comment.id)?.length ?? 0,
      isNew: live?.isNew(comment) ?? false,
      isMuted,
      panel,
      form: panel && renderPanel(panel, comment),
    };
  }

  #moreRow({ parent, depth }: MoreReplies, { messages }: ListInputs): Row {
    const { id } = parent;
    const progress = this.#store.state.branches.get(id);
    const onLoad = raise({ type: 'load-replies', id });
    const isLoading = progress?.state === 'loading';
    const button = html`
      <button part="button more-replies" class="link small" type="button" aria-disabled=${isLoading} @click=${onLoad}>
        ${isLoading ? messages.loadingMore : messages.moreReplies}
      </button>
    `;
    const draw = (): TemplateResult =>
      progress?.state === 'failed'
        ? failure(messages.repliesFailed(errorText(progress.error, messages)), messages, onLoad)
        : button;
    return { id: `more-${id}`, className: `answer d${Math.min(depth, MAX_INDENT)}`, draw };
  }
}

/** `before` as long as the values are the same, so that whoever depends on them compares one thing. */
function sameOr(before: readonly unknown[], values: readonly unknown[]): readonly unknown[] {
  return values.length === before.length && values.every((value, index) => value === before[index]) ? before : values;
}
