import type { Features } from '../../model/adapter.js';
import type { TimeLimits } from '../shared/fetch-text.js';
import type { ProofStorage } from './guest-proofs.js';

export interface WordPressOptions {
  /** Address of the REST API, such as `https://example.com/wp-json` or `https://example.com/?rest_route=/`. */
  readonly src: string;
  /** Sends the requests. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  /**
   * The result of `wp_create_nonce( 'wp_rest' )` for the signed-in user. The page must belong to the site. An
   * expired nonce is renewed. Default: everyone is a guest.
   */
  readonly nonce?: string;
  /** Address of the site's `admin-ajax.php`, which renews the nonce. Default: in the site's `/wp-admin/`. */
  readonly adminAjax?: string;
  /** An application password, used instead of the nonce. For programs only: never put one into a page. */
  readonly applicationPassword?: ApplicationPassword;
  /** Address of the sign-in page, which should lead back. Default: the section does not offer to sign in. */
  readonly loginUrl?: string;
  /**
   * The features of the companion plugin, if it is known to be installed, so that they are available at once. Default: taken from the
   * first response.
   */
  readonly companion?: Features;
  /** REST paths of the post types to search for a discussion's key, in order. Default `['posts', 'pages']`. */
  readonly kinds?: readonly string[];
  /** Seconds between two polls for new comments; 0: never. Default 60. */
  readonly pollEvery?: number;
  /** Time limits for a whole response, in milliseconds. Default: 15,000 for reads, 30,000 for writes. */
  readonly timeout?: TimeLimits;
  /** Stores the guest's permissions to edit their own comments. Default: `sessionStorage`, where available. */
  readonly storage?: ProofStorage;
}

export interface ApplicationPassword {
  readonly user: string;
  readonly password: string;
}
