import type { DiscussionState } from '../../model/discussion/discussion-state.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { DraftKey } from '../../model/drafts/draft.js';
import type { DraftStore } from '../../model/drafts/draft-store.js';
import type { GuestEntries } from '../forms/guest-entries.js';

/** What an activated form works with. */
export interface ComposerContext {
  /** The store's state. */
  readonly snapshot: DiscussionState;
  /** What the draft in the form belongs to. */
  readonly draftKey: DraftKey;
  readonly writer: DiscussionWriter;
  readonly drafts: DraftStore;
  readonly guest: GuestEntries;
}
