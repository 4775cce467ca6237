/** A fake network for the http adapter: each test says how the backend responds. */
import { httpAdapter, type HttpAdapter, type HttpOptions } from '../../src/adapters/http.js';
import type { Call, CommentsAdapter } from '../../src/model/adapter.js';
import { call, discussion } from './adapter-fixture.js';
import recordedSamples from './http-samples.json' with { type: 'json' };

/** Response bodies by the name of their schema. `test/package/openapi.test.mjs` validates them against the contract. */
export const samples = recordedSamples as Readonly<Record<string, readonly Record<string, unknown>[]>>;

export const sample = (schema: string, index = 0): Record<string, unknown> => structuredClone(samples[schema]![index]!);

export const json = (
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
  });

export const problem = (
  kind: string,
  status: number,
  more: object = {},
  headers: Record<string, string> = {},
): Response => json({ type: `urn:article-comments:${kind}`, title: kind, status, ...more }, { status, headers });

export interface Sent {
  /** Method and path below the base address, such as `GET /discussion`. */
  readonly what: string;
  readonly url: URL;
  readonly parameters: Readonly<Record<string, string>>;
  readonly init: RequestInit & { readonly headers: Readonly<Record<string, string>> };
  readonly body: unknown;
  readonly signal: AbortSignal;
}

type Handler = (sent: Sent) => Response | Error | undefined | Promise<Response>;

/** A `fetch` with a handler for each kind of request. A handler that returns undefined leaves the request hanging until it is aborted. */
export class HttpEdge {
  readonly sent: Sent[] = [];
  readonly handlers = new Map<string, Handler>();

  constructor(handlers: Readonly<Record<string, Handler>> = {}) {
    for (const [what, handler] of Object.entries(handlers)) this.handlers.set(what, handler);
  }

  readonly fetch = (async (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address);
    const sent: Sent = {
      what: `${init.method ?? 'GET'} ${url.pathname.replace('/api', '')}`,
      url,
      parameters: Object.fromEntries(url.searchParams),
      init: init as Sent['init'],
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      signal: init.signal!,
    };
    this.sent.push(sent);
    sent.signal.throwIfAborted();
    const handler = this.handlers.get(sent.what) ?? (() => problem('not-found', 404));
    const found = await handler(sent);
    if (found === undefined)
      return new Promise((_resolve, reject) =>
        sent.signal.addEventListener('abort', () => reject(sent.signal.reason as Error)),
      );
    if (found instanceof Error) throw found;
    return found;
  }) as typeof fetch;

  get whats(): readonly string[] {
    return this.sent.map(({ what }) => what);
  }

  adapter(options: Partial<HttpOptions> = {}): HttpAdapter & Required<CommentsAdapter> {
    return httpAdapter({ src: 'https://backend.example/api/', fetch: this.fetch, ...options }) as HttpAdapter &
      Required<CommentsAdapter>;
  }
}

/** An adapter that has opened the discussion at a backend that supports everything. */
export async function openedAdapter(
  handlers: Readonly<Record<string, Handler>> = {},
  options: Partial<HttpOptions> = {},
) {
  const edge = new HttpEdge({ 'GET /discussion': () => json(sample('OpenedDiscussion')), ...handlers });
  const adapter = edge.adapter(options);
  await adapter.open(discussion, call);
  edge.sent.length = 0;
  return { edge, adapter };
}

/** A call that a test can abort. */
export function abortableCall(): { readonly call: Call; readonly abort: () => void; readonly reason: Error } {
  const controller = new AbortController();
  const reason = new DOMException('The test aborted the call.', 'AbortError');
  return { call: { signal: controller.signal }, abort: () => controller.abort(reason), reason };
}

/** A response body that a test writes piece by piece. */
export function openBody() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start(streamController) {
      controller = streamController;
    },
    cancel() {
      isCancelled = true;
    },
  });
  return {
    body,
    write: (text: string) => controller.enqueue(new TextEncoder().encode(text)),
    end: () => controller.close(),
    fail: (error: unknown) => controller.error(error),
    get isCancelled() {
      return isCancelled;
    },
  };
}
