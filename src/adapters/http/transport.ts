/** What all requests to the backend have in common. */
import { AdapterError } from '../../model/adapter.js';
import type { TextResponse } from '../shared/fetch-text.js';
import type { Transport } from '../shared/response.js';
import { parseWebUrl, type UrlBuilder, urlBuilder } from '../shared/urls.js';

export const transportOf = (credentials: RequestCredentials = 'include'): Transport => ({
  credentials,
  // Cached responses are always revalidated, even if the backend does not ask for it: after a write they are out of date.
  cache: 'no-cache',
  headers: { accept: 'application/json' },
});

/** Builds URLs below the base URL `src`. Throws `invalid` if that is not an http or https URL. */
export function createUrlBuilder(src: string): UrlBuilder {
  const base = parseWebUrl(src);
  if (src && base && !base.username && !base.password) return urlBuilder(base.href);
  throw new AdapterError(
    'invalid',
    `src="${src}": backend="http" needs src="…" with the base URL of a backend, no password`,
  );
}

/** Whether a response declares that it is JSON. A backend of this contract does. */
export const isJson = ({ headers }: Pick<TextResponse, 'headers'>): boolean =>
  /^application\/([\w.-]+\+)?json\b/i.test(headers.get('content-type') ?? '');
