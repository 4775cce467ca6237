import { html, type TemplateResult } from 'lit';
import { bodyElement } from '../../content/body-element.js';
import type { Messages } from '../../i18n/messages.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import { commentsInOrder, type DiscussionState } from '../../model/discussion/discussion-state.js';
import { permissionsFor } from '../../model/discussion/permissions.js';
import { type MoreReplies, type PlacedComment, type ThreadItem, threadOf } from '../../model/discussion/thread.js';
import { shownVotes } from '../../model/transitions/votes.js';
import { actionsOf, commentRow, type CommentView, DEEPEST, type Panel } from './comment-row.js';
import { drawActions } from './action-buttons.js';
import { failure } from '../section/failure.js';
import { permalink, PREFIX } from '../permalink/permalink.js';
import { reportAvailability } from './report-availability.js';
import { type Row, RowList } from './row-list.js';
import type { Section } from '../section.js';

const NOTHING = new Map<CommentId | null, readonly never[]>();

/** Where a comment stands; what stands after its replies has less to say of that. */
type Where = Partial<Omit<PlacedComment, 'type' | 'comment'>>;

/** A row with all that it was made of. */
interface Made {
  readonly item: ThreadItem;
  /** Replies that had arrived and were not shown. */
  readonly fresh: number;
  /** Under what it was last found to be right; undefined where that has to be looked at each time. */
  readonly all: readonly unknown[] | undefined;
  readonly from: readonly unknown[];
  readonly row: Row;
}

/** The list of comments, with what is folded in it and open in it. `list-steps.ts` changes that, for those who press something. */
export class CommentList {
  collapsed: ReadonlySet<CommentId> = new Set();
  readonly panels = new Map<CommentId, Panel>();
  /** What went wrong at a comment, besides what has opened below it; at none: with the whole list. */
  readonly failures = new Map<CommentId, unknown>();
  readonly #section: () => Section;
  readonly #list = new RowList();
  /** Of each comment its row, and the one that stands after its replies. */
  readonly #made = { comment: new WeakMap<Comment, Made>(), more: new WeakMap<Comment, Made>() };
  /** What all rows depend on, and that with what some of them do. */
  #era: readonly unknown[] = [];
  #all: readonly unknown[] = [];
  /** What the thread was last made of, and the thread. */
  #thread: { readonly from: readonly unknown[]; readonly items: readonly ThreadItem[] } = { from: [], items: [] };

  constructor(section: () => Section) {
    this.#section = section;
  }

  /** Brings the list on the page up to date. */
  update(list: Element): void {
    this.#list.update(list, this.#rows());
  }

