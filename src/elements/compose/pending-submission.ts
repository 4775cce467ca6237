import type { AdapterError } from '../../model/adapter.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { StoredDraft } from '../../model/drafts/draft-store.js';
import type { Intent } from '../../model/writes/submission.js';
import { submitKey } from './submit-key.js';

type Wanted = Omit<Intent, 'submitKey' | 'uncertainSince'>;

/** What is to be sent; or the earlier text was there after all; or nobody could tell whether it is. */
type Next =
  | { readonly type: 'send'; readonly intent: Intent }
  | { readonly type: 'arrived' }
  | { readonly type: 'failed'; readonly error: AdapterError };

/** What a form has sent last, and nobody has taken: the same text again is the same intent. */
export class PendingSubmission {
  #sent: Intent | undefined;

  /** What must be known of an earlier sending of this very text after a reload. */
  doubtOf(body: string): Pick<StoredDraft, 'submitKey' | 'uncertainSince'> {
    const { submitKey, uncertainSince, body: sent } = this.#sent ?? {};
    return body === sent ? { submitKey, uncertainSince } : {};
  }

  /** Goes on with what a draft knows of an earlier sending. */
  restore({ body, guest, submitKey, uncertainSince }: StoredDraft, parentId: Intent['parentId']): void {
    this.#sent = submitKey === undefined ? undefined : { body, guest, submitKey, uncertainSince, parentId };
  }

  /** Changed text is a new intent, once it is clear that the old one did not arrive. */
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
    return { type: 'send', intent: { ...wanted, submitKey: submitKey() } };
  }

  /** From here until the answer nobody knows whether it is stored; a reload in between must know that much. */
  sending(intent: Intent): void {
    this.#sent = { ...intent, uncertainSince: intent.uncertainSince ?? Date.now() };
  }

  /** It has not been taken; `uncertain`: as far as anybody knows. */
  failed(intent: Intent, uncertain: boolean): void {
    this.#sent = { ...intent, uncertainSince: uncertain ? (intent.uncertainSince ?? this.#sent?.uncertainSince) : undefined };
  }

  /** It has been answered, and is no longer sent again. */
  answered(): void {
    this.#sent = undefined;
  }

  /** Nobody wants it any more, also not the row that stands for it. */
  giveUp(writer: DiscussionWriter): void {
    if (this.#sent) writer.forget(this.#sent.submitKey);
    this.#sent = undefined;
  }
}
