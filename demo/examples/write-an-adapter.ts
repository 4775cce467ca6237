import { AdapterError, type Comment, type CommentsAdapter, type ErrorInfo, type ErrorKind } from '../../src/index.js';

/** A letter to the editor, as the backend sends it; `sent` is in seconds since 1970. */
type Letter = Record<'number' | 'sent', number> &
  Record<'writer' | 'text' | 'state', string> & { replyTo: number | null };
type Letters = { letters: Letter[]; next?: string; sum: number };

const kinds: Readonly<Record<number, ErrorKind>> = {
  ...{ 400: 'invalid', 401: 'sign-in-required', 403: 'closed', 404: 'not-found', 409: 'conflict', 410: 'parent-gone' },
  ...{ 413: 'too-long', 422: 'invalid', 429: 'rate-limited' },
};
const fields: Readonly<Record<number, ErrorInfo['field']>> = { 400: 'name', 413: 'body', 422: 'body' };

const isLetter = (one?: Letter): boolean => typeof one?.number === 'number' && typeof one.text === 'string';

const toComment = ({ number, replyTo, writer, text, sent, state }: Letter): Comment => ({
  id: String(number),
  parentId: replyTo === null ? null : String(replyTo),
  author: { name: writer },
  body: { format: 'text', value: text },
  createdAt: new Date(sent * 1000).toISOString(),
  status: state === 'printed' ? 'visible' : state === 'withdrawn' ? 'deleted' : 'hidden',
});

export function lettersAdapter(src: string, send = fetch): CommentsAdapter {
  async function request<T>(
    path: string,
    signal: AbortSignal,
    isValid: (data?: T) => boolean,
    body?: object,
  ): Promise<T> {
    const failedAs = (kind: ErrorKind) => (cause: unknown) => {
      signal.throwIfAborted();
      throw new AdapterError(kind, '', { cause });
    };
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await send(`${src}/articles/${path}`, { ...(body && post), signal }).catch(failedAs('network'));
    const info = {
      field: fields[response.status],
      retryAfter: Number(response.headers.get('retry-after')) || undefined,
    };
    if (!response.ok) throw new AdapterError(kinds[response.status] ?? 'unavailable', '', info);
    const data = (await response.json().catch(failedAs('bad-response'))) as T;
    if (!isValid(data)) throw new AdapterError('bad-response', JSON.stringify(data).slice(0, 80));
    return data;
  }

  return {
    name: 'letters',
    features: { sorts: ['oldest'], idempotency: 'key' },
    async open({ key }, { signal }) {
      const isValid = (it?: { open: boolean }): boolean => typeof it?.open === 'boolean';
      const { open } = await request(encodeURIComponent(key), signal, isValid);
      return { state: open ? 'open' : 'closed', posting: { guest: { name: { required: true } } } };
    },
    async list({ discussion: { key }, cursor = '', limit, parentId = '' }, { signal }) {
      const path = `${encodeURIComponent(key)}/letters?${new URLSearchParams({ after: cursor, count: `${limit}`, replyTo: parentId })}`;
      const { letters, next, sum } = await request<Letters>(
        path,
        signal,
        (it) => Array.isArray(it?.letters) && it.letters.every(isLetter),
      );
      return { items: letters.map(toComment), next, total: sum };
    },
    async submit({ discussion: { key }, parentId, body, guest, submitKey }, { signal }) {
      const letter = { replyTo: parentId && Number(parentId), writer: guest?.name, text: body, envelope: submitKey };
      return {
        outcome: 'published',
        comment: toComment(await request(`${encodeURIComponent(key)}/letters`, signal, isLetter, letter)),
      };
    },
  };
}
