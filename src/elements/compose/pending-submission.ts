import type { AdapterError } from '../../model/adapter.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { StoredDraft } from '../../model/drafts/draft-storage.js';
import type { Intent } from '../../model/writes/submission.js';
import { createSubmitKey } from '../../model/writes/submit-key.js';

type Wanted = Omit<Intent, 'submitKey' | 'uncertainSince'>;

/** What to do next: send; nothing, as the earlier text arrived after all; or fail, as nobody could find out whether it did. */
type Next =
  | { readonly type: 'send'; readonly intent: Intent }
  | { readonly type: 'arrived' }
  | { readonly type: 'failed'; readonly error: AdapterError };

/**
 * What a composer has sent and the backend has not confirmed. The same text again is the same intent and keeps its submit key,
 * so that a retry never posts twice.
 */
export class PendingSubmission {
  #sent: Intent | undefined;

  /** What a draft has to keep about an earlier attempt to send this very text. */
  draftFields(body: string): Pick<StoredDraft, 'submitKey' | 'uncertainSince'> {
    const { submitKey, uncertainSince, body: sent } = this.#sent ?? {};
    return body === sent ? { submitKey, uncertainSince } : {};
  }

  /** Goes on with what a draft kept about an earlier attempt. */
  restore({ body, guest, submitKey, uncertainSince }: StoredDraft, parentId: Intent['parentId']): void {
    this.#sent = submitKey === undefined ? undefined : { body, guest, submitKey, uncertainSince, parentId };
  }

  /** A changed text is a new intent, once it is certain that the old one did not arrive. */
  async next(wanted: Wanted, writer: DiscussionWriter): Promise<Next> {
    const sent = this.#sent;
    if (sent?.body === wanted.body) return { type: 'send', intent: { ...sent, guest: wanted.guest } };
    if (sent?.uncertainSince !== undefined) {
      const outcome = await writer.findSubmitted(sent);
      if (outcome.type === 'failed') return outcome;
      if (outcome.type === 'done' && outcome.value) {
        this.giveUp(writer);
        return { type: 'arrived' };
      }
    }
    if (sent) writer.forget(sent.submitKey);
    return { type: 'send', intent: { ...wanted, submitKey: createSubmitKey() } };
  }

  /** The intent is on its way. Until there is a response it may or may not be stored, and a reload must know that. */
  sending(intent: Intent): void {
    this.#sent = { ...intent, uncertainSince: intent.uncertainSince ?? Date.now() };
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

  /** Drops the intent, and the row that stands for it in the list. */
  giveUp(writer: DiscussionWriter): void {
    if (this.#sent) writer.forget(this.#sent.submitKey);
    this.#sent = undefined;
  }
}
