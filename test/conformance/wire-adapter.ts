/**
 * An adapter that speaks to the memory adapter over a line: JSON through a `fetch`, so that what goes wrong on a line can
 * be tried out. Small as an adapter can be that keeps every rule.
 */
import { type Call, AdapterError, type CommentsAdapter, type ErrorInfo, type ErrorKind } from '../../src/model/adapter.js';

const READS: readonly string[] = ['open', 'list', 'get', 'counts'];

/** Each method with what its answer has to have to be one. */
const METHODS: Readonly<Record<string, (value: Answer) => boolean>> = {
  open: ({ state }) => typeof state === 'string',
  list: ({ items }) => Array.isArray(items) && items.every((item) => typeof (item as Answer)?.id === 'string'),
  get: ({ id }) => typeof id === 'string',
  submit: ({ outcome }) => typeof outcome === 'string',
  edit: ({ id }) => typeof id === 'string',
  remove: ({ effect }) => typeof effect === 'string',
  restore: ({ id }) => typeof id === 'string',
  vote: (value) => !Array.isArray(value),
  report: (value) => !Array.isArray(value),
  withdrawReport: (value) => !Array.isArray(value),
  pin: ({ id }) => typeof id === 'string',
  setClosed: ({ state }) => typeof state === 'string',
};

type Answer = Readonly<Record<string, unknown>>;

const KNOWN_STATUSES: unknown[] = ['visible', 'pending', 'rejected', 'deleted', 'hidden', undefined];

export interface WireOptions {
  readonly fetch: typeof fetch;
  /** Milliseconds until an answer counts as lost. */
  readonly timeLimit: number;
  readonly adapter: CommentsAdapter;
}

function hideUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hideUnknown);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hideUnknown(inner)]));
  return 'createdAt' in fields && !KNOWN_STATUSES.includes(fields.status) ? { ...fields, status: 'hidden' } : fields;
}

async function ask(method: string, args: readonly unknown[], { signal }: Call, { fetch, timeLimit }: WireOptions): Promise<unknown> {
  signal.throwIfAborted();
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeLimit);
  const leave = (): void => limit.abort();
  signal.addEventListener('abort', leave);
  const failed = (kind: ErrorKind, cause: unknown): never => {
    if (signal.aborted) throw signal.reason;
    throw new AdapterError(limit.signal.aborted ? 'timeout' : kind, 'It did not work.', { cause });
  };
  try {
    const query = `https://backend.example/${method}?${new URLSearchParams({ args: JSON.stringify(args) })}`;
    const isRead = READS.includes(method);
    const response = await fetch(query, { method: isRead ? 'GET' : 'POST', signal: limit.signal }).catch((cause: unknown) =>
      failed('network', cause),
    );
    if (response.status === 429)
      throw new AdapterError('rate-limited', 'Slow down.', { retryAfter: Number(response.headers.get('retry-after')) });
    if (response.status >= 500) throw new AdapterError('unavailable', 'The backend has failed.');
    const value = hideUnknown(await response.json().catch((cause: unknown) => failed('bad-response', cause))) as Answer;
    if (signal.aborted) throw signal.reason;
    if (!response.ok) throw new AdapterError(value.kind as ErrorKind, value.message as string, value.info as ErrorInfo);
    if (!METHODS[method]?.(value)) throw new AdapterError('bad-response', 'The answer is no answer.');
    return value;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}

export function wireAdapter(options: WireOptions): CommentsAdapter {
  const { adapter } = options;
  const names = Object.keys(METHODS).filter((name) => typeof adapter[name as keyof CommentsAdapter] === 'function');
  const { counts: _counts, source: _source, ...direct } = adapter;
  return {
    ...direct,
    ...Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => ask(name, args.slice(0, -1), args.at(-1) as Call, options)])),
  };
}

/** What answers the requests of `wireAdapter`: the adapter of somebody, as a server would. */
export function serve(adapter: CommentsAdapter): typeof fetch {
  return async (input, init) => {
    init?.signal?.throwIfAborted();
    const url = new URL(input as string);
    const args = JSON.parse(url.searchParams.get('args') ?? '[]') as unknown[];
    const method = adapter[url.pathname.slice(1) as 'open'] as (...args: unknown[]) => Promise<unknown>;
    try {
      // What has arrived is carried out, whoever has left meanwhile.
      const value = await method.call(adapter, ...args, { signal: new AbortController().signal });
      init?.signal?.throwIfAborted();
      return Response.json(value ?? {});
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      const { kind, message, info } = error;
      return Response.json({ kind, message, info }, { status: 400 });
    }
  };
}
