import type { WordPressClient } from './client.js';
import type { GuestProofs } from './guest-proofs.js';
import type { PostFinder } from './posts.js';

/** A WordPress site, with what its responses have revealed about the site and the viewer. */
export interface Site {
  readonly client: WordPressClient;
  readonly posts: PostFinder;
  readonly proofs: GuestProofs;
  /** Whether the companion plugin is installed. */
  hasCompanion: boolean;
  /** Whether the viewer may edit all comments. Before WordPress 6.7, comments do not include permissions. */
  isModerator: boolean;
}
