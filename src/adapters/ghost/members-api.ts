/** The parts of Ghost's Members API that the adapter reads, and their decoders. */
import { AdapterError } from '../../model/adapter.js';
import { type Decoder, record } from '../../model/contract/schema.js';

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

/** Decodes an object, whose members are not checked. */
const trusted = record as Decoder<unknown>;

/** The signed-in member; undefined for everyone else. */
export const member: Decoder<GhostMember | undefined> = (value, place) =>
  value == null ? undefined : (trusted as Decoder<GhostMember>)(value, place);

/** The numbers of comments by post id. */
export const counts = trusted as Decoder<Readonly<Record<string, number>>>;

export const page = trusted as Decoder<GhostPage>;

/** The comment in a list of one. */
export const onlyComment: Decoder<GhostComment> = (value, place) => {
  const { comments } = page(value, place);
  if (comments[0]) return comments[0];
  throw new AdapterError('bad-response', 'Ghost responded without the comment.');
};
