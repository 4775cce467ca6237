/** A `fetch` that replays the exchanges recorded by test/backends/record-exchanges.ts. */
export interface Exchange {
  /** Method, and URL without the server's address. */
  readonly asked: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Each request gets the next recorded response for its method and URL, or the last one again. */
export function replay(exchanges: readonly Exchange[], server: string) {
  const left = [...exchanges];
  const requests: {
    readonly asked: string;
    readonly headers: Headers;
    readonly body: unknown;
    readonly credentials: string | undefined;
  }[] = [];
  const fetch = (async (address: string, { method = 'GET', headers, body, credentials, signal }: RequestInit = {}) => {
    signal?.throwIfAborted();
    const asked = `${method} ${decodeURIComponent(address.replace(server, ''))}`;
    requests.push({
      asked,
      headers: new Headers(headers),
      body: typeof body === 'string' ? JSON.parse(body) : undefined,
      credentials,
    });
    const index = left.findIndex((one) => one.asked === asked);
    const found = left[index];
    if (!found) throw new TypeError(`Nothing was recorded for ${asked}`);
    if (left.some((one, other) => other > index && one.asked === asked)) left.splice(index, 1);
    return new Response(method === 'HEAD' ? null : found.body, { status: found.status, headers: found.headers });
  }) as typeof globalThis.fetch;
  return { fetch, requests };
}
