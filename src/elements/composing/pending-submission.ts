import type { AdapterError, Comment } from '../../model/adapter.js';
import type { DiscussionSession } from '../../model/state/discussion-session.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { DraftText, SentText } from '../../model/drafts/stored-draft.js';
import type { Intent } from '../../model/writes/submission.js';
import { attemptTime } from '../../model/writes/submission-matcher.js';
import { submitKeyOf } from '../../model/writes/submit-key.js';

type Wanted = Omit<Intent, 'submitKey' | 'uncertainSince'>;

/** Where an intent goes. Both are fixed when Post is pressed, whatever the page does meanwhile. */
interface Target {
  readonly writer: DiscussionWriter;
  readonly session: DiscussionSession;
  /** The draft's id in storage, where it is known whatever happens. */
  readonly draftId: string;
}

/** What to do next: send; nothing, as the earlier text arrived after all; or fail, as nobody could find out whether it did. */
type Next =
  | { readonly type: 'send'; readonly intent: Intent }
  | Arrived
  | { readonly type: 'aborted' }
  | { readonly type: 'failed'; readonly error: AdapterError };

/** What was sent earlier is stored. */
export interface Arrived {
  readonly type: 'arrived';
  readonly comment: Comment;
  /** The text in the form is the same: there is nothing left to post. */
  readonly isSameText: boolean;
}

/**
 * What a composer has sent and the backend has not confirmed. The same text again is the same intent and keeps its submit key,
 * so that a retry never posts twice.
 */
export class PendingSubmission {
  #sent: Intent | undefined;

  /** What a draft has to keep: the text that the backend may have stored. */
  get sentText(): SentText | undefined {
    if (this.#sent?.uncertainSince === undefined) return undefined;
    const { submitKey, body, uncertainSince: since, viewer } = this.#sent;
    return { submitKey, body, since, author: viewer?.author };
  }

  /** Goes on with what a draft has kept about an earlier attempt. */
  restore({ sent, guest }: DraftText, parentId: Intent['parentId']): void {
    this.#sent = sent && {
      submitKey: sent.submitKey,
      body: sent.body,
      uncertainSince: sent.since,
      viewer: sent.author ? { state: 'signed-in', author: sent.author } : { state: 'anonymous' },
      guest,
      parentId,
    };
  }

  /** A changed text, or another writer, is a new intent, once it is certain that the old one did not arrive. */
  async next(wanted: Wanted, { writer, session, draftId }: Target): Promise<Next> {
    const sent = this.#sent;
    const isRetry = sent?.body === wanted.body && sent.viewer?.author?.id === wanted.viewer?.author?.id;
    if (isRetry) return { type: 'send', intent: { ...sent, ...wanted } };
    if (sent?.uncertainSince !== undefined) {
      const outcome = await writer.findSubmitted(sent, session);
      if (outcome.type !== 'done') return outcome;
      if (outcome.value) {
        this.giveUp(writer);
        return { type: 'arrived', comment: outcome.value, isSameText: sent.body === wanted.body };
      }
    }
    if (sent) writer.forget(sent.submitKey);
    const submitKey = submitKeyOf(draftId, { body: wanted.body, authorId: wanted.viewer?.author?.id });
    return { type: 'send', intent: { ...wanted, submitKey } };
  }

  /** The intent is on its way. Until there is a response it may or may not be stored, and a reload must know that. */
  sending(intent: Intent, { state }: DiscussionSession): void {
    this.#sent = { ...intent, uncertainSince: intent.uncertainSince ?? attemptTime(state) };
  }

  /** `isUncertain`: the backend may have stored it all the same. */
  failed(intent: Intent, isUncertain: boolean): void {
    const uncertainSince = isUncertain ? (intent.uncertainSince ?? this.#sent?.uncertainSince) : undefined;
    this.#sent = { ...intent, uncertainSince };
  }

  /** The backend has decided. */
  settled(): void {
    this.#sent = undefined;
  }

  /** Takes the row that stands for the intent out of the list. */
  hide(writer: DiscussionWriter): void {
    if (this.#sent) writer.forget(this.#sent.submitKey);
  }

  /** Drops the intent, and its row. */
  giveUp(writer: DiscussionWriter): void {
    this.hide(writer);
    this.#sent = undefined;
  }
}
