/** A `fetch` that answers as a real server did, from what test/backends/record-exchanges.ts has written down. */
export interface Exchange {
  /** Method and address below the server's. */
  readonly asked: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Each request gets the next answer that the same one got, and the last one again and again. */
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
    requests.push({ asked, headers: new Headers(headers), body: typeof body === 'string' ? JSON.parse(body) : undefined, credentials });
    const index = left.findIndex((one) => one.asked === asked);
    const found = left[index];
    if (!found) throw new TypeError(`Nothing was written down for ${asked}`);
    if (left.some((one, other) => other > index && one.asked === asked)) left.splice(index, 1);
    return new Response(method === 'HEAD' ? null : found.body, { status: found.status, headers: found.headers });
  }) as typeof globalThis.fetch;
  return { fetch, requests };
}
