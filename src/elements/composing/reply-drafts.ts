import { type DraftPlace, isSamePlace } from '../../model/drafts/draft-key.js';
import type { DraftStore } from '../../model/drafts/draft-store.js';
import type { ListView } from '../list/list-view.js';

/** Opens the replies that the viewer had begun, once for each discussion and viewer. */
export class ReplyDrafts {
  readonly #drafts: DraftStore;
  readonly #view: ListView;
  #opened: DraftPlace | undefined;

  constructor(drafts: DraftStore, view: ListView) {
    this.#drafts = drafts;
    this.#view = view;
  }

  open(place: DraftPlace): void {
    const isOpened = this.#opened && isSamePlace(this.#opened, place);
    this.#opened = place;
    // Asked again, a backend names the same viewer once more. What the writer has closed since stays closed.
    if (isOpened) return;
    this.#view.openReplies(this.#drafts.replies(place));
  }
}
