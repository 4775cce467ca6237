import type { DiscussionState } from '../../model/state/discussion-state.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { DraftPlace } from '../../model/drafts/draft-key.js';
import type { DraftStore } from '../../model/drafts/draft-store.js';
import type { GuestEntries } from '../forms/guest-entries.js';

/** What an activated form works with. */
export interface ComposerContext {
  /** The store's state. */
  readonly snapshot: DiscussionState;
  /** Whose text this is, and where it belongs. */
  readonly place: DraftPlace;
  readonly writer: DiscussionWriter;
  readonly drafts: DraftStore;
  readonly guest: GuestEntries;
}
