import { html, type TemplateResult } from 'lit';
import { bodyElement } from '../../content/body-element.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import { commentsInOrder, shownVotes } from '../../model/state/discussion-state.js';
import { isOwn, permissionsFor } from '../../model/state/permissions.js';
import type { PlacedComment, ThreadItem } from '../../model/discussion/thread.js';
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

/** A row, and the values it depends on. */
interface CachedRow {
  readonly inputs: readonly unknown[];
  readonly row: Row;
}

export interface ExtraRows {
  readonly before: ReadonlyMap<CommentId, Row>;
  readonly below: ReadonlyMap<CommentId | null, readonly Row[]>;
}

/** What all rows of one update share. It is read once, not for each row. */
interface UpdateContext {
  readonly settings: Settings;
  readonly additions: readonly RowAddition[];
}

interface Thread {
  readonly inputs: Parameters<SectionFrame['threadOf']>;
  readonly items: readonly ThreadItem[];
}

/**
 * The list of comments in threads. Rows are cached, so that the cost of a change in one row does not depend on the number of rows: an
 * update compares whole lists by identity, and reads only the comments that are not the same as before or have an entry in `#entries`.
 * Comparing what each row depends on, a live edit cost 2.2 times as much among 5,000 comments as among 1,000 (aim 1.3; so 1.0 to 1.3).
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
  /** What rows depend on besides, by comment. Few comments have an entry. */
  #entries: readonly ReadonlyMap<CommentId | null, unknown>[] = [];
  /** Comments whose rows change with the time. */
  readonly #editable = new Set<CommentId | null>();
  #thread: Thread = { inputs: [[], new Set()], items: [] };
  #items: readonly ThreadItem[] = [];
  /** The rows of `#items`. */
  #rows: readonly Row[] = [];

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
    this.#updateRows();
    this.#rowList.update(list, this.#withExtraRows(), this.section.store.session()?.signal);
  }

  #updateRows(): void {
    const { store, view, features, settings } = this.section;
    const { reports, unconfirmedVotes, branches } = store.state;
    const additions = features.flatMap(({ row }) => row ?? []);
    const context: UpdateContext = { settings, additions };
    const sharedInputs = unlessChanged(this.#sharedInputs, this.#readSharedInputs(context));
    const rows = sharedInputs === this.#sharedInputs ? this.#rows : [];
    this.#sharedInputs = sharedInputs;
    const before = this.#entries;
    const added = additions.flatMap(({ entries }) => entries?.() ?? []);
    this.#entries = [reports, unconfirmedVotes, branches, view.failures, view.panels, ...added];
    const due = new Set(this.#editable);
    for (const map of [...before, ...this.#entries]) for (const id of map.keys()) due.add(id);
    const items = this.items();
    this.#rows = items.map((item, index) => {
      const row = item === this.#items[index] && rows[index];
      return row && !(due.size && due.has(item.comment.id)) ? row : this.#cachedRow(item, context);
    });
    this.#items = items;
  }

  #withExtraRows(): readonly Row[] {
    const { before, below } = this.extraRows();
    if (before.size + below.size === 0) return this.#rows;
    const rows: Row[] = [];
    // A reply that is being sent is shown at the end of its parent's branch.
    const openBranches: CommentId[] = [];
    const closeBranches = (depth: number): void => {
      while (openBranches.length > depth) rows.push(...(below.get(openBranches.pop() as CommentId) ?? []));
    };
    const isNewestFirst = this.section.store.state.sort === 'newest';
    const outer = below.get(null) ?? [];
    if (isNewestFirst) rows.push(...outer);
    this.#items.forEach((item, index) => {
      closeBranches(item.depth);
      const gap = item.type === 'comment' ? before.get(item.comment.id) : undefined;
      if (gap) rows.push(gap);
      rows.push(this.#rows[index]!);
      if (item.type === 'comment') openBranches[item.depth] = item.comment.id;
    });
    closeBranches(0);
    if (!isNewestFirst) rows.push(...outer);
    return rows;
  }

  /** The rows of features: before a comment; below the replies to a comment, or, with null, at the end of the list. */
  protected extraRows(): ExtraRows {
    const { features } = this.section;
    return {
      before: new Map(features.flatMap((feature) => [...(feature.rowsBefore?.() ?? [])])),
      below: new Map(features.flatMap((feature) => [...(feature.rowsBelow?.() ?? [])])),
    };
  }

  protected items(): readonly ThreadItem[] {
    const { store, view, threadOf } = this.section;
    const last = this.#thread;
    const inputs = unlessChanged<Thread['inputs']>(last.inputs, [
      commentsInOrder(store.state),
      view.collapsed,
      store.features.nesting,
    ]);
    if (inputs !== last.inputs) this.#thread = { inputs, items: threadOf(...inputs) };
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
      Boolean(state.info?.posting?.refusal),
      // Relative times change by the minute.
      Math.floor(now / 60_000),
      ...additions.flatMap((addition) => [addition, addition.version?.()]),
    ];
  }

  /** The row of the last update, if nothing has changed for it. */
  #cachedRow(item: ThreadItem, context: UpdateContext): Row {
    const { store, view } = this.section;
    const { comment, type } = item;
    const { id, editableUntil } = comment;
    if (editableUntil) this.#editable.add(id);
    const inputs = [
      this.#sharedInputs,
      ...(Object.values(item) as readonly unknown[]),
      editableUntil && Date.parse(editableUntil) > store.now,
      ...this.#entries.map((map) => map.get(id)),
      // An open panel is rendered at every update.
      view.panels.get(id) && {},
    ];
    const cached = this.#cache[type].get(comment);
    if (cached && unlessChanged(cached.inputs, inputs) === cached.inputs) return cached.row;
    const row =
      item.type === 'more'
        ? moreRepliesRow(this.section, item, store.state.branches.get(id))
        : this.#commentRow(item, context);
    this.#cache[type].set(comment, { inputs, row });
    return row;
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

/** Returns `before` if the values are the same, so that arrays can be compared by identity. */
function unlessChanged<Values extends readonly unknown[]>(before: Values, values: Values): Values {
  return values.length === before.length && values.every((value, index) => value === before[index]) ? before : values;
}
