import { html, type TemplateResult } from 'lit';
import { bodyElement } from '../content/body-element.js';
import type { Author, Comment, CommentId } from '../model/adapter.js';
import { commentsInOrder, type DiscussionState } from '../model/discussion-state.js';
import { isOwn, rightsOf } from '../model/may.js';
import { type MoreReplies, type PlacedComment, type ThreadItem, threadOf } from '../model/thread.js';
import { shownVotes } from '../model/shown-votes.js';
import { actionsOf, commentRow, type CommentView, DEEPEST, type Panel } from './comment-row.js';
import { drawActions } from './action-buttons.js';
import { causeOf, failure } from './failure.js';
import { permalink, PREFIX } from './page-address.js';
import { recall } from './preferences.js';
import { reportingOf } from './reporting.js';
import { type Row, RowList } from './row-list.js';
import type { Section } from './section.js';

const NOTHING = new Map<CommentId | null, readonly Row[]>();

/** A row with all that it was made of. */
interface Made {
  readonly from: readonly unknown[];
  readonly row: Row;
}

/** The list of comments, with what is folded in it and open in it. `list-steps.ts` changes that, for those who press something. */
export class CommentList {
  collapsed: ReadonlySet<CommentId> = new Set();
  readonly panels = new Map<CommentId, Panel>();
  /** Muted persons whose comment the reader wants to see all the same. */
  readonly revealed = new Set<CommentId>();
  /** Whom this reader has muted, by `personOf`. What no storage keeps lasts as long as the page. */
  muted: readonly string[] = [];
  /** What went wrong at a comment, besides what has opened below it; at none: with the whole list. */
  readonly failures = new Map<CommentId, unknown>();
  readonly #section: () => Section;
  readonly #list = new RowList();
  #made = new Map<string, Made>();
  #era: readonly unknown[] = [];
  /** The rows that were last drawn, and all that they depend on besides what is open. */
  #last: { readonly all: readonly unknown[]; readonly rows: readonly Row[] } = { all: [], rows: [] };
  /** What the thread was last made of, and the thread. */
  #thread: { readonly from: readonly unknown[]; readonly items: readonly ThreadItem[] } = { from: [], items: [] };

  constructor(section: () => Section) {
    this.#section = section;
  }

  /** Brings the list on the page up to date. */
  update(list: Element): void {
    const muted = recall('muted');
    if (Array.isArray(muted) && String(muted) !== String(this.muted)) this.muted = muted as readonly string[];
    this.#list.update(list, this.#rows());
  }

  /** Folds everything up and closes everything: it is another discussion. */
  reset(): void {
    this.collapsed = new Set();
    for (const kept of [this.panels, this.failures, this.revealed]) kept.clear();
  }

  /** Says below a comment what went wrong there. */
  fail(id: CommentId, problem: unknown): void {
    this.failures.set(id, problem);
    void this.redraw();
  }

  /** Resolves when what has changed is on the page. */
  redraw(): Promise<unknown> {
    const { host } = this.#section();
    host.requestUpdate();
    return host.updateComplete;
  }

  /** One listener for all comments: the row says which one is meant. */
  readonly onClick = ({ target }: Event): void => {
    const button = (target as Element).closest<HTMLElement>('[data-action]');
    const id = button?.closest('li')?.id.replace(/^(comment|more)-/, '');
    const action = button?.dataset.action;
    if (id !== undefined && action !== undefined) this.#section().act(action, id);
  };

