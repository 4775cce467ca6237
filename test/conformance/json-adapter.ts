/**
 * A minimal adapter that passes every check. It reaches the memory adapter as JSON through a `fetch`, so network faults can
 * be tested.
 */
import {
  type Call,
  AdapterError,
  type CommentsAdapter,
  type ErrorInfo,
  type ErrorKind,
} from '../../src/model/adapter.js';

const READS: readonly string[] = ['open', 'list', 'get', 'counts'];

/** Validates the response of each method. */
const METHODS: Readonly<Record<string, (value: ResponseBody) => boolean>> = {
  open: ({ state }) => typeof state === 'string',
  list: ({ items }) => Array.isArray(items) && items.every((item) => typeof (item as ResponseBody)?.id === 'string'),
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

type ResponseBody = Readonly<Record<string, unknown>>;

const KNOWN_STATUSES: unknown[] = ['visible', 'pending', 'rejected', 'deleted', 'hidden', undefined];

export interface JsonAdapterOptions {
  readonly fetch: typeof fetch;
  /** Milliseconds to wait for a response. */
  readonly timeLimit: number;
  readonly adapter: CommentsAdapter;
}

function hideUnknownStatuses(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hideUnknownStatuses);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hideUnknownStatuses(inner)]));
  return 'createdAt' in fields && !KNOWN_STATUSES.includes(fields.status) ? { ...fields, status: 'hidden' } : fields;
}

async function request(
  method: string,
  args: readonly unknown[],
  { signal }: Call,
  { fetch, timeLimit }: JsonAdapterOptions,
): Promise<unknown> {
  signal.throwIfAborted();
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeLimit);
  const onAbort = (): void => limit.abort();
  signal.addEventListener('abort', onAbort);
  const fail = (kind: ErrorKind, cause: unknown): never => {
    if (signal.aborted) throw signal.reason;
    // Such as that of a token.
    if (cause instanceof AdapterError) throw cause;
    throw new AdapterError(limit.signal.aborted ? 'timeout' : kind, 'The request failed.', { cause });
  };
  try {
    const query = `https://backend.example/${method}?${new URLSearchParams({ args: JSON.stringify(args) })}`;
    const isRead = READS.includes(method);
    const response = await fetch(query, { method: isRead ? 'GET' : 'POST', signal: limit.signal }).catch(
      (cause: unknown) => fail('network', cause),
    );
    if (response.status === 429)
      throw new AdapterError('rate-limited', 'Slow down.', { retryAfter: Number(response.headers.get('retry-after')) });
    if (response.status >= 500) throw new AdapterError('unavailable', 'The backend failed.');
    const value = hideUnknownStatuses(
      await response.json().catch((cause: unknown) => fail('bad-response', cause)),
    ) as ResponseBody;
    if (signal.aborted) throw signal.reason;
    if (!response.ok) throw new AdapterError(value.kind as ErrorKind, value.message as string, value.info as ErrorInfo);
    if (!METHODS[method]?.(value)) throw new AdapterError('bad-response', 'The response is invalid.');
    return value;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

export function jsonAdapter(options: JsonAdapterOptions): CommentsAdapter {
  const { adapter } = options;
  const names = Object.keys(METHODS).filter((name) => typeof adapter[name as keyof CommentsAdapter] === 'function');
  const { counts: _counts, source: _source, ...direct } = adapter;
  return {
    ...direct,
    ...Object.fromEntries(
      names.map((name) => [
        name,
        (...args: unknown[]) => request(name, args.slice(0, -1), args.at(-1) as Call, options),
      ]),
    ),
  };
}

/** The server for `jsonAdapter`: a `fetch` that passes requests to another adapter. */
export function serve(adapter: CommentsAdapter): typeof fetch {
  return async (input, init) => {
    init?.signal?.throwIfAborted();
    const url = new URL(input as string);
    const args = JSON.parse(url.searchParams.get('args') ?? '[]') as unknown[];
    const method = adapter[url.pathname.slice(1) as 'open'] as (...args: unknown[]) => Promise<unknown>;
    try {
      // A request that has arrived is carried out even if the client aborts.
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
