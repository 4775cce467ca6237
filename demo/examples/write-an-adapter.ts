import { AdapterError, type Comment, type CommentsAdapter, type ErrorKind } from '../../src/index.js';

/** A letter to the editor, as this backend keeps it. */
interface Letter {
  readonly number: number;
  readonly answers: number | null;
  readonly writer: string;
  readonly text: string;
  /** Seconds since 1970. */
  readonly sent: number;
  readonly state: 'printed' | 'withdrawn';
}

const kinds: Readonly<Record<number, ErrorKind>> = {
  ...{ 401: 'sign-in-required', 403: 'closed', 404: 'not-found', 410: 'parent-gone' },
  ...{ 413: 'too-long', 422: 'invalid', 429: 'rate-limited' },
};

const toComment = ({ number, answers, writer, text, sent, state }: Letter): Comment => ({
  id: String(number),
  parentId: answers === null ? null : String(answers),
  author: { name: writer },
  body: { format: 'text', value: text },
  createdAt: new Date(sent * 1000).toISOString(),
  status: state === 'printed' ? 'visible' : state === 'withdrawn' ? 'deleted' : 'hidden',
});

export function lettersAdapter(src: string): CommentsAdapter {
  async function ask<T>(path: string, signal: AbortSignal, body?: object): Promise<T> {
    const failedAs = (kind: ErrorKind) => (cause: unknown) => {
      signal.throwIfAborted();
      throw new AdapterError(kind, '', { cause });
    };
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(src + path, { ...(body && post), signal }).catch(failedAs('network'));
    const retryAfter = Number(response.headers.get('retry-after')) || undefined;
    if (!response.ok) throw new AdapterError(kinds[response.status] ?? 'unavailable', await response.text(), { retryAfter });
    return response.json().catch(failedAs('bad-response')) as Promise<T>;
  }

  return {
    name: 'letters',
    features: { sorts: ['oldest'], idempotency: 'key' },
    async open({ key }, { signal }) {
      const { open } = await ask<{ open: boolean }>(`/articles/${encodeURIComponent(key)}`, signal);
      return { state: open ? 'open' : 'closed', posting: { guest: { name: { required: true } } } };
    },
    async list({ discussion, cursor = '', limit, parentId = '' }, { signal }) {
      const query = new URLSearchParams({ after: cursor, count: String(limit), answers: parentId });
      const path = `/articles/${encodeURIComponent(discussion.key)}/letters?${query}`;
      const { letters, next, sum } = await ask<{ letters: Letter[]; next?: string; sum: number }>(path, signal);
      return { items: letters.map(toComment), next, total: sum };
    },
    async submit({ discussion, parentId, body, guest, submitKey }, { signal }) {
      const letter = { answers: parentId && Number(parentId), writer: guest?.name, text: body, envelope: submitKey };
      const sent = await ask<Letter>(`/articles/${encodeURIComponent(discussion.key)}/letters`, signal, letter);
      return { outcome: 'published', comment: toComment(sent) };
    },
  };
}