  #rows(): readonly Row[] {
    const section = this.#section();
    const { store, host, words, writing, browsing } = section;
    const { state, adapter } = store;
    const outgoing = writing.module?.outgoing ?? NOTHING;
    const { author, moderator } = state.viewer;
    const era = this.#eraOf([
      words.messages,
      words.formats,
      adapter,
      // An adapter that has learned what its backend offers has other features from then on.
      adapter?.features,
      host.reportHref,
      host.timeStyle,
      state.access.state,
      author?.id,
      moderator,
      Math.floor(store.now / 60_000),
      browsing.module?.live.since,
    ]);
    const items = this.#items(state);
    const fresh = [...(browsing.module?.live.waiting ?? [])].map(([id, { length }]) => id && `${id} ${length}`).join();
    const { reports, voting, branches, posted } = state;
    const opened = this.panels.size + this.failures.size;
    const all = [items, era, fresh, reports, voting, branches, state.outgoing, posted, this.muted, this.revealed.size, opened];
    // Most of what happens in a discussion waits to be shown: then nothing is to be done, however long the list is.
    if (opened === 0 && all.every((value, index) => value === this.#last.all[index])) return this.#last.rows;
    const made = new Map<string, Made>();
    const rows: Row[] = [];
    const ends: CommentId[] = [];
    const flush = (depth: number): void => {
      while (ends.length > depth) rows.push(...(outgoing.get(ends.pop() as CommentId) ?? []));
    };
    if (state.sort === 'newest') rows.push(...(outgoing.get(null) ?? []));
    for (const item of items) {
      flush(item.depth);
      const key = keyOf(item);
      const from =
        item.type === 'more'
          ? [item.parent, item.depth, state.branches.get(item.parent.id), words.messages]
          : this.#fromOf(item, era, section);
      const before = this.#made.get(key);
      const isSame = before?.from.every((value, index) => value === from[index]);
      const row = before && isSame ? before.row : item.type === 'more' ? this.#moreRow(item, section) : this.#commentRow(item, section);
      made.set(key, { from, row });
      rows.push(row);
      if (item.type === 'comment') ends[item.depth] = item.comment.id;
    }
    flush(0);
    if (state.sort !== 'newest') rows.push(...(outgoing.get(null) ?? []));
    this.#made = made;
    this.#last = { all, rows };
    return rows;
  }

  /** What all rows depend on: the same object for as long as it says the same, so that each row compares one thing. */
  #eraOf(values: readonly unknown[]): readonly unknown[] {
    if (values.some((value, index) => value !== this.#era[index])) this.#era = values;
    return this.#era;
  }

  #items(state: DiscussionState): readonly ThreadItem[] {
    const from = [state.comments, state.posted, state.sort, this.collapsed];
    if (from.some((value, index) => value !== this.#thread.from[index]))
      this.#thread = { from, items: threadOf(commentsInOrder(state), this.collapsed) };
    return this.#thread.items;
  }

  /** What one row depends on besides what all of them do. */
  #fromOf(item: PlacedComment, era: readonly unknown[], { store, browsing }: Section): readonly unknown[] {
    const { state } = store;
    const { comment } = item;
    const { id, editableUntil } = comment;
    const open = this.panels.get(id);
    return [
      era,
      comment,
      item.depth,
      item.parent,
      item.replies,
      item.isCollapsed,
      // Time windows end by the second, what is said of the past goes by the minute.
      editableUntil && Date.parse(editableUntil) > store.now,
      state.posted.includes(comment),
      browsing.module?.live.waiting.get(id)?.length,
      this.#isMuted(comment, state),
      state.reports.get(id),
      state.voting.get(id),
      this.failures.get(id),
      // Whatever is open is drawn each time.
      open && {},
    ];
  }

  #commentRow(placed: PlacedComment, { store, host, words, browsing }: Section): Row {
    const { messages, formats } = words;
    const { state, adapter, now } = store;
    const { comment, depth } = placed;
    const { id, status = 'visible', createdAt } = comment;
    const created = Date.parse(createdAt);
    const link = permalink(id);
    const muted = this.#isMuted(comment, state);
    const open = this.panels.get(id);
    const view: CommentView = {
      placed,
      messages,
      formats,
      rights: adapter && rightsOf(comment, state, adapter, now),
      permalink: link,
      body: bodyElement(comment.body, this),
      time: host.timeStyle === 'absolute' || !created ? undefined : (formats.relative(created, now) ?? messages.justNow),
      reporting: muted ? '' : reportingOf(comment, state, { adapter, reportHref: host.reportHref, permalink: link }),
      votes: shownVotes(comment, state),
      ballot: store.features.votes ?? (adapter?.vote ? 'like' : 'none'),
      problem: this.failures.get(id),
      fresh: browsing.module?.live.waiting.get(id)?.length ?? 0,
      isNew: browsing.module?.live.isNew(comment) ?? false,
      isMuted: muted,
      panel: open,
      form: open && browsing.module?.panel(open, comment),
    };
    const className = `${status === 'pending' ? 'held' : ''} ${view.isNew ? 'unread' : ''}`;
    return {
      id: PREFIX + id,
      className,
      depth: Math.min(depth, DEEPEST),
      draw: () => commentRow(view),
      finish: (row) => drawActions(row.querySelector('.actions')!, actionsOf(view)),
    };
  }

  #moreRow({ parent, depth }: MoreReplies, { store, words: { messages }, act }: Section): Row {
    const progress = store.state.branches.get(parent.id);
    const isLoading = progress?.state === 'loading';
    const draw = (): TemplateResult =>
      progress?.state === 'failed'
        ? failure(messages.moreFailed(causeOf(progress.error, messages)), messages, () => act('more-replies', parent.id))
        : html`<button part="button more-replies" class="link small" type="button" data-action="more-replies" aria-disabled=${isLoading}>${
            isLoading ? messages.loadingMore : messages.moreReplies
          }</button>`;
    return { id: `more-${parent.id}`, className: '', depth: Math.min(depth, DEEPEST), draw };
  }

  #isMuted(comment: Comment, state: DiscussionState): boolean {
    const { id, author } = comment;
    return author != null && this.muted.includes(personOf(author)) && !this.revealed.has(id) && !isOwn(comment, state);
  }
}

/** What a person is known by when they are muted. */
export function personOf({ id, name }: Author): string {
  return id ?? name;
}

function keyOf(item: ThreadItem): string {
  return item.type === 'more' ? `more-${item.parent.id}` : PREFIX + item.comment.id;
}
