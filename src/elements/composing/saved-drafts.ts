import { discussionPrefix, type DraftKey, isSameKey } from '../../model/drafts/draft.js';
import type { Feature } from '../section.js';
import type { SectionFrame } from '../section-frame.js';
import { hasDraft } from './early-text.js';

/**
 * Loads the code of the forms if a draft is saved for the open discussion, checked once for each viewer. It then shows the draft. Not in
 * the first download, because the first access to storage is slow.
 */
export class SavedDrafts implements Feature {
  readonly #section: SectionFrame;
  #checked: DraftKey | undefined;

  constructor(section: SectionFrame) {
    this.#section = section;
  }

  afterUpdate(): void {
    const { store, files } = this.#section;
    const { discussion, viewer, access } = store.state;
    if (!discussion || access.state === 'unknown') return;
    const key = { discussion: discussion.key, viewer };
    if (this.#checked && isSameKey(this.#checked, key)) return;
    this.#checked = key;
    if (hasDraft(discussionPrefix(discussion.key))) files.get('composer')?.request();
  }
}
