import type { Comment, CommentsAdapter } from '../../src/index.js';
import { createClient, decode, type ErrorDetails } from '../../src/adapter-kit.js';

export interface LettersOptions {
  /** Address of the backend. */
  readonly src: string;
  readonly fetch?: typeof fetch;
  /** Time limits in milliseconds. Default: 15,000 for reads, 30,000 for writes. */
  readonly timeout?: { readonly read?: number; readonly write?: number };
}

/** A letter to the editor, as the backend sends it. */
const letter = decode.object({
  number: decode.integer,
  replyTo: decode.optional(decode.integer),
  writer: decode.text,
  text: decode.text,
  /** In seconds since 1970. */
  sent: decode.number,
  state: decode.text,
});

const page = decode.object({
  letters: decode.list(letter),
  next: decode.optional(decode.text),
  sum: decode.count,
});

const article = decode.object({ open: decode.flag });

/** Statuses that have a specific meaning for this backend. */
const errors: Readonly<Record<number, ErrorDetails>> = {
  400: { field: 'name' },
  403: { kind: 'closed' },
  410: { kind: 'parent-gone' },
  413: { field: 'body' },
  422: { field: 'body' },
};

/** The backend's public states. All others, including future ones, are hidden. */
const statuses: Readonly<Record<string, Comment['status']>> = { printed: 'visible', withdrawn: 'deleted' };

function toComment({ number, replyTo, writer, text, sent, state }: ReturnType<typeof letter>): Comment {
  const status = statuses[state] ?? 'hidden';
  // A letter that is not public is shown as a tombstone.
  const isShown = status === 'visible';
  return {
    id: String(number),
    parentId: replyTo === undefined ? null : String(replyTo),
    author: isShown ? { name: writer } : null,
    body: { format: 'text', value: isShown ? text : '' },
    createdAt: new Date(sent * 1000).toISOString(),
    status,
  };
}

export function lettersAdapter(options: LettersOptions): CommentsAdapter {
  const { request } = createClient({ ...options, errors: ({ status }) => errors[status] });
  const pathOf = (key: string): string => `/articles/${encodeURIComponent(key)}`;
  return {
    name: 'letters',
    features: { sorts: ['oldest'], idempotency: 'key' },
    async open({ key }, call) {
      const { open } = await request({ path: pathOf(key) }, call, article);
      return { state: open ? 'open' : 'closed', posting: { guest: { name: { required: true } } } };
    },
    async list({ discussion: { key }, cursor, limit, parentId }, call) {
      const query = { after: cursor, count: limit, replyTo: parentId };
      const { letters, next, sum } = await request({ path: `${pathOf(key)}/letters`, query }, call, page);
      // The backend counts all letters of the article, also when only replies are requested.
      const total = parentId === undefined && { total: sum };
      return { items: letters.map(toComment), ...(next !== undefined && { next }), ...total };
    },
    async submit({ discussion: { key }, parentId, body, guest, submitKey }, call) {
      const sent = { replyTo: parentId && Number(parentId), writer: guest?.name, text: body, envelope: submitKey };
      const path = `${pathOf(key)}/letters`;
      const stored = await request({ method: 'POST', path, body: sent }, call, letter);
      return { outcome: 'published', comment: toComment(stored) };
    },
  };
}
