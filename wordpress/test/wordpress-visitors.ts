/** Visitors of a test WordPress: guests, and accounts with a login or an application password. */
import assert from 'node:assert/strict';
import { wordpressAdapter, type WordPressOptions } from '../../src/adapters/wordpress.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import type { WordPressSite } from './wordpress-site.js';

export type Person = 'admin' | 'writer' | 'reader';

export const ada = { name: 'Ada', email: 'ada@example.test' };

export interface SignedIn {
  readonly fetch: typeof fetch;
  readonly nonce: string;
  signOut(): void;
}

export const guest = ({ url }: WordPressSite, options: Partial<WordPressOptions> = {}): CommentsAdapter =>
  wordpressAdapter({ src: `${url}/wp-json`, ...options });

export const program = ({ url, passwords }: WordPressSite, user: Person): CommentsAdapter =>
  wordpressAdapter({ src: `${url}/wp-json`, applicationPassword: { user, password: passwords[user] ?? '' } });

/** Signs in like a browser. Requests with credentials carry the cookie. */
export async function signIn({ url }: WordPressSite, user: Person): Promise<SignedIn> {
  const response = await fetch(`${url}/wp-login.php`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    body: new URLSearchParams({ log: user, pwd: `${user}-password`, testcookie: '1' }),
  });
  let cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  assert.match(cookie, /wordpress_logged_in/);
  const fetchWithCookie: typeof fetch = (input, init = {}) =>
    fetch(input, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...(init.credentials === 'include' && { cookie }) },
    });
  const nonce = await fetchWithCookie(`${url}/wp-admin/admin-ajax.php?action=rest-nonce`, { credentials: 'include' });
  return { fetch: fetchWithCookie, nonce: await nonce.text(), signOut: () => void (cookie = '') };
}
