/** The parts of the answers of Ghost's Members API that are read here. */

export interface GhostMember {
  readonly uuid: string;
  readonly name?: string | null;
  readonly avatar_image?: string | null;
  readonly paid?: boolean;
}

export interface GhostComment {
  readonly id: string;
  /** The reply that this one answers, below the same comment. */
  readonly in_reply_to_id?: string | null;
  /** `published`, `hidden` or `deleted`. */
  readonly status: string;
  /** Null unless it is published. */
  readonly html: string | null;
  readonly created_at: string;
  readonly edited_at?: string | null;
  readonly member?: GhostMember | null;
  /** The first three. */
  readonly replies?: readonly GhostComment[];
  /** Whether the member who asks has liked it; false for everybody else. */
  readonly liked?: boolean;
  readonly count?: { readonly replies?: number; readonly likes?: number };
  /** Only where they were asked for. */
  readonly parent?: { readonly id?: string } | null;
  readonly post?: { readonly id?: string };
}

export interface GhostPage {
  readonly comments: readonly GhostComment[];
  readonly meta: { readonly pagination: { readonly page: number; readonly next: number | null; readonly total: number } };
}