  /** Folds everything up and closes everything: it is another discussion. */
  reset(): void {
    this.collapsed = new Set();
    for (const kept of [this.panels, this.failures]) kept.clear();
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
    const era = (this.#era = kept(this.#era, [
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
    ]));
    const items = this.#items(state);
    const waiting = browsing.module?.live.waiting ?? NOTHING;
    const { reports, voting, branches, posted } = state;
    const all = (this.#all = kept(this.#all, [era, reports, voting, branches, posted, ...(browsing.module?.muting.state ?? [])]));
    const rows: Row[] = [];
    const ends: CommentId[] = [];
    const flush = (depth: number): void => {
      while (ends.length > depth) rows.push(...(outgoing.get(ends.pop() as CommentId) ?? []));
    };
    if (state.sort === 'newest') rows.push(...(outgoing.get(null) ?? []));
    for (const item of items) {
      flush(item.depth);
      const comment = item.type === 'more' ? item.parent : item.comment;
      const { id } = comment;
      const fresh = waiting.get(id)?.length ?? 0;
      // What opens and what ends by itself is not in what all depend on.
      const isBusy = this.panels.has(id) || this.failures.has(id) || comment.editableUntil;
      let made = this.#made[item.type].get(comment);
      const isStill = made?.fresh === fresh && isSamePlace(made.item, item);
      // What concerns one comment costs the same however many others there are: those are not looked at any closer.
      if (!isStill || isBusy || made!.all !== all) {
        const from = item.type === 'more' ? [words.messages, branches.get(id)] : this.#fromOf(item, era, section);
        const isSame = isStill && made!.from.every((value, index) => value === from[index]);
        const row = isSame ? made!.row : item.type === 'more' ? this.#moreRow(item, section) : this.#commentRow(item, section, fresh);
        made = { item, fresh, all: isBusy ? undefined : all, from, row };
        this.#made[item.type].set(comment, made);
      }
      rows.push(made!.row);
      if (item.type === 'comment') ends[item.depth] = id;
    }
    flush(0);
    if (state.sort !== 'newest') rows.push(...(outgoing.get(null) ?? []));
    return rows;
  }

  #items(state: DiscussionState): readonly ThreadItem[] {
    const from = [state.comments, state.posted, state.sort, this.collapsed];
    if (from.some((value, index) => value !== this.#thread.from[index]))
      this.#thread = { from, items: threadOf(commentsInOrder(state), this.collapsed) };
    return this.#thread.items;
  }

  /** What one row depends on besides what all of them do. */
  #fromOf({ comment }: PlacedComment, era: readonly unknown[], { store, browsing }: Section): readonly unknown[] {
    const { state } = store;
    const { id, editableUntil } = comment;
    const open = this.panels.get(id);
    return [
      era,
      // Time windows end by the second, what is said of the past goes by the minute.
      editableUntil && Date.parse(editableUntil) > store.now,
      state.posted.includes(comment),
      browsing.module?.muting.hides(comment),
      state.reports.get(id),
      state.voting.get(id),
      this.failures.get(id),
      // Whatever is open is drawn each time.
      open && {},
    ];
  }

  #commentRow(placed: PlacedComment, { store, host, words, browsing }: Section, fresh: number): Row {
    const { messages, formats } = words;
    const { state, adapter, now } = store;
    const { comment, depth } = placed;
    const { id, status = 'visible', createdAt } = comment;
    const created = Date.parse(createdAt);
    const link = permalink(id);
    const isMuted = browsing.module?.muting.hides(comment) ?? false;
    const open = this.panels.get(id);
    const view: CommentView = {
      placed,
      messages,
      formats,
      rights: adapter && permissionsFor(comment, state, adapter, now),
      permalink: link,
      body: bodyElement(comment.body, this),
      time: host.timeStyle === 'absolute' || !created ? undefined : (formats.relative(created, now) ?? messages.justNow),
      reporting: isMuted ? '' : reportAvailability(comment, state, { adapter, reportHref: host.reportHref, permalink: link }),
      votes: shownVotes(comment, state),
      ballot: store.features.votes ?? (adapter?.vote ? 'like' : 'none'),
      problem: this.failures.get(id),
      fresh,
      isNew: browsing.module?.live.isNew(comment) ?? false,
      isMuted,
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

  #moreRow({ parent, depth }: MoreReplies, { store, words: { messages }, browsing, act }: Section): Row {
    const progress = store.state.branches.get(parent.id);
    const isLoading = progress?.state === 'loading';
    const draw = (): TemplateResult =>
      // Whatever asked for them is there to say why.
      progress?.state === 'failed' && browsing.module
        ? failure((messages as Messages).repliesFailed(browsing.module.errorText(progress.error)), messages, () =>
            act('more-replies', parent.id),
          )
        : html`<button part="button more-replies" class="link small" type="button" data-action="more-replies" aria-disabled=${isLoading}>${
            isLoading ? messages.loadingMore : messages.moreReplies
          }</button>`;
    return { id: `more-${parent.id}`, className: '', depth: Math.min(depth, DEEPEST), draw };
  }
}

/** The same object for as long as it says the same, so that each row compares one thing. */
function kept(before: readonly unknown[], values: readonly unknown[]): readonly unknown[] {
  return values.every((value, index) => value === before[index]) ? before : values;
}

/** Whether two items of one comment and one type say the same. */
function isSamePlace(one: Where, other: Where): boolean {
  return one.depth === other.depth && one.parent === other.parent && one.replies === other.replies && one.isCollapsed === other.isCollapsed;
}
