/**
 * Returns a `fetch` that stores cookies and sends an `Origin` header, as browsers do and Node does not. If the backend recognises
 * people by a cookie, use one for each person of a stage. Cookies are stored for each origin until the server deletes them; their
 * paths and expiry dates are ignored.
 *
 * @param page The address of the page that the requests come from; its origin is sent.
 * @param real Sends the requests. Default: the global `fetch`.
 */
export function cookieFetch(
  page: string | URL,
  real: typeof fetch = (...request) => globalThis.fetch(...request),
): typeof fetch {
  const { origin } = new URL(page);
  /** Values by name, by the origin of the server. */
  const jars = new Map<string, Map<string, string>>();
  return async (input, init) => {
    const request = typeof input === 'string' || input instanceof URL ? undefined : input;
    const server = new URL(request?.url ?? (input as string | URL)).origin;
    const jar = jars.get(server) ?? new Map<string, string>();
    jars.set(server, jar);
    const headers = new Headers(init?.headers ?? request?.headers);
    headers.set('origin', origin);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await real(input, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^\s*([^=;]+)=([^;]*)/.exec(line) ?? [];
      if (isDeletion(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}

/** Whether a `Set-Cookie` header deletes its cookie, by `Max-Age=0` or by an `Expires` date in the past. */
function isDeletion(line: string): boolean {
  const [, expires = ''] = /;\s*expires=([^;]*)/i.exec(line) ?? [];
  return /;\s*max-age=(0|-\d+)\s*(;|$)/i.test(line) || Date.parse(expires) < Date.now();
}
