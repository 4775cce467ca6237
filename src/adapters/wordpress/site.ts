import type { WordPressClient } from './client.js';
import type { GuestProofs } from './guest-proofs.js';
import type { PostFinder } from './posts.js';

/** A WordPress site, and what responses have revealed about it and its viewer. */
export interface Site {
  readonly client: WordPressClient;
  readonly posts: PostFinder;
  readonly proofs: GuestProofs;
  /** Whether the companion plugin is installed. */
  hasCompanion: boolean;
  /** Whether the viewer may edit all comments. Before WordPress 6.7, comments do not say who may edit them. */
  isModerator: boolean;
}
