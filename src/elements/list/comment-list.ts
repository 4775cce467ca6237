import { html, type TemplateResult } from 'lit';
import { bodyElement } from '../../content/body-element.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import { commentsInOrder, shownVotes } from '../../model/state/discussion-state.js';
import { isOwn, permissionsFor } from '../../model/state/permissions.js';
import { type MoreReplies, type PlacedComment, type ThreadItem, threadOf } from '../../model/discussion/thread.js';
import { PREFIX } from '../../presentation/comment-address.js';
import { authorLevel, offeredVotes, rowClasses, timeText } from '../../presentation/comment-view.js';
import { reportAvailability } from '../../presentation/report-availability.js';
import { shownName, tombstoneText } from '../../presentation/shown-author.js';
import { permalink } from '../page/address.js';
import type { AddedView, Row, RowAddition } from '../section.js';
import type { SectionFrame } from '../section-frame.js';
import type { Settings } from '../settings/settings.js';
import { commentRow, type CommentRow, drawCommentActions, moreRepliesRow } from './comment-row.js';
import { RowList } from './row-list.js';

/** What a row was last compared with. If it is the same, nothing else is compared. */
interface Checked {
  readonly list: readonly unknown[];
  readonly item: ThreadItem;
  readonly keys: readonly unknown[];
}

/** A row, and the values it depends on. */
interface CachedRow {
  readonly inputs: readonly unknown[];
  readonly row: Row;
  readonly checked: Checked;
}

export interface ExtraRows {
  readonly before: ReadonlyMap<CommentId, Row>;
  readonly below: ReadonlyMap<CommentId | null, readonly Row[]>;
}

/** What all rows of one update share. It is read once, not for each row. */
interface UpdateContext {
  readonly settings: Settings;
  readonly additions: readonly RowAddition[];
  /** Those with values of their own for each row. */
  readonly keyed: readonly RowAddition[];
}

/**
 * The list of comments in threads. Rows are cached, so that the cost of a change in one row does not depend on the number of rows.
 * `Loaded`: see `Section`.
 *
 * @csspart list - All comments.
 */
export class CommentList<Loaded = unknown> {
  protected readonly section: SectionFrame<Loaded>;
  readonly #rowList = new RowList();
  /** By comment: its row, and the row that follows its replies. */
  readonly #cache = { comment: new WeakMap<Comment, CachedRow>(), more: new WeakMap<Comment, CachedRow>() };
  /** The values that every row depends on. The same array for as long as the values are the same. */
  #sharedInputs: readonly unknown[] = [];
  /** These, and the collections in which each row looks up its own values. */
  #listInputs: readonly unknown[] = [];
  #thread: { readonly inputs: readonly unknown[]; readonly items: readonly ThreadItem[] } = { inputs: [], items: [] };

  constructor(section: SectionFrame<Loaded>) {
    this.section = section;
  }

  /** The empty list. `update` fills it with rows. */
  render(): TemplateResult {
    return html`<div
      part="list"
      role="list"
      tabindex="-1"
      aria-labelledby="heading"
      aria-busy=${this.section.store.state.sorting.state === 'loading'}
    ></div>`;
  }

  /** Updates the rows in `list`. */
  update(list: Element): void {
    this.#rowList.update(list, this.#rows());
  }

