import type { Posting, Token } from '../../model/adapter.js';
import type { TimeLimits } from '../shared/fetch-text.js';

export interface WalineOptions {
  /** Address of the server, such as `https://waline.example.com`. */
  readonly src: string;
  /** Sends the requests. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  /**
   * Token that the server issued to the signed-in user. A function is called before every request, and for a fresh token when the
   * server has refused the last one. Default: everyone is a guest.
   */
  readonly token?: Token | undefined;
  /** Captcha that the server requires of guests. The page shows it and passes on its token. Default: none. */
  readonly captcha?: 'turnstile' | 'recaptchaV3';
  /**
   * Fields asked of guests; the server itself requires none. Default: a required name, an optional email and
   * website.
   */
  readonly guest?: NonNullable<Posting['guest']>;
  /** Seconds between two polls for new comments; 0: never. Default 60. */
  readonly pollEvery?: number;
  /** Time limits for a whole response, in milliseconds. Default: 15,000 for reads, 30,000 for writes. */
  readonly timeout?: TimeLimits;
}
