/** One question to a backend, and the answer that was seen. */
export interface Exchange {
  /** Method and path, such as `GET /members/api/member/`, with the beginning of the query where that matters. */
  readonly request: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a text. */
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
 * A `fetch` that answers as a backend has answered before. Of the exchanges that fit a request the first one is used that
 * was not, then the last one again. A request that nothing fits is a mistake of the test.
 */
export function replayedFetch(...exchanges: readonly Exchange[]): { readonly fetch: typeof fetch; readonly sent: readonly SentRequest[] } {
  const used = new Set<Exchange>();
  const sent: SentRequest[] = [];
  const answer = async (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    init.signal?.throwIfAborted();
    const url = new URL(String(address), 'https://news.example');
    const request = `${init.method ?? 'GET'} ${url.pathname}${decodeURIComponent(url.search)}`;
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({ request, url, headers: new Headers(init.headers), credentials: init.credentials, body });
    const fitting = exchanges.filter((one) => request.startsWith(one.request));
    const exchange = fitting.find((one) => !used.has(one)) ?? fitting.at(-1);
    if (!exchange) throw new Error(`Nothing was recorded for "${request}".`);
    used.add(exchange);
    const { status = 200, headers = { 'content-type': 'application/json; charset=utf-8' } } = exchange;
    const text = exchange.body === undefined ? null : typeof exchange.body === 'string' ? exchange.body : JSON.stringify(exchange.body);
    return new Response(text, { status, headers });
  };
  return { fetch: answer as typeof globalThis.fetch, sent };
}
