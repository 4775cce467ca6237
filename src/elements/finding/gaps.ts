import { html, type TemplateResult } from 'lit';
import type { Comment, CommentId } from '../../model/adapter.js';
import type { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import { type Progress, commentsInOrder } from '../../model/state/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { gapsBefore } from '../../model/transitions/detached.js';
import { raise } from '../command.js';
import { holdWhileDrawing } from '../page/hold-while-drawing.js';
import type { Announcer } from '../frame/announcer.js';
import { elementId } from '../page/element-id.js';
import { failure } from '../frame/failure.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { SectionHost } from '../section-host.js';
import type { ActionOutcome } from '../tell-action.js';
import { focusAfterLoading, rowOf } from '../list/focus-comment.js';
import type { Row } from '../list/row-list.js';

interface GapsOptions {
  readonly store: DiscussionStore;
  readonly explorer: DiscussionExplorer;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
}

const ROW = 'gap-';

/** The rows that stand for comments not loaded yet, between the list and a comment beyond it. */
export class Gaps {
  readonly #host: SectionHost;
  readonly #options: GapsOptions;
  /** The gap that the reader is having closed. */
  #closing: CommentId | undefined;
  /** The gap that a page has failed for, and that failure. */
  #failed: { readonly id: CommentId; readonly progress: Progress } | undefined;

  constructor(host: SectionHost, options: GapsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** True while the failure to load a page is shown at a gap. */
  get hasFailed(): boolean {
    return this.#failed?.progress === this.#options.store.state.more;
  }

  /** The rows, by the comment that each stands before. */
  rows(): ReadonlyMap<CommentId, Row> {
    const gaps = gapsBefore(this.#options.store.state);
    const row = (id: CommentId, count: number | undefined): Row => ({
      id: ROW + id,
      draw: () => ({ className: 'gap', template: this.#draw(id, count) }),
    });
    return new Map([...gaps].map(([id, count]) => [id, row(id, count)]));
  }

  /** Loads what lies between, page by page and in order. The comment after it stays where it is in the window. */
  async close(id: CommentId): Promise<ActionOutcome> {
    const { store, explorer, locale, announcer } = this.#options;
    if (this.#closing !== undefined) return undefined;
    this.#closing = id;
    this.#failed = undefined;
    this.#host.requestUpdate();
    const release = holdWhileDrawing(this.#host, rowOf(this.#host.renderRoot, id));
    const added = await explorer.closeGap(id);
    this.#closing = undefined;
    const { more } = store.state;
    const hasFailed = added !== undefined && more.state === 'failed';
    if (hasFailed) this.#failed = { id, progress: more };
    const hadFocus = this.#hasFocus(id);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    release();
    if (!added) return undefined;
    const { length } = added;
    if (length > 0) announcer.announce(locale.messages.loadedMore(length, locale.formats.number(length)));
    // The button is gone, or another one.
    if (hadFocus) this.#focusAfter(id, added);
    return hasFailed ? 'failed' : 'done';
  }

  #focusAfter(id: CommentId, added: readonly Comment[]): void {
    const button = this.#row(id)?.querySelector('button');
    if (button) button.focus({ preventScroll: true });
    else focusAfterLoading(this.#host.renderRoot, this.#firstOf(added.map((comment) => comment.id)));
  }

  #draw(id: CommentId, count: number | undefined): TemplateResult {
    const { messages, formats } = this.#options.locale;
    const { more } = this.#options.store.state;
    const onClose = raise({ type: 'close-gap', id });
    const words = messages.between(count, count === undefined ? '' : formats.number(count));
    const wordsId = elementId('between', id);
    const isLoading = this.#closing === id;
    const button = html`
      <button
        part="button load-between"
        class="link"
        type="button"
        aria-disabled=${isLoading}
        aria-describedby=${wordsId}
        @click=${onClose}
      >
        ${isLoading ? messages.loadingMore : messages.loadBetween(count)}
      </button>
    `;
    const hasFailed = this.hasFailed && this.#failed?.id === id && more.state === 'failed';
    return html`
      <div part="gap" class="small">
        <span class="muted" id=${wordsId}>${words}</span>
        ${hasFailed ? failure(messages.moreFailed, more.error, messages, onClose) : button}
      </div>
    `;
  }

  /** True while the focus is on the gap's button, or lost with it. */
  #hasFocus(id: CommentId): boolean {
    const { activeElement } = document;
    const isLost = activeElement === document.body || activeElement === this.#host;
    return this.#row(id)?.matches(':focus-within') ?? (isLost && !this.#host.renderRoot.activeElement);
  }

  #row(id: CommentId): HTMLElement | null {
    return this.#host.renderRoot.getElementById(ROW + id);
  }

  #firstOf(ids: readonly CommentId[]): CommentId | undefined {
    const added = new Set(ids);
    return commentsInOrder(this.#options.store.state).find(({ id }) => added.has(id))?.id;
  }
}
