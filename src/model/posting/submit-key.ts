/** The idempotency key of a submission, `Draft.submitKey`: when a retry keeps it, and how a new one is made. */
import type { Viewer } from '../adapter.js';

interface Submission {
  readonly body: string;
  readonly viewer?: Viewer;
}

/** True if sending `wanted` retries `sent`: the same text by the same writer is the same intent, and keeps its key. */
export function isRetry(sent: Submission, wanted: Submission): boolean {
  return sent.body === wanted.body && sent.viewer?.author?.id === wanted.viewer?.author?.id;
}

/**
 * The key of a new intent: the draft's id, with its last digits replaced by a hash of the text and its writer. After a reload, the
 * id is enough to send the same text under the same key. A duplicated tab has the same draft id; if its text is changed, that is
 * another comment.
 */
export function submitKeyOf(
  draftId: string,
  text: { readonly body: string; readonly authorId: string | undefined },
): string {
  let hash = 0;
  for (const character of `${text.authorId ?? ''}\n${text.body}`) {
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return draftId.slice(0, 28) + hash.toString(16).padStart(8, '0');
}
