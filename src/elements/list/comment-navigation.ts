import type { CommentId } from '../../model/adapter.js';
import { commentsInOrder } from '../../model/state/discussion-state.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { SectionHost } from '../section-host.js';
import { rowOf, showRow } from './focus-comment.js';
import type { ListView } from './list-view.js';

interface NavigationOptions {
  readonly store: DiscussionStore;
  readonly view: ListView;
  /** Called before a comment is looked for: makes sure that all comments are drawn. */
  readonly onShow: () => void;
}

/** Brings the reader to a comment of the list, as soon as it is drawn. */
export class CommentNavigation {
  readonly #host: SectionHost;
  readonly #store: DiscussionStore;
  readonly #view: ListView;
  readonly #onShow: () => void;
  /** Waits for a comment that is not drawn yet. */
  #observer: MutationObserver | undefined;

  constructor(host: SectionHost, { store, view, onShow }: NavigationOptions) {
    this.#host = host;
    this.#store = store;
    this.#view = view;
    this.#onShow = onShow;
  }

  /**
   * Unfolds the branches that a comment is in, and shows it: by default marks it, brings it into view and focuses it.
   */
  async show(id: CommentId, showDrawn: (root: ParentNode, row: HTMLElement) => void = showRow): Promise<void> {
    this.#onShow();
    const { renderRoot, updateComplete } = this.#host;
    this.cancel();
    this.unfoldTo(id);
    await updateComplete;
    const isShown = (): boolean => {
      const row = rowOf(renderRoot, id);
      if (row) showDrawn(renderRoot, row);
      return row !== null;
    };
    if (isShown()) return;
    // The locale, or a renderer for the bodies, may still be on its way.
    this.#observer = new MutationObserver(() => isShown() && this.cancel());
    this.#observer.observe(renderRoot, { childList: true, subtree: true });
  }

  /** Unfolds the branches that a comment is in. */
  unfoldTo(id: CommentId): void {
    this.#view.expand(this.#ancestors(id));
  }

  /** Stops waiting for a comment. */
  cancel(): void {
    this.#observer?.disconnect();
  }

  #ancestors(id: CommentId): readonly CommentId[] {
    const byId = new Map(commentsInOrder(this.#store.state).map((comment) => [comment.id, comment]));
    const ancestors = new Set<CommentId>();
    for (let at = byId.get(id)?.parentId; at && !ancestors.has(at); at = byId.get(at)?.parentId) ancestors.add(at);
    return [...ancestors];
  }
}
