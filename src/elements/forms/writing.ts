/** What forms need to send something. */
export { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
export { submitDraft } from '../../model/posting/submit-draft.js';
