import type { DiscussionState } from '../../model/discussion/discussion-state.js';
import type { DraftPlace } from '../../model/drafts/draft-key.js';

/** What an activated form works with. */
export interface ComposerContext {
  /** The store's state. */
  readonly snapshot: DiscussionState;
  /** Where the draft belongs. */
  readonly place: DraftPlace;
}
