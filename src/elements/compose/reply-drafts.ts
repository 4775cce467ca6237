import type { DraftPlace } from '../../model/drafts/draft-key.js';
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
    if (place === this.#opened) return;
    this.#opened = place;
    for (const id of this.#drafts.replies(place)) this.#view.openPanel(id, 'reply');
  }
}
