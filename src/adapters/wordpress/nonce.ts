import { AdapterError } from '../../model/adapter.js';
import { fetchText, READ_TIMEOUT } from '../shared/fetch-text.js';
import { urlBuilder } from '../shared/urls.js';
import type { WordPressOptions } from './options.js';

interface NonceOptions extends Pick<WordPressOptions, 'nonce' | 'adminAjax' | 'fetch' | 'timeout'> {
  /** Address of the REST API. */
  readonly apiUrl: string;
  /** Loads the id of the account that a nonce belongs to. */
  readonly loadOwner: (nonce: string) => Promise<string>;
}

/** The nonce of the signed-in user. WordPress ignores the cookie of a request without one. */
export class Nonce {
  readonly #options: NonceOptions;
  #value: string | undefined;
  #owner: string | null | undefined;
  /** One request for all callers whose nonce has expired. */
  #renewal: Promise<void> | undefined;

  constructor(options: NonceOptions) {
    this.#options = options;
    this.#value = options.nonce;
  }

  /** Undefined for a guest. */
  get value(): string | undefined {
    return this.#value;
  }

  /**
   * Id of the account that a renewed nonce belongs to; null if the session had ended. Undefined before the first renewal:
   * WordPress accepts the nonce of the page from the account that loaded the page only.
   */
  get owner(): string | null | undefined {
    return this.#owner;
  }

  /** Adopts the nonce of a response: WordPress sends a new one long before the old one expires. */
  update(headers: Headers): void {
    if (this.#value) this.#value = headers.get('x-wp-nonce') ?? this.#value;
  }

  /**
   * Replaces an expired nonce, if it is still in use. The new one may belong to another account that has signed in in
   * another tab, or be absent if the session has ended.
   */
  async renew(expired: string): Promise<void> {
    if (this.#value !== expired) return;
    this.#renewal ??= this.#load().finally(() => (this.#renewal = undefined));
    await this.#renewal;
  }

  async #load(): Promise<void> {
    const { adminAjax, apiUrl, fetch, timeout, loadOwner } = this.#options;
    const url = adminAjax ?? apiUrl.replace(/(\/index\.php)?(\/wp-json)?\/?(\?.*)?$/, '/wp-admin/admin-ajax.php');
    // Several callers wait for this request, so none of them can abort it.
    const { signal } = new AbortController();
    const { ok, status, text } = await fetchText(
      urlBuilder(url)('', { action: 'rest-nonce' }),
      { credentials: 'include' },
      { fetch, timeout: timeout?.read ?? READ_TIMEOUT, signal },
    );
    // A server error says nothing about the session.
    if (status >= 500) throw new AdapterError('unavailable');
    const value = ok ? /^[\da-z]{8,}$/i.exec(text)?.[0] : undefined;
    const owner = value === undefined ? null : await loadOwner(value);
    this.#value = value;
    this.#owner = owner;
  }
}
