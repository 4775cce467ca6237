/** The parts of Bluesky's answers that are read here, as the lexicons `app.bsky.feed.defs` and `app.bsky.richtext.facet` name them. */

/** Names one version of a record. */
export interface StrongRef {
  readonly uri: string;
  readonly cid: string;
}

export interface Label {
  readonly val: string;
  /** True: takes an earlier label back. */
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
  /** Offsets in the text's UTF-8. */
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly { readonly $type: string; readonly uri?: string; readonly did?: string; readonly tag?: string }[];
}

export interface PostRecord {
  readonly text: string;
  readonly facets?: readonly Facet[];
  readonly reply?: { readonly root: StrongRef; readonly parent: StrongRef };
  /** What the author's program claims. */
  readonly createdAt: string;
}

export interface Post extends StrongRef {
  readonly author: Profile;
  readonly record: PostRecord;
  readonly embed?: { readonly $type: string; readonly external?: { readonly uri: string } };
  /** Direct replies. */
  readonly replyCount?: number;
  readonly likeCount?: number;
  /** When the AppView saw it first. */
  readonly indexedAt: string;
  readonly labels?: readonly Label[];
  /** Only for who is signed in. */
  readonly viewer?: { readonly like?: string; readonly replyDisabled?: boolean };
}

export interface Threadgate {
  readonly record?: { readonly allow?: readonly unknown[]; readonly hiddenReplies?: readonly string[] };
}

/** A post with its replies; without `post`, one that is blocked or gone. */
export interface ThreadNode {
  readonly post?: Post;
  readonly parent?: unknown;
  /** Absent where the answer ends because of its depth. */
  readonly replies?: readonly ThreadNode[];
}

export interface Thread {
  readonly thread: ThreadNode;
  readonly threadgate?: Threadgate;
}
