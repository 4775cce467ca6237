/** The network's edge: what stands between the adapter and a backend. Everything behind it is a test's. */
import { httpAdapter, type HttpAdapter, type HttpOptions } from '../../src/adapters/http.js';
import type { Call, CommentsAdapter } from '../../src/model/adapter.js';
import { call, discussion } from './adapter-fixture.js';

/** Bodies by the name of their schema in the contract, which a test of the package holds them against. */
export const samples = (await (await fetch(new URL('./http-samples.json', import.meta.url))).json()) as Readonly<
  Record<string, readonly Record<string, unknown>[]>
>;

export const sample = (schema: string, index = 0): Record<string, unknown> => structuredClone(samples[schema]![index]!);

export const json = (body: unknown, { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
  });

export const problem = (kind: string, status: number, more: object = {}, headers: Record<string, string> = {}): Response =>
  json({ type: `urn:article-comments:${kind}`, title: kind, status, ...more }, { status, headers });

export interface Sent {
  /** Method and path below the base address, such as `GET /discussion`. */
  readonly what: string;
  readonly url: URL;
  readonly parameters: Readonly<Record<string, string>>;
  readonly init: RequestInit & { readonly headers: Readonly<Record<string, string>> };
  readonly body: unknown;
  readonly signal: AbortSignal;
}

type Answer = (sent: Sent) => Response | Error | undefined | Promise<Response>;

/** A `fetch` with an answer for each request; `undefined` for one that hangs until it is aborted. */
export class HttpEdge {
  readonly sent: Sent[] = [];
  readonly answers = new Map<string, Answer>();

  constructor(answers: Readonly<Record<string, Answer>> = {}) {
    for (const [what, answer] of Object.entries(answers)) this.answers.set(what, answer);
  }

  readonly fetch = (async (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address);
    const sent: Sent = {
      what: `${init.method} ${url.pathname.replace('/api', '')}`,
      url,
      parameters: Object.fromEntries(url.searchParams),
      init: init as Sent['init'],
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      signal: init.signal!,
    };
    this.sent.push(sent);
    sent.signal.throwIfAborted();
    const answer = this.answers.get(sent.what) ?? (() => problem('not-found', 404));
    const found = await answer(sent);
    if (found === undefined)
      return new Promise((_resolve, reject) => sent.signal.addEventListener('abort', () => reject(sent.signal.reason as Error)));
    if (found instanceof Error) throw found;
    return found;
  }) as typeof fetch;

  get whats(): readonly string[] {
    return this.sent.map(({ what }) => what);
  }

  adapter(options: Partial<HttpOptions> = {}): HttpAdapter & Required<CommentsAdapter> {
    return httpAdapter({ src: 'https://backend.example/api/', fetch: this.fetch, ...options }) as HttpAdapter & Required<CommentsAdapter>;
  }
}

/** An adapter whose backend has opened the discussion and offers everything. */
export async function openedAdapter(answers: Readonly<Record<string, Answer>> = {}, options: Partial<HttpOptions> = {}) {
  const edge = new HttpEdge({ 'GET /discussion': () => json(sample('OpenedDiscussion')), ...answers });
  const adapter = edge.adapter(options);
  await adapter.open(discussion, call);
  edge.sent.length = 0;
  return { edge, adapter };
}

/** A call that a test can leave. */
export function leavable(): { readonly call: Call; readonly leave: () => void; readonly reason: Error } {
  const controller = new AbortController();
  const reason = new DOMException('Left.', 'AbortError');
  return { call: { signal: controller.signal }, leave: () => controller.abort(reason), reason };
}

/** A body that a test writes as it likes. */
export function openBody() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let isGivenBack = false;
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel() {
      isGivenBack = true;
    },
  });
  return {
    body,
    write: (text: string) => controller.enqueue(new TextEncoder().encode(text)),
    end: () => controller.close(),
    fail: (error: unknown) => controller.error(error),
    get isGivenBack() {
      return isGivenBack;
    },
  };
}
