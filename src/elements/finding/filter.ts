/** Loaded when a reader chooses a selection of the comments. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VisitMessages } from '../../i18n/messages.js';
import type { Comment, Filter as FilterName } from '../../model/adapter.js';
import { DiscussionFilter } from '../../model/discussion/discussion-filter.js';
import { isCounted } from '../../model/state/discussion-state.js';
import type { ThreadItem } from '../../model/discussion/thread.js';
import type { ActionItem } from '../../presentation/comment-actions.js';
import type { CommandOf } from '../../presentation/command.js';
import { nameOfControl } from '../../presentation/shown-author.js';
import { failure } from '../frame/failure.js';
import { loadMore } from '../frame/load-more.js';
import { BodyRenderers } from '../list/body-renderers.js';
import { CommentList, type ExtraRows } from '../list/comment-list.js';
import { focusAfterLoading } from '../list/focus-comment.js';
import type { ActionOutcome, Feature, RowAddition } from '../section.js';
import type { SectionFrame } from '../section-frame.js';
import { shared } from '../shared.js';
import { loadInPlace } from './load-in-place.js';

declare module '../../presentation/command.js' {
  interface Commands {
    /** Shows a selection of the comments, or all of them. */
    filter: { readonly filter: FilterName | 'all' };
    'load-more-filtered': unknown;
  }
}

/**
 * The comments of a selection, each by itself.
 *
 * @csspart filtered - The filtered list.
 * @csspart show-in-conversation - In the filtered list, goes to the comment in its conversation.
 *
 * @action filter - The filter was changed, such as to the editors' picks or to all comments. Calls the backend.
 * @action load-more-filtered - The next page of the filtered list was loaded. Calls the backend.
 */
class SelectionList extends CommentList<VisitMessages> {
  #comments: readonly Comment[] = [];
  #items: readonly ThreadItem[] = [];

  override render(): TemplateResult {
    const { store, messages } = this.section;
    const { selection } = store.state;
    return html`<div
      part="filtered"
      role="list"
      tabindex="-1"
      aria-label=${selection ? messages.filters[selection.filter] : nothing}
    ></div>`;
  }

  /** A selection has no gaps, and new comments are not part of it. */
  protected override extraRows(): ExtraRows {
    const below = new Map(super.extraRows().below);
    below.delete(null);
    return { before: new Map(), below };
  }

  protected override items(): readonly ThreadItem[] {
    const comments = this.section.store.state.selection?.items ?? [];
    if (comments === this.#comments) return this.#items;
    this.#comments = comments;
    this.#items = comments.map((comment) => ({
      type: 'comment',
      comment,
      depth: 0,
      parent: undefined,
      replies: 0,
      total: 0,
      isTotalExact: true,
      isCollapsed: false,
      isFolded: false,
    }));
    return this.#items;
  }
}

/** Shows a selection of the comments in place of all. */
class Filter implements Feature<'filter' | 'load-more-filtered'> {
  readonly #section: SectionFrame<VisitMessages>;
  readonly #list: SelectionList;
  readonly #renderers: BodyRenderers;

  constructor(section: SectionFrame<VisitMessages>) {
    this.#section = section;
    this.#list = new SelectionList(section);
    this.#renderers = new BodyRenderers(section.host);
  }

  readonly commands = {
    filter: ({ filter }: CommandOf<'filter'>): Promise<ActionOutcome> => this.#choose(filter),
    'load-more-filtered': (): Promise<ActionOutcome> => this.#loadMore(),
  };

  readonly frame = {
    'above-list': () => this.#renderFailure(),
    list: () => this.#render(),
  };

  readonly row: RowAddition = {
    version: () => this.#section.store.state.selection !== undefined,
    view: (comment) => (this.#section.store.state.selection ? { actions: [this.#showInConversation(comment)] } : {}),
  };

  afterUpdate(): void {
    const list = this.#section.root.querySelector('[part=filtered]');
    if (list) this.#list.update(list);
  }

  #render(): unknown {
    const { store, messages } = this.#section;
    const { selection } = store.state;
    // Until its comments can be rendered, all comments stay.
    if (!selection || !this.#renderers.areReadyFor(selection.items.map(({ body }) => body))) return nothing;
    if (selection.items.length === 0) return html`<p part="empty" class="muted">${messages.emptyFiltered}</p>`;
    const left = (selection.total ?? NaN) - selection.items.filter(isCounted).length;
    return [this.#list.render(), loadMore(this.#section, selection.more, left, { type: 'load-more-filtered' })];
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { store, messages } = this.#section;
    const { filtering } = store.state;
    if (filtering.state !== 'failed') return nothing;
    const { error, filter } = filtering;
    return failure(messages.filterFailed, error, messages, this.#section.on({ type: 'filter', filter }));
  }

  #showInConversation(comment: Comment): ActionItem {
    const { messages } = this.#section;
    const text = messages.showInConversation;
    return {
      type: 'button',
      name: 'show-in-conversation',
      text,
      label: nameOfControl(text, 'comment', comment, messages),
      command: { type: 'follow-permalink', id: comment.id },
    };
  }

  async #choose(filter: CommandOf<'filter'>['filter']): Promise<ActionOutcome> {
    const { store, messages } = this.#section;
    const request = shared(this.#section, DiscussionFilter).show(filter);
    // Before the update: a form that returns to the page with it may have something to announce as well.
    if (filter === 'all') this.#section.announce(messages.filtered(messages.filters.all));
    const outcome = await request;
    if (outcome.type !== 'done') return outcome.type === 'failed' ? 'failed' : undefined;
    if (filter === 'all') return 'done';
    const isEmpty = store.state.selection?.items.length === 0;
    this.#section.announce(isEmpty ? messages.emptyFiltered : messages.filtered(messages.filters[filter]));
    return 'done';
  }

  async #loadMore(): Promise<ActionOutcome> {
    const { root, store, messages } = this.#section;
    const last = [...root.querySelectorAll('[part=filtered] article')].at(-1);
    this.#section.announce(messages.loadingMore);
    return loadInPlace(this.#section, {
      hold: () => last,
      comments: () => store.state.selection?.items ?? [],
      load: () => shared(this.#section, DiscussionFilter).loadMore(),
      focus: ([first]) => focusAfterLoading(root, first?.id),
    });
  }
}

export const features = [Filter] as const;
