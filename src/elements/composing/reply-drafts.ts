import { type DraftKey, isSameKey } from '../../model/drafts/draft.js';
import type { DraftStore } from '../../model/drafts/draft-store.js';
import type { ListView } from '../list/list-view.js';

/** Opens the replies that the viewer had begun, once for each discussion and viewer. */
export class ReplyDrafts {
  readonly #drafts: DraftStore;
  readonly #view: ListView;
  #opened: DraftKey | undefined;

  constructor(drafts: DraftStore, view: ListView) {
    this.#drafts = drafts;
    this.#view = view;
  }

  open(key: DraftKey): void {
    const isOpened = this.#opened && isSameKey(this.#opened, key);
    this.#opened = key;
    // A backend may name the same viewer again. A reply that the writer has closed since stays closed.
    if (isOpened) return;
    this.#view.openReplies(this.#drafts.replies(key));
  }
}
