import type { Token } from '../../model/adapter.js';
import type { TimeLimits } from '../shared/fetch-text.js';

export interface MastodonOptions {
  /** Address of the instance, such as `https://mastodon.example`. */
  readonly src: string;
  /**
   * Access token of an account on that instance. A function is called before every request, and for a fresh token when the instance has
   * refused the last one. Without a token, or with an empty one, the section is read-only.
   */
  readonly token?: Token | undefined;
  /** Text shown beside the link to the status when there is no token. Default: two sentences in English. */
  readonly replyElsewhere?: string;
  /** Text of that link. Default: "Reply on Mastodon". */
  readonly replyLink?: string;
  /** Text shown without a token if the instance shows conversations only to its own accounts. Default: a sentence in English. */
  readonly signedInOnly?: string;
  /** Time limits for a whole response, in milliseconds. Default: 15,000 for reads, 30,000 for writes. */
  readonly timeout?: TimeLimits;
  /** Sends the requests. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
}
