/** A request to a backend, and its response. */
export interface Exchange {
  /** Method and path, such as `GET /members/api/member/`, and if it matters, the beginning of the query. */
  readonly request: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a string. */
  readonly body?: unknown;
}

export interface SentRequest {
  /** Method and path with the query. */
  readonly request: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly credentials: RequestCredentials | undefined;
  readonly body: unknown;
}

/**
 * A `fetch` that replays exchanges. A request gets the first unused exchange that matches it, or the last matching one again. A
 * request without a match is a mistake of the test.
 */
export function replayedFetch(...exchanges: readonly Exchange[]): {
  readonly fetch: typeof fetch;
  readonly sent: readonly SentRequest[];
} {
  const used = new Set<Exchange>();
  const sent: SentRequest[] = [];
  const replay = async (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    init.signal?.throwIfAborted();
    const url = new URL(String(address), 'https://news.example');
    const request = `${init.method ?? 'GET'} ${url.pathname}${decodeURIComponent(url.search)}`;
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({ request, url, headers: new Headers(init.headers), credentials: init.credentials, body });
    const matching = exchanges.filter((one) => request.startsWith(one.request));
    const exchange = matching.find((one) => !used.has(one)) ?? matching.at(-1);
    if (!exchange) throw new Error(`Nothing was recorded for "${request}".`);
    used.add(exchange);
    const { status = 200, headers = { 'content-type': 'application/json; charset=utf-8' } } = exchange;
    const text =
      exchange.body === undefined
        ? null
        : typeof exchange.body === 'string'
          ? exchange.body
          : JSON.stringify(exchange.body);
    return new Response(text, { status, headers });
  };
  return { fetch: replay as typeof globalThis.fetch, sent };
}
