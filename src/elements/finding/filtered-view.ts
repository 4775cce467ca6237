/** Loaded for readers who want to see a selection of the comments: its list, in place of all comments. */
import { html, nothing, type TemplateResult } from 'lit';
import { bodyElement } from '../../content/body-element.js';
import type { Comment, Filter } from '../../model/adapter.js';
import { FilteredComments } from '../../model/discussion/filtered-comments.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { authorLevel, timeTexts } from '../../presentation/comment-view.js';
import { nameOfControl, shownName, tombstoneText } from '../../presentation/shown-author.js';
import { raise } from '../command.js';
import { BodyRenderers } from '../list/body-renderers.js';
import type { Muting } from '../muting/muting.js';
import { permalink } from '../page/address.js';
import type { Announcer } from '../frame/announcer.js';
import { failure } from '../frame/failure.js';
import { holdWhileDrawing } from '../page/hold-while-drawing.js';
import { loadMore } from '../frame/load-more.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { SectionHost } from '../section-host.js';
import { readSettings } from '../settings/settings.js';
import type { ActionOutcome } from '../tell-action.js';

interface FilteredViewOptions {
  readonly store: DiscussionStore;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly muting: Muting;
}

export class FilteredView {
  readonly #host: SectionHost;
  readonly #options: FilteredViewOptions;
  readonly #comments: FilteredComments;
  readonly #renderers: BodyRenderers;

  constructor(host: SectionHost, options: FilteredViewOptions) {
    this.#host = host;
    this.#options = options;
    this.#comments = new FilteredComments(options.store, () => host.requestUpdate());
    this.#renderers = new BodyRenderers(host);
  }

  /** What the menu shows: it turns to a selection as soon as that is being loaded. Undefined for all comments. */
  get shown(): Filter | undefined {
    const { selection, wanted, isLoading } = this.#comments;
    return (isLoading ? wanted : undefined) ?? selection?.filter;
  }

  async choose(filter: Filter | 'all'): Promise<ActionOutcome> {
    const { announcer, locale } = this.#options;
    const { messages } = locale;
    if (filter === 'all') this.#comments.showAll();
    else if (!(await this.#comments.show(filter))) return this.#comments.error && 'failed';
    const isEmpty = this.#comments.selection?.items.length === 0;
    announcer.announce(isEmpty ? messages.emptyFiltered : messages.filtered(messages.filters[filter]));
    return 'done';
  }

  /** Shows all comments again, because the reader goes to one of them. */
  leave(): void {
    if (this.shown) this.#comments.showAll();
  }

  /** Loads the next page, and goes to its first comment, as below the list of all comments. */
  async loadMore(): Promise<ActionOutcome> {
    const { announcer, locale } = this.#options;
    const before = this.#comments.selection?.items.length ?? 0;
    announcer.announce(locale.messages.loadingMore);
    const release = holdWhileDrawing(this.#host, this.#articles.at(-1));
    const isLoaded = await this.#comments.loadMore();
    const count = (this.#comments.selection?.items.length ?? 0) - before;
    await this.#host.updateComplete;
    release();
    if (!isLoaded) return this.#comments.error && 'failed';
    announcer.announce(locale.messages.loadedMore(count, locale.formats.number(count)));
    this.#articles[before]?.focus({ preventScroll: true });
    return 'done';
  }

  /** The list; undefined while all comments are shown. */
  render(): TemplateResult | undefined {
    const { selection } = this.#comments;
    const { messages } = this.#options.locale;
    if (!selection || !this.#renderers.areReadyFor(selection.items.map(({ body }) => body))) return undefined;
    const list = html`
      <ul part="filtered" class="filtered" role="list" aria-label=${messages.filters[selection.filter]}
        >${selection.items.map((comment) => this.#renderComment(comment))}</ul
      >
    `;
    return html`
      ${selection.items.length > 0 ? list : html`<p part="empty" class="muted">${messages.emptyFiltered}</p>`}
      ${loadMore(this.#comments.more, messages, { type: 'load-more-filtered' })}
    `;
  }

  /** Why the selection could not be shown; nothing where it could. */
  renderFailure(): TemplateResult | typeof nothing {
    const { error, wanted } = this.#comments;
    if (!error || !wanted) return nothing;
    return failure(
      this.#options.locale.messages.filterFailed,
      error,
      this.#options.locale.messages,
      raise({ type: 'filter', filter: wanted }),
    );
  }

  #renderComment(comment: Comment): TemplateResult {
    const { store, locale, muting } = this.#options;
    const { messages, formats } = locale;
    const { headingLevel = 2, timeStyle } = readSettings(this.#host).settings;
    const name = shownName(comment, messages);
    const { time, date } = timeTexts(comment, { messages, formats, timeStyle, now: store.now });
    const label = [messages.commentBy(name), time].filter(Boolean).join(', ');
    const gone = tombstoneText(comment, messages) || (muting.hides(comment) && messages.muted(name));
    const text = gone ? html`<p part="removed" class="body muted">${gone}</p>` : bodyElement(comment.body, this);
    return html`<li class="row"
      ><article part="comment" tabindex="-1" aria-label=${label}
        ><header part="comment-header" class="small"
          ><bdi part="author" class="author" role="heading" aria-level=${authorLevel(headingLevel)}>${name}</bdi
          >${time ? this.#renderTime(comment, time, date) : nothing}</header
        >${text}<div part="actions" class="actions small"
          ><button
            part="action show-in-conversation"
            class="action"
            type="button"
            aria-label=${nameOfControl(messages.showInConversation, 'comment', comment, messages)}
            @click=${raise({ type: 'follow-permalink', id: comment.id })}
            >${messages.showInConversation}</button
          ></div
        ></article
      ></li
    >`;
  }

  #renderTime(comment: Comment, time: string, date: string): TemplateResult {
    const { messages } = this.#options.locale;
    return html`<a
      part="permalink"
      class="muted"
      href=${permalink(comment.id)}
      aria-label=${nameOfControl(time, 'comment', comment, messages)}
      ><time part="time" datetime=${new Date(comment.createdAt).toISOString()} title=${date}>${time}</time></a
    >`;
  }

  get #articles(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[part=filtered] article')];
  }
}
