import type { CommentsAdapter } from '../../src/index.js';

/** A backend for the front page, and what the buttons in the masthead do. */
export interface FrontBackend {
  /** Absent where the elements' attributes name the backend. */
  readonly adapter?: CommentsAdapter;
  /** Name of the signed-in reader. */
  readonly viewerName: () => string | undefined;
  /** Whether the signed-in reader can open the server's pages for moderators. */
  readonly canModerate: () => boolean;
  readonly onViewerChange: (listener: () => void) => void;
  readonly signIn: () => void;
  readonly signOut: () => void;
  /** Restores the original comments. Absent for a backend that other people read. */
  readonly reset?: () => void;
}
