import { html, type TemplateResult } from 'lit';
import { bodyElement } from '../../content/body-element.js';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment, CommentId, Decision } from '../../model/adapter.js';
import { commentsInOrder, type DiscussionState, shownVotes } from '../../model/state/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { isOwn, permissionsFor } from '../../model/state/permissions.js';
import { type MoreReplies, type PlacedComment, type ThreadItem, threadOf } from '../../model/discussion/thread.js';
import { CommandEvent } from '../command.js';
import type { LiveUpdates } from '../following/live-updates.js';
import { PREFIX } from '../../presentation/comment-address.js';
import type { ModeratedComment } from '../../presentation/comment-actions.js';
import { authorLevel, offeredVotes, rowClasses, timeTexts } from '../../presentation/comment-view.js';
import { permalink } from '../page/address.js';
import { commentRow, type CommentRow, drawCommentActions } from './comment-row.js';
import type { ListView } from './list-view.js';
import { moreRepliesRow } from './more-replies-row.js';
import type { Muting } from '../muting/muting.js';
import type { Panel } from '../../presentation/panel.js';
import { reportAvailability } from '../../presentation/report-availability.js';
import { type Checked, isSameCheck, sameOr } from './row-check.js';
import { type Row, RowList } from './row-list.js';
import { shownName, tombstoneText } from '../../presentation/shown-author.js';

/** What the list draws, besides the store's state. */
export interface ListInputs {
  readonly messages: Messages;
  readonly formats: Formats;
  readonly reportHref: string | undefined;
  /** The level of the section's heading. */
  readonly headingLevel: number;
  /** Default `relative`. */
  readonly timeStyle: 'relative' | 'absolute' | undefined;
  /** Draws the author's picture. Undefined where the page wants none. */
  readonly drawAvatar: ((comment: Comment) => unknown) | undefined;
  /** Undefined until the reading features have come. */
  readonly live: LiveUpdates | undefined;
  readonly muting: Muting | undefined;
  /** What a moderator sees of a comment that readers do not see. */
  readonly moderated: ((comment: Comment) => ModeratedComment | undefined) | undefined;
  /** Comments on their way to the backend, by the comment they reply to. */
  readonly outgoing: ReadonlyMap<CommentId | null, readonly Row[]>;
  /** The rows that stand for comments not loaded yet, by the comment that follows. */
  readonly gaps: ReadonlyMap<CommentId, Row>;
  /** Draws what is open below a comment. */
  readonly renderPanel: (panel: Panel, comment: Comment) => unknown;
  /** Draws why a comment was restricted. Undefined until the reading features have come. */
  readonly renderDecision: ((decision: Decision) => unknown) | undefined;
}

/** What the rows of one drawing share. */
interface RowContext {
  readonly inputs: ListInputs;
  /** The comments held back, by the comment whose branch they belong to. Looked up once for all rows. */
  readonly held: LiveUpdates['held'] | undefined;
}

/** A row, and the values it was made from. */
interface CachedRow {
  readonly inputs: readonly unknown[];
  readonly row: Row;
  /** What it was last checked against. */
  readonly checked: Checked;
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
  /** That, and where each row looks up its own. */
  #listInputs: readonly unknown[] = [];
  #thread: { readonly inputs: readonly unknown[]; readonly items: readonly ThreadItem[] } = { inputs: [], items: [] };

  constructor(store: DiscussionStore, view: ListView) {
    this.#store = store;
    this.#view = view;
  }

  /** The empty list. Its rows come with `update`. */
  render(): TemplateResult {
    const isBusy = this.#store.state.sorting.state === 'loading';
    return html`<div
      part="list"
      role="list"
      tabindex="-1"
      aria-labelledby="heading"
      aria-busy=${isBusy}
      @beforematch=${unfoldMatch}
    ></div>`;
  }

  /** Brings the rows in `list` up to date. */
  update(list: Element, inputs: ListInputs): void {
    this.#rowList.update(list, this.#rows(inputs));
  }

  #rows(inputs: ListInputs): readonly Row[] {
    const { state } = this.#store;
    const { outgoing, gaps } = inputs;
    this.#sharedInputs = sameOr(this.#sharedInputs, this.#readSharedInputs(inputs));
    this.#listInputs = sameOr(this.#listInputs, this.#readListInputs(inputs));
    const context = { inputs, held: inputs.live?.held };
    const rows: Row[] = [];
    // A reply on its way stands at the end of its parent's branch.
    const openBranches: CommentId[] = [];
    const closeBranches = (depth: number): void => {
      while (openBranches.length > depth) rows.push(...(outgoing.get(openBranches.pop() as CommentId) ?? []));
    };
    if (state.sort === 'newest') rows.push(...(outgoing.get(null) ?? []));
    for (const item of this.#items(state)) {
      closeBranches(item.depth);
      const gap = item.type === 'comment' ? gaps.get(item.comment.id) : undefined;
      if (gap) rows.push(gap);
      rows.push(this.#cachedRow(item, context));
      if (item.type === 'comment') openBranches[item.depth] = item.comment.id;
    }
    closeBranches(0);
    if (state.sort !== 'newest') rows.push(...(outgoing.get(null) ?? []));
    return rows;
  }