  #rows(): readonly Row[] {
    const { store, features, settings } = this.section;
    const additions = features.flatMap(({ row }) => row ?? []);
    const keyed = additions.filter(({ keyOf }) => keyOf);
    const context: UpdateContext = { settings, additions, keyed };
    this.#sharedInputs = unlessChanged(this.#sharedInputs, this.#readSharedInputs(context));
    this.#listInputs = unlessChanged(this.#listInputs, this.#readListInputs());
    const { before, below } = this.extraRows();
    const rows: Row[] = [];
    // A reply that is being sent is shown at the end of its parent's branch.
    const openBranches: CommentId[] = [];
    const closeBranches = (depth: number): void => {
      while (openBranches.length > depth) rows.push(...(below.get(openBranches.pop() as CommentId) ?? []));
    };
    const isNewestFirst = store.state.sort === 'newest';
    const outer = below.get(null) ?? [];
    if (isNewestFirst) rows.push(...outer);
    for (const item of this.items()) {
      closeBranches(item.depth);
      const gap = item.type === 'comment' ? before.get(item.comment.id) : undefined;
      if (gap) rows.push(gap);
      rows.push(this.#cachedRow(item, context));
      if (item.type === 'comment') openBranches[item.depth] = item.comment.id;
    }
    closeBranches(0);
    if (!isNewestFirst) rows.push(...outer);
    return rows;
  }

  /** The rows of features: before a comment; below the replies to a comment, or, with null, at the end of the list. */
  protected extraRows(): ExtraRows {
    const { features } = this.section;
    return {
      before: mergedMaps(features.map((feature) => feature.rowsBefore?.())),
      below: mergedMaps(features.map((feature) => feature.rowsBelow?.())),
    };
  }

  protected items(): readonly ThreadItem[] {
    const { store, view } = this.section;
    const { state } = store;
    const { comments, detached, posted, sort } = state;
    const { nesting } = store.features;
    const inputs = unlessChanged(this.#thread.inputs, [comments, detached, posted, sort, view.collapsed, nesting]);
    if (inputs !== this.#thread.inputs)
      this.#thread = { inputs, items: threadOf(commentsInOrder(state), view.collapsed, nesting) };
    return this.#thread.items;
  }

  #readSharedInputs({ settings, additions }: UpdateContext): readonly unknown[] {
    const { messages, formats, store } = this.section;
    const { state, adapter, now } = store;
    return [
      messages,
      formats,
      adapter,
      // Some adapters learn what their backend offers from its first response.
      adapter?.features,
      settings.reportHref,
      settings.headingLevel,
      settings.timeStyle,
      state.access.state,
      state.viewer.author?.id ?? state.guestId,
      state.viewer.moderator,
      // Relative times change by the minute.
      Math.floor(now / 60_000),
      ...additions.flatMap((addition) => [addition, addition.version?.()]),
    ];
  }

  #readListInputs(): readonly unknown[] {
    const { store, view } = this.section;
    const { posted, reports, unconfirmedVotes, branches } = store.state;
    return [this.#sharedInputs, posted, reports, unconfirmedVotes, branches, view.panels, view.failures];
  }

  /**
   * The row of the last update, if nothing has changed for it. For nearly all rows, the first comparison decides. Comparing the inputs
   * of every row, a live edit cost 1.5 times as much among 1,000 comments as among 100 (aim 1.25; so 1.2).
   */
  #cachedRow(item: ThreadItem, context: UpdateContext): Row {
    const { store, view } = this.section;
    const comment = item.type === 'more' ? item.parent : item.comment;
    const cached = this.#cache[item.type].get(comment);
    const isPlain = !comment.editableUntil && !view.panels.get(comment.id);
    if (cached && isPlain && isSameRow(cached.checked, this.#listInputs, item, context.keyed)) return cached.row;
    const keys = context.keyed.map((addition) => addition.keyOf?.(comment));
    const checked: Checked = { list: this.#listInputs, item, keys };
    const rowInputs = item.type === 'more' ? this.#moreInputs(item) : this.#commentInputs(item, keys);
    const isRowSame = cached && unlessChanged(cached.inputs, rowInputs) === cached.inputs;
    const row = isRowSame
      ? cached.row
      : item.type === 'more'
        ? moreRepliesRow(this.section, item, store.state.branches.get(comment.id))
        : this.#commentRow(item, context);
    this.#cache[item.type].set(comment, { inputs: rowInputs, row, checked });
    return row;
  }

  /** What the row of a comment depends on besides the comment. */
  #commentInputs(
    { comment, depth, parent, replies, total, isTotalExact, isCollapsed, isFolded }: PlacedComment,
    keys: readonly unknown[],
  ): readonly unknown[] {
    const { store, view } = this.section;
    const { state, now } = store;
    const { id, editableUntil } = comment;
    return [
      this.#sharedInputs,
      depth,
      parent,
      replies,
      total,
      isTotalExact,
      isCollapsed,
      isFolded,
      ...keys,
      editableUntil && Date.parse(editableUntil) > now,
      state.posted.includes(comment),
      state.reports.get(id),
      state.unconfirmedVotes.get(id),
      view.failures.get(id),
      // An open panel is rendered at every update.
      view.panels.get(id) && {},
    ];
  }

  #moreInputs({ parent, depth }: MoreReplies): readonly unknown[] {
    return [this.section.messages, depth, this.section.store.state.branches.get(parent.id)];
  }

  #commentRow(placed: PlacedComment, context: UpdateContext): Row {
    return {
      id: PREFIX + placed.comment.id,
      isFolded: placed.isFolded,
      draw: (row) => {
        const view = this.#commentView(placed, context);
        const drawRest = (): void => drawCommentActions(row, view);
        return { className: rowClasses(view), template: commentRow(view), drawRest };
      },
    };
  }

