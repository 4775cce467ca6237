import { html, nothing, type TemplateResult } from 'lit';
import type { VisitMessages } from '../../i18n/messages.js';
import { ListOrder } from '../../model/discussion/list-order.js';
import { commentsInOrder } from '../../model/state/discussion-state.js';
import { offeredSorts, sortId } from '../../model/discussion/offers.js';
import type { CommandOf } from '../../presentation/command.js';
import { sortName } from '../../presentation/sort-name.js';
import { failure } from '../frame/failure.js';
import { RefreshController } from '../frame/refresh-controller.js';
import { remember } from '../page/preferences.js';
import { areShortcutsWanted } from '../page/shortcuts-wanted.js';
import type { ActionOutcome, Feature } from '../section.js';
import type { SectionFrame } from '../section-frame.js';
import { filterMenu, sortMenu } from './menus.js';

declare module '../../presentation/command.js' {
  interface Commands {
    /** `sort`: the id of an order. */
    sort: { readonly sort: string };
  }
}

/** Comments per page unless the page sets it. */
const PAGE_SIZE = 25;

/**
 * Lists in another order. Renders the menus above the list, the end of the list, and the buttons that skip the form or the list or open the
 * shortcuts.
 *
 * @csspart end - The end of the list.
 * @csspart load-all - Loads all comments.
 * @csspart skip - A skip link past the form or past the list, or the button for keyboard shortcuts.
 *
 * @action sort - The sort order was changed. Calls the backend.
 */
export class Finding implements Feature<'sort'> {
  readonly #section: SectionFrame<VisitMessages>;
  readonly #order: ListOrder;

  constructor(section: SectionFrame<VisitMessages>) {
    this.#section = section;
    this.#order = new ListOrder(section.store);
    new RefreshController(section.host);
  }

  readonly commands = {
    sort: ({ sort }: CommandOf<'sort'>): Promise<ActionOutcome> => this.#sort(sort),
  };

  readonly frame = {
    'above-list': () => this.#renderSortFailure(),
    start: () => this.#renderSkipForm(),
    menus: () => [filterMenu(this.#section), sortMenu(this.#section)],
    'before-list': () => (this.#isEmpty ? nothing : [this.#renderSkipLink('end'), this.#renderShortcuts()]),
    // While there is a gap, the next page belongs into it, and only its button loads it.
    progress: () => (this.#section.features.some((one) => one.rowsBefore?.().size) ? this.#renderEndMark() : undefined),
    'below-list': () => (this.#isEmpty ? nothing : this.#renderEnd()),
  };

  afterUpdate(): void {
    // Not `[part=list]:not([aria-describedby])`: without a match, the browser searches every row, for 10 ms with 5,000 comments.
    const list = this.#section.root.querySelector('[part=list]');
    if (!list?.hasAttribute('aria-describedby')) list?.setAttribute('aria-describedby', 'keys');
  }

  /** Lists in another order, and remembers the choice. */
  async #sort(sort: string): Promise<ActionOutcome> {
    const { store, messages } = this.#section;
    const { adapter } = store;
    this.#section.announce(messages.loading);
    const outcome = await this.#order.sortBy(sort);
    if (outcome.type === 'aborted') return undefined;
    if (outcome.type === 'failed') return 'failed';
    remember('order', sort);
    const shown = adapter && offeredSorts(adapter).find((one) => sortId(one) === sort);
    if (shown) this.#section.announce(messages.sorted(sortName(shown, messages)));
    return 'done';
  }

  #renderSortFailure(): TemplateResult | typeof nothing {
    const { store, messages } = this.#section;
    const { sorting } = store.state;
    if (sorting.state !== 'failed') return nothing;
    const { error, sort } = sorting;
    return failure(messages.sortFailed, error, messages, this.#section.on({ type: 'sort', sort }));
  }

  /** The first stop of the Tab key in the section, if there is a form before the comments. */
  #renderSkipForm(): TemplateResult | typeof nothing {
    const { store, features } = this.#section;
    const hasForm = features.some((feature) => feature.hasForm?.());
    return hasForm && store.state.listing.state === 'ready' && !this.#isEmpty ? this.#renderSkipLink('list') : nothing;
  }

  get #isEmpty(): boolean {
    return commentsInOrder(this.#section.store.state).length === 0;
  }

  /** A button to skip the form or the list with the Tab key. Visible while it has the focus. */
  #renderSkipLink(to: 'list' | 'end'): TemplateResult {
    const { skipToComments, skipToEnd } = this.#section.messages;
    return html`
      <button part="button skip" class="primary small skip" type="button" @click=${this.#section.on({ type: 'skip', to })}>
        ${to === 'list' ? skipToComments : skipToEnd}
      </button>
    `;
  }

  /** The button that opens the list of keyboard shortcuts. It states those that spare most of the tab stops, and describes the list. */
  #renderShortcuts(): TemplateResult {
    const { shortcuts, shortcutKeys } = this.#section.messages;
    const keys = areShortcutsWanted() ? (['j', 'k', 'r'] as const) : [];
    const texts = [shortcuts, ...keys.map((key) => `${key} ${shortcutKeys[key]}`)];
    return html`
      <button part="button skip" id="keys" class="primary small skip" type="button" @click=${this.#section.on({ type: 'show-shortcuts' })}>
        ${texts.join(' · ')}
      </button>
    `;
  }

  /** The target of "Skip to the end" if no button is below the list. */
  #renderEndMark(): TemplateResult {
    return html`<p part="end" class="muted small skip" tabindex="-1">${this.#section.messages.endOfComments}</p>`;
  }

  /** The end of the list, or the button that loads all of it if more than one page is missing. */
  #renderEnd(): TemplateResult | typeof nothing {
    const { store, messages, settings } = this.#section;
    const { more, total, comments, detached } = store.state;
    if (more.state === 'idle') return this.#renderEndMark();
    const missing = total === undefined ? Infinity : total - comments.length - detached.length;
    const isOnePage = missing <= (settings.pageSize ?? PAGE_SIZE);
    if (more.state === 'failed' || isOnePage) return nothing;
    // Rendered while a page loads, so that content below does not move.
    const isLoading = more.state === 'loading';
    return html`
      <button part="button load-all" class="link small all" type="button" aria-disabled=${isLoading} @click=${this.#section.on({ type: 'load-all' })}>
        ${messages.loadAll}
      </button>
    `;
  }
}
