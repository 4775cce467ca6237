import { html, type TemplateResult } from 'lit';
import type { VisitMessages } from '../../i18n/messages.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import { commentsInOrder, type Progress } from '../../model/state/discussion-state.js';
import { gapsBefore } from '../../model/transitions/detached.js';
import type { Outcome } from '../../model/outcome.js';
import type { CommandOf } from '../../presentation/command.js';
import { failure } from '../frame/failure.js';
import { focusAfterLoading, rowOf } from '../list/focus-comment.js';
import { elementId } from '../page/element-id.js';
import type { ActionOutcome, Feature, Row, Section } from '../section.js';
import { shared } from '../shared.js';
import { loadInPlace } from './load-in-place.js';

declare module '../../presentation/command.js' {
  interface Commands {
    /** Loads what lies between the list and this comment. */
    'close-gap': { readonly id: CommentId };
  }
}

const ROW = 'gap-';

/**
 * The rows that replace comments not loaded yet, between the list and a comment beyond it.
 *
 * @csspart gap - The number of comments that are not loaded between two that are shown.
 * @csspart load-between - Loads the comments of a gap.
 *
 * @action close-gap - The comments between the list and a linked comment were loaded. Calls the backend.
 */
export class Gaps implements Feature<'close-gap'> {
  readonly #section: Section<VisitMessages>;
  /** The gap whose comments are being loaded. */
  #closing: CommentId | undefined;
  /** The gap at which loading a page failed, and that failure. */
  #failed: { readonly id: CommentId; readonly progress: Progress } | undefined;

  constructor(section: Section<VisitMessages>) {
    this.#section = section;
  }

  readonly commands = {
    'close-gap': ({ id }: CommandOf<'close-gap'>): Promise<ActionOutcome> => this.#close(id),
  };

  rowsBefore(): ReadonlyMap<CommentId, Row> {
    const row = (id: CommentId, count: number | undefined): Row => ({
      id: ROW + id,
      draw: () => ({ className: 'gap', template: this.#draw(id, count) }),
    });
    return new Map([...gapsBefore(this.#section.store.state)].map(([id, count]) => [id, row(id, count)]));
  }

  /**
   * Loads the missing comments page by page, in order. The first of them takes the place of the button. If the reader has scrolled on, the
   * comment after the gap stays where it is in the window.
   */
  async #close(id: CommentId): Promise<ActionOutcome> {
    const { host } = this.#section;
    if (this.#closing !== undefined) return undefined;
    this.#closing = id;
    this.#failed = undefined;
    host.requestUpdate();
    let held: Element | null | undefined;
    let hadFocus = false;
    return loadInPlace(this.#section, {
      hold: () => (held = this.#rowToHold(id) ?? held),
      load: async () => {
        const outcome = await this.#load(id);
        this.#closing = undefined;
        hadFocus = this.#hasFocus(id);
        return outcome;
      },
      // The button has been removed or replaced.
      focus: (added, outcome) => hadFocus && this.#focusAfter(id, outcome === 'failed' ? [] : added),
    });
  }

  async #load(id: CommentId): Promise<Outcome<unknown>> {
    const { store } = this.#section;
    const added = await shared(this.#section, DiscussionExplorer).closeGap(id);
    const { more } = store.state;
    if (!added) return { type: 'aborted' };
    if (more.state !== 'failed') return { type: 'done', value: added };
    this.#failed = { id, progress: more };
    return { type: 'failed', error: more.error };
  }

  #focusAfter(id: CommentId, added: readonly Comment[]): void {
    const { root, store } = this.#section;
    const button = this.#row(id)?.querySelector('button');
    const ids = new Set(added.map((comment) => comment.id));
    const first = commentsInOrder(store.state).find((comment) => ids.has(comment.id));
    if (button && !first) button.focus({ preventScroll: true });
    else focusAfterLoading(root, first?.id);
  }

  /** While there is a gap: the row before it, or the one after it if the gap is above the window. */
  #rowToHold(id: CommentId): Element | null | undefined {
    const { root } = this.#section;
    const gap = this.#row(id);
    if (!gap) return undefined;
    if (gap.getBoundingClientRect().bottom < 0) return rowOf(root, id);
    const rows = [...root.querySelectorAll('[part=list] li')];
    return rows[rows.indexOf(gap) - 1];
  }

  #draw(id: CommentId, count: number | undefined): TemplateResult {
    const { messages, formats, store } = this.#section;
    const { more } = store.state;
    const onClose = this.#section.on({ type: 'close-gap', id });
    const textId = elementId('between', id);
    const isLoading = this.#closing === id;
    const button = html`
      <button
        part="button load-between"
        class="link"
        type="button"
        aria-disabled=${isLoading}
        aria-describedby=${textId}
        @click=${onClose}
      >
        ${isLoading ? messages.loadingMore : messages.loadMore}
      </button>
    `;
    const hasFailed = this.#failed?.id === id && this.#failed.progress === more && more.state === 'failed';
    return html`
      <div part="gap" class="small">
        <span class="muted" id=${textId}>${messages.between(count, count === undefined ? '' : formats.number(count))}</span>
        ${hasFailed ? failure(messages.moreFailed, more.error, messages, onClose) : button}
      </div>
    `;
  }

  /** Whether the focus is on the gap's button, or was lost when the button was removed. */
  #hasFocus(id: CommentId): boolean {
    const { host, root } = this.#section;
    const { activeElement } = document;
    const isLost = activeElement === document.body || activeElement === host;
    return this.#row(id)?.matches(':focus-within') ?? (isLost && !root.activeElement);
  }

  #row(id: CommentId): HTMLElement | null {
    return this.#section.root.getElementById(ROW + id);
  }
}
