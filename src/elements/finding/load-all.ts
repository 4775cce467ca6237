import { html, type TemplateResult } from 'lit';
import type { VisitMessages } from '../../i18n/messages.js';
import type { CommentId, Cursor } from '../../model/adapter.js';
import { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import type { Progress } from '../../model/state/discussion-state.js';
import { lastTopLevel } from '../../model/transitions/detached.js';
import type { Outcome } from '../../model/outcome.js';
import { failure } from '../frame/failure.js';
import { focusAfterLoading, rowOf } from '../list/focus-comment.js';
import type { ActionOutcome, Feature, Section } from '../section.js';
import { shared } from '../shared.js';
import { loadInPlace } from './load-in-place.js';

declare module '../../presentation/command.js' {
  interface Commands {
    /** Loads page after page, until the reader stops it. */
    'load-all': unknown;
    'stop-loading': unknown;
  }
}

/** Loading stops at about this number: all comments are in the document. */
const MOST_COMMENTS = 10_000;

/**
 * Loads page after page, then the replies that were left out, until the reader stops it, something fails or everything is loaded.
 *
 * @csspart progress - The number of loaded comments, while all are being loaded.
 * @csspart stop - Stops loading all comments.
 *
 * @action load-all - All remaining pages were loaded, or those until the reader stopped. Calls the backend.
 */
export class LoadAll implements Feature<'load-all' | 'stop-loading'> {
  readonly #section: Section<VisitMessages>;
  #running: { isStopped: boolean } | undefined;
  /** The failure of a page that was loaded here. */
  #failed: Progress | undefined;

  constructor(section: Section<VisitMessages>) {
    this.#section = section;
  }

  readonly commands = {
    'load-all': (): Promise<ActionOutcome> => this.#run(),
    'stop-loading': (): void => {
      if (this.#running) this.#running.isStopped = true;
    },
  };

  readonly frame = { progress: () => this.#renderProgress() };

  /** The progress or the failure; undefined while nothing is loaded here. */
  #renderProgress(): TemplateResult | undefined {
    const { store, messages, formats } = this.#section;
    const { more, total } = store.state;
    if (!this.#running) {
      if (more.state !== 'failed' || more !== this.#failed) return undefined;
      return failure(messages.moreFailed, more.error, messages, this.#section.on({ type: 'load-all' }));
    }
    const loaded = formats.number(this.#count);
    return html`
      <div part="progress" class="small all">
        <span class="muted">${messages.loadedSoFar(loaded, total === undefined ? undefined : formats.number(total))}</span>
        <button part="button stop" class="link" type="button" @click=${this.#section.on({ type: 'stop-loading' })}>
          ${messages.stopLoading}
        </button>
      </div>
    `;
  }

  async #run(): Promise<ActionOutcome> {
    const { store, host, root, messages } = this.#section;
    if (this.#running) return undefined;
    const running = (this.#running = { isStopped: false });
    const last = lastTopLevel(store.state);
    const lastRow = last && rowOf(root, last.id);
    this.#section.announce(messages.loadingMore);
    host.requestUpdate();
    await host.updateComplete;
    this.#focusStop();
    let hadFocus = false;
    return loadInPlace(this.#section, {
      hold: () => lastRow,
      load: async () => {
        const outcome = await this.#load(() => running.isStopped || this.#count >= MOST_COMMENTS);
        hadFocus = this.#stopButton?.matches(':focus') ?? false;
        this.#running = undefined;
        this.#failed = store.state.more;
        return outcome;
      },
      // If the reader has moved the focus, it stays there.
      focus: (added, outcome) => hadFocus && focusAfterLoading(root, outcome === 'failed' ? undefined : added[0]?.id),
    });
  }

  async #load(isOver: () => boolean): Promise<Outcome<unknown>> {
    const explorer = shared(this.#section, DiscussionExplorer);
    const pages = await explorer.loadPages(isOver);
    if (pages.type !== 'done') return pages;
    // By parent. Without this, a backend that repeats a cursor would be requested forever.
    const requested = new Map<CommentId, Set<Cursor>>();
    for (;;) {
      const branch = this.#branches.find(({ id, next }) => !requested.get(id)?.has(next));
      if (!branch || isOver()) return pages;
      requested.set(branch.id, new Set(requested.get(branch.id)).add(branch.next));
      const replies = await explorer.loadReplies(branch.id);
      if (replies.type !== 'done') return replies;
    }
  }

  /** The comments with replies that are not loaded. */
  get #branches(): readonly { readonly id: CommentId; readonly next: Cursor }[] {
    return this.#section.store.state.comments.flatMap(({ id, replies: { next } = {} }) =>
      next === undefined ? [] : [{ id, next }],
    );
  }

  get #count(): number {
    return new Set(this.#section.store.state.comments.map(({ id }) => id)).size;
  }

  get #stopButton(): HTMLElement | null {
    return this.#section.root.querySelector('[part~=stop]');
  }

  /** Focuses "Stop" if the focus was lost with the button that was pressed. */
  #focusStop(): void {
    const { host, root } = this.#section;
    if (document.activeElement === document.body || document.activeElement === host)
      if (!root.activeElement) this.#stopButton?.focus({ preventScroll: true });
  }
}