  #items(state: DiscussionState): readonly ThreadItem[] {
    const { collapsed } = this.#view;
    const { nesting } = this.#store.features;
    const { comments, detached, posted, sort } = state;
    const inputs = sameOr(this.#thread.inputs, [comments, detached, posted, sort, collapsed, nesting]);
    if (inputs !== this.#thread.inputs)
      this.#thread = { inputs, items: threadOf(commentsInOrder(state), collapsed, nesting) };
    return this.#thread.items;
  }

  #readSharedInputs(inputs: ListInputs): readonly unknown[] {
    const { messages, formats, reportHref, headingLevel, timeStyle, drawAvatar, live, moderated } = inputs;
    const { state, adapter, now } = this.#store;
    return [
      messages,
      formats,
      adapter,
      // Some adapters learn what their backend offers from its first response.
      adapter?.features,
      reportHref,
      headingLevel,
      timeStyle,
      drawAvatar,
      state.access.state,
      state.viewer.author?.id ?? state.guestId,
      state.viewer.moderator,
      // Relative times are brought up to date by the minute.
      Math.floor(now / 60_000),
      live?.since,
      moderated,
    ];
  }

  #readListInputs({ muting }: ListInputs): readonly unknown[] {
    const { posted, reports, unconfirmedVotes, branches } = this.#store.state;
    const { panels, failures } = this.#view;
    return [
      this.#sharedInputs,
      muting?.muted,
      muting?.revealed,
      posted,
      reports,
      unconfirmedVotes,
      branches,
      panels,
      failures,
    ];
  }

  /**
   * The row of the last drawing, where nothing has changed for it. Nearly all rows end at the first comparison: with
   * the inputs of every row collected and compared, a live edit cost 1.5 times as much among 1,000 comments as among 100 (aim
   * 1.25; so 1.2).
   */
  #cachedRow(item: ThreadItem, context: RowContext): Row {
    const { inputs } = context;
    const comment = item.type === 'more' ? item.parent : item.comment;
    const cached = this.#cache[item.type].get(comment);
    const checked: Checked = { list: this.#listInputs, item, held: context.held?.get(comment.id)?.length };
    const isPlain = !comment.editableUntil && !comment.decision && !this.#view.panelOf(comment.id);
    if (cached && isSameCheck(cached.checked, checked) && isPlain) return cached.row;
    const rowInputs = item.type === 'more' ? this.#moreInputs(item, inputs) : this.#commentInputs(item, context);
    const isRowSame = cached && sameOr(cached.inputs, rowInputs) === cached.inputs;
    const row = isRowSame
      ? cached.row
      : item.type === 'more'
        ? moreRepliesRow(item, this.#store.state.branches.get(comment.id), inputs.messages)
        : this.#commentRow(item, context);
    this.#cache[item.type].set(comment, { inputs: rowInputs, row, checked });
    return row;
  }

  /** What the row of a comment depends on besides the comment. */
  #commentInputs(
    { comment, depth, parent, replies, total, isTotalExact, isCollapsed, isFolded }: PlacedComment,
    { inputs: { muting }, held }: RowContext,
  ): readonly unknown[] {
    const { state, now } = this.#store;
    const { id, editableUntil, decision } = comment;
    return [
      this.#sharedInputs,
      depth,
      parent,
      replies,
      total,
      isTotalExact,
      isCollapsed,
      isFolded,
      held?.get(id)?.length,
      muting?.hides(comment),
      editableUntil && Date.parse(editableUntil) > now,
      state.posted.includes(comment),
      state.reports.get(id),
      state.unconfirmedVotes.get(id),
      this.#view.failureOf(id),
      // An open panel is drawn each time, and so is a decision, whose code may have come.
      (decision ?? this.#view.panelOf(id)) && {},
    ];
  }

  #moreInputs({ parent, depth }: MoreReplies, { messages }: ListInputs): readonly unknown[] {
    return [messages, depth, this.#store.state.branches.get(parent.id)];
  }

  #commentRow(placed: PlacedComment, context: RowContext): Row {
    return {
      id: PREFIX + placed.comment.id,
      isFolded: placed.isFolded,
      draw: (row) => {
        const view = this.#commentView(placed, context);
        const drawRest = (): void => drawCommentActions(row, view);
        return { className: rowClasses(view), template: commentRow(view, row), drawRest };
      },
    };
  }

  #commentView(placed: PlacedComment, { inputs, held }: RowContext): CommentRow {
    const { messages, formats, reportHref, headingLevel, timeStyle, drawAvatar, live, muting, renderPanel } = inputs;
    const { renderDecision } = inputs;
    const { state, adapter, now } = this.#store;
    const { comment } = placed;
    const link = permalink(comment.id);
    const tombstone = tombstoneText(comment, messages);
    const isMuted = (!tombstone && muting?.hides(comment)) ?? false;
    const panel = this.#view.panelOf(comment.id);
    const votes = shownVotes(comment, state);
    return {
      placed,
      messages,
      formats,
      permissions: adapter && permissionsFor(comment, state, adapter, now),
      permalink: link,
      avatar: isMuted ? undefined : drawAvatar?.(comment),
      body: bodyElement(comment.body, this),
      ...timeTexts(comment, { messages, formats, timeStyle, now }),
      authorName: shownName(comment, messages),
      tombstone,
      decision: tombstone && comment.decision && renderDecision?.(comment.decision),
      headingLevel: authorLevel(headingLevel),
      report: isMuted ? { type: 'none' } : reportAvailability(comment, state, { adapter, reportHref, permalink: link }),
      votes,
      offeredVotes: offeredVotes(adapter, votes),
      failure: this.#view.failureOf(comment.id),
      held: held?.get(comment.id)?.length ?? 0,
      isNew: live?.isNew(comment) ?? false,
      isMuted,
      moderated: inputs.moderated?.(comment),
      isOwn: isOwn(comment, state),
      panel,
      form: panel && renderPanel(panel, comment),
    };
  }
}

/** The browser's search has found its words in a row of a folded branch. */
function unfoldMatch({ target }: Event): void {
  const row = (target as Element).closest('li');
  row?.dispatchEvent(new CommandEvent({ type: 'unfold-to', id: row.id.slice(PREFIX.length) }));
}
