import type { DiscussionState } from '../../model/state/discussion-state.js';
import type { DraftKey } from '../../model/drafts/draft.js';

/** What an activated form works with. */
export interface ComposerContext {
  /** The store's state. */
  readonly snapshot: DiscussionState;
  /** What the draft in the form belongs to. */
  readonly draftKey: DraftKey;
}
