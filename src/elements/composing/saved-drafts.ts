import { discussionPrefix, type DraftKey, isSameKey } from '../../model/drafts/draft.js';
import type { Feature, Section } from '../section.js';
import { hasDraft } from './early-text.js';

/**
 * Loads the code of the forms if a draft is saved for the open discussion, checked once for each viewer. It then shows the draft. Not in
 * the first download, because the first access to storage is slow.
 */
export class SavedDrafts implements Feature {
  readonly #section: Section;
  #checked: DraftKey | undefined;

  constructor(section: Section) {
    this.#section = section;
  }

  afterUpdate(): void {
    const { store, composer } = this.#section;
    const { discussion, viewer, access } = store.state;
    if (!discussion || access.state === 'unknown') return;
    const key = { discussion: discussion.key, viewer };
    if (this.#checked && isSameKey(this.#checked, key)) return;
    this.#checked = key;
    if (hasDraft(discussionPrefix(discussion.key))) composer.request();
  }
}
