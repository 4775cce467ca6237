import { html, type TemplateResult } from 'lit';
import type { CommentId, Cursor } from '../../model/adapter.js';
import type { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import { commentsInOrder, type Progress } from '../../model/state/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { lastTopLevel } from '../../model/transitions/detached.js';
import { raise } from '../command.js';
import { holdWhileDrawing } from '../page/hold-while-drawing.js';
import type { Announcer } from '../frame/announcer.js';
import { failure } from '../frame/failure.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { SectionHost } from '../section-host.js';
import { type ActionOutcome, actionOutcome } from '../tell-action.js';
import { focusAfterLoading, rowOf } from '../list/focus-comment.js';

export interface LoadAllOptions {
  readonly store: DiscussionStore;
  readonly explorer: DiscussionExplorer;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
}

/** All comments are in the document, and a browser has to carry them. */
const MOST_COMMENTS = 10_000;

/** Loads page after page, then the replies that were left out, until the reader stops it, something fails, or all is there. */
export class LoadAll {
  readonly #host: SectionHost;
  readonly #options: LoadAllOptions;
  #running: { isStopped: boolean } | undefined;
  /** The failure of a page that was loaded here. */
  #failed: Progress | undefined;

  constructor(host: SectionHost, options: LoadAllOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** How far it is, or what failed; undefined while it does nothing. */
  render(): TemplateResult | undefined {
    const { store, locale } = this.#options;
    const { messages, formats } = locale;
    const { more, total } = store.state;
    if (!this.#running) {
      if (more.state !== 'failed' || more !== this.#failed) return undefined;
      return failure(messages.moreFailed, more.error, messages, raise({ type: 'load-all' }));
    }
    const loaded = formats.number(this.#ids.size);
    return html`
      <div part="progress" class="small all">
        <span class="muted">${messages.loadedSoFar(loaded, total === undefined ? undefined : formats.number(total))}</span>
        <button part="button stop" class="link" type="button" @click=${raise({ type: 'stop-loading' })}>
          ${messages.stopLoading}
        </button>
      </div>
    `;
  }

  async run(): Promise<ActionOutcome> {
    const { store, locale, announcer } = this.#options;
    if (this.#running) return undefined;
    const running = (this.#running = { isStopped: false });
    // The reader's own comments, and those that a link has led to, stand beside the list and are no news.
    const before = new Set(commentsInOrder(store.state).map(({ id }) => id));
    const last = lastTopLevel(store.state);
    announcer.announce(locale.messages.loadingMore);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#focusStop();
    const release = holdWhileDrawing(this.#host, last && rowOf(this.#host.renderRoot, last.id));
    const outcome = await this.#load(() => running.isStopped || this.#ids.size >= MOST_COMMENTS);
    const hadFocus = this.#stopButton?.matches(':focus') ?? false;
    this.#running = undefined;
    this.#failed = store.state.more;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    release();
    // Another discussion may have taken the place of this one.
    if (!outcome) return undefined;
    const added = store.state.comments.filter(({ id }) => !before.has(id));
    const { length } = added;
    if (length > 0) announcer.announce(locale.messages.loadedMore(length, locale.formats.number(length)));
    // The button is gone. A reader who has gone on stays where they are.
    if (hadFocus) focusAfterLoading(this.#host.renderRoot, outcome === 'failed' ? undefined : added[0]?.id);
    return outcome;
  }

  stop(): void {
    if (this.#running) this.#running.isStopped = true;
  }

  async #load(isOver: () => boolean): Promise<ActionOutcome> {
    const { explorer } = this.#options;
    const pages = await explorer.loadPages(isOver);
    if (pages.type !== 'done') return actionOutcome(pages);
    // By parent. As above the list: cursors that go round in a circle would have no end.
    const asked = new Map<CommentId, Set<Cursor>>();
    for (;;) {
      const branch = this.#branches.find(({ id, next }) => !asked.get(id)?.has(next));
      if (!branch || isOver()) return 'done';
      asked.set(branch.id, new Set(asked.get(branch.id)).add(branch.next));
      const replies = await explorer.loadReplies(branch.id);
      if (replies.type !== 'done') return actionOutcome(replies);
    }
  }

  /** The comments that have replies at the backend which are not loaded. */
  get #branches(): readonly { readonly id: CommentId; readonly next: Cursor }[] {
    return this.#options.store.state.comments.flatMap(({ id, replies: { next } = {} }) =>
      next === undefined ? [] : [{ id, next }],
    );
  }

  get #ids(): ReadonlySet<CommentId> {
    return new Set(this.#options.store.state.comments.map(({ id }) => id));
  }

  get #stopButton(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('[part~=stop]');
  }

  /** The button that was pressed is gone, and the focus with it. */
  #focusStop(): void {
    if (document.activeElement === document.body || document.activeElement === this.#host)
      if (!this.#host.renderRoot.activeElement) this.#stopButton?.focus({ preventScroll: true });
  }
}
