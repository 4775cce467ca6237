import type { DraftText, SentText } from '../drafts/draft.js';
import type { Intent } from './submit-outcome.js';

/**
 * What a form has sent and the backend has not confirmed. The same text again is the same intent and keeps its submit key, so
 * that a retry never posts twice. `submitDraft` sends it.
 */
export class PendingSubmission {
  /** The last attempt whose result the form still needs. */
  sent: Intent | undefined;

  /** The text that the backend may have stored, to be saved with the draft. */
  get sentText(): SentText | undefined {
    if (this.sent?.uncertainSince === undefined) return undefined;
    const { submitKey, body, uncertainSince: since, viewer } = this.sent;
    return { submitKey, body, since, author: viewer?.author };
  }

  /** The key of the comment whose row may be in the list. */
  get sentKey(): string | undefined {
    return this.sent?.submitKey;
  }

  /** Restores what was saved with a draft about an earlier attempt. */
  restore({ sent, guest }: DraftText, parentId: Intent['parentId']): void {
    this.sent = sent && {
      submitKey: sent.submitKey,
      body: sent.body,
      uncertainSince: sent.since,
      viewer: sent.author ? { state: 'signed-in', author: sent.author } : { state: 'anonymous' },
      guest,
      parentId,
    };
  }
}
