/** The parts of Ghost's Members API that the adapter reads. */

export interface GhostMember {
  readonly uuid: string;
  readonly name?: string | null;
  readonly avatar_image?: string | null;
}

export interface GhostComment {
  readonly id: string;
  /** The sibling that this reply responds to; absent if it responds to the top-level comment. */
  readonly in_reply_to_id?: string | null;
  /** `published`, `hidden` or `deleted`. */
  readonly status: string;
  /** Null unless the comment is published. */
  readonly html: string | null;
  readonly created_at: string;
  readonly edited_at?: string | null;
  readonly member?: GhostMember | null;
  /** The first three replies. */
  readonly replies?: readonly GhostComment[];
  /** Whether the signed-in member has liked it; false for everyone else. */
  readonly liked?: boolean;
  readonly count?: { readonly replies?: number; readonly likes?: number };
  /** Included on request, like `post`. */
  readonly parent?: { readonly id?: string } | null;
  readonly post?: { readonly id?: string };
}

export interface GhostPage {
  readonly comments: readonly GhostComment[];
  readonly meta: { readonly pagination: { readonly next: number | null } };
}