  #commentView(placed: PlacedComment, { settings, additions }: UpdateContext): CommentRow {
    const section = this.section;
    const { messages, formats, view } = section;
    const { state, adapter, now } = section.store;
    const { headingLevel = 2, reportHref, timeStyle } = settings;
    const { comment } = placed;
    const link = permalink(comment.id);
    const tombstone = tombstoneText(comment, messages);
    const added: AddedView = additions.reduce((all, addition) => ({ ...all, ...addition.view(comment) }), {});
    const muted = tombstone ? undefined : added.muted;
    const panel = view.panels.get(comment.id);
    const votes = shownVotes(comment, state);
    return {
      ...added,
      section,
      placed,
      messages,
      formats,
      permissions: adapter && permissionsFor(comment, state, adapter, now),
      permalink: link,
      avatar: muted ? undefined : added.avatar,
      body: bodyElement(comment.body, this),
      time: timeText(comment, { messages, formats, timeStyle, now }),
      authorName: shownName(comment, messages),
      tombstone,
      decision: tombstone && added.decision,
      headingLevel: authorLevel(headingLevel),
      report: muted ? { type: 'none' } : reportAvailability(comment, state, { adapter, reportHref, permalink: link }),
      votes,
      offeredVotes: offeredVotes(adapter, votes),
      failure: view.failures.get(comment.id),
      muted,
      isOwn: isOwn(comment, state),
      panel,
      form: panel && section.renderPanel(panel, comment),
    };
  }
}

function mergedMaps<Key, Value>(maps: readonly (ReadonlyMap<Key, Value> | undefined)[]): ReadonlyMap<Key, Value> {
  return new Map(maps.flatMap((map) => [...(map ?? [])]));
}

/** Whether nothing has changed for a row. Called for every row at every update, so it allocates nothing. */
function isSameRow(
  { list, item: before, keys }: Checked,
  listInputs: readonly unknown[],
  item: ThreadItem,
  keyed: readonly RowAddition[],
): boolean {
  if (list !== listInputs) return false;
  // Both items are of one type and about one comment.
  for (const name in item) if (item[name as keyof ThreadItem] !== before[name as keyof ThreadItem]) return false;
  const comment = item.type === 'more' ? item.parent : item.comment;
  return keyed.every((addition, index) => addition.keyOf?.(comment) === keys[index]);
}

/** Returns `before` if the values are the same, so that arrays can be compared by identity. */
function unlessChanged(before: readonly unknown[], values: readonly unknown[]): readonly unknown[] {
  return values.length === before.length && values.every((value, index) => value === before[index]) ? before : values;
}
