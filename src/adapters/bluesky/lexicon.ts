/** The parts of the lexicons `app.bsky.feed.defs` and `app.bsky.richtext.facet` that the adapter reads, and decoders of responses. */
import { type Decoder, record } from '../../model/contract/schema.js';

/** A reference to one version of a record. */
export interface StrongRef {
  readonly uri: string;
  readonly cid: string;
}

export interface Label {
  readonly val: string;
  /** True: revokes an earlier label. */
  readonly neg?: boolean;
}

export interface Profile {
  readonly did: string;
  readonly handle: string;
  readonly displayName?: string;
  readonly avatar?: string;
  readonly labels?: readonly Label[];
  readonly verification?: { readonly verifiedStatus?: string };
}

export interface Facet {
  /** Offsets in bytes of UTF-8. */
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly {
    readonly $type: string;
    readonly uri?: string;
    readonly did?: string;
    readonly tag?: string;
  }[];
}

export interface PostRecord {
  readonly text: string;
  readonly facets?: readonly Facet[];
  readonly reply?: { readonly root: StrongRef; readonly parent: StrongRef };
  /** As claimed by the author's client. */
  readonly createdAt: string;
}

export interface Post extends StrongRef {
  readonly author: Profile;
  readonly record: PostRecord;
  readonly embed?: { readonly $type: string; readonly external?: { readonly uri: string } };
  /** Number of direct replies. */
  readonly replyCount?: number;
  readonly likeCount?: number;
  /** When the AppView first saw the post. */
  readonly indexedAt: string;
  readonly labels?: readonly Label[];
  /** Absent without an account. */
  readonly viewer?: { readonly like?: string; readonly replyDisabled?: boolean };
}

export interface Threadgate {
  readonly record?: { readonly allow?: readonly unknown[]; readonly hiddenReplies?: readonly string[] };
}

/** A post with its replies. Without `post`: a placeholder for a post that is blocked or deleted. */
export interface ThreadNode {
  readonly post?: Post;
  readonly parent?: unknown;
  /** Absent where the thread was cut off at the requested depth. */
  readonly replies?: readonly ThreadNode[];
}

export interface Thread {
  readonly thread: ThreadNode;
  readonly threadgate?: Threadgate;
}

/** A post as it is stored in the repository of its author. */
export interface StoredPost extends StrongRef {
  readonly value: PostRecord;
}

/** Decodes an object, whose members are not checked. */
const trusted = record as Decoder<unknown>;

export const thread = trusted as Decoder<Thread>;
export const posts = trusted as Decoder<{ readonly posts: readonly Post[] }>;
export const profile = trusted as Decoder<Profile>;
export const account = trusted as Decoder<{ readonly did: string }>;
export const storedPost = trusted as Decoder<StoredPost>;
export const strongRef = trusted as Decoder<StrongRef>;
export const report = trusted as Decoder<{ readonly id?: number }>;
