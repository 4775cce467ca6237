import type { Author, Comment } from '../../model/adapter.js';
import type { Label, Post, Profile, Threadgate } from './lexicon.js';
import { bodyOf } from './post-body.js';
import { postUrl, profileUrl } from './post-uri.js';

/** The thread in which a post is shown. */
export interface ThreadInfo {
  /** Author of the discussed post. */
  readonly rootAuthor: string;
  readonly gate: Threadgate | undefined;
  /** The account that reads the thread; undefined if it is read anonymously. */
  readonly viewer: string | undefined;
}

export function mapProfile({ did, handle, displayName, avatar, verification }: Profile): Author {
  return {
    id: did,
    name: displayName?.trim() || handle || did,
    url: profileUrl(did),
    ...(avatar !== undefined && { avatar }),
    ...(verification?.verifiedStatus === 'valid' && { badges: ['verified'] as const }),
  };
}

export function mapPost(post: Post, parentId: string | null, thread: ThreadInfo): Comment {
  const { uri, viewer, likeCount = 0 } = post;
  const author = mapProfile(post.author);
  return {
    id: uri,
    parentId,
    author:
      post.author.did === thread.rootAuthor ? { ...author, badges: ['author', ...(author.badges ?? [])] } : author,
    body: bodyOf(post),
    createdAt: creationTime(post),
    permalink: postUrl(uri),
    status: isHidden(post, thread) ? 'hidden' : 'visible',
    votes: { up: likeCount, ...(viewer && { mine: viewer.like === undefined ? 0 : 1 }) },
    ...(viewer?.replyDisabled && { can: { reply: false } }),
  };
}

/** Authors may claim any creation time, but a post cannot be newer than its first appearance in the AppView. */
function creationTime({ record, indexedAt }: Post): string {
  return Date.parse(record.createdAt) < Date.parse(indexedAt) ? record.createdAt : indexedAt;
}

/** Hidden by the author of the discussed post, by moderators, or by its own author for readers without an account. */
function isHidden({ uri, labels, author }: Post, { gate, viewer }: ThreadInfo): boolean {
  const hasLabel = (applied: readonly Label[] | undefined, values: readonly string[]): boolean =>
    Boolean(applied?.some(({ val, neg }) => !neg && values.includes(val)));
  return (
    Boolean(gate?.record?.hiddenReplies?.includes(uri)) ||
    hasLabel(labels, ['!hide', '!takedown']) ||
    hasLabel(author.labels, [
      '!hide',
      '!takedown',
      '!suspend',
      ...(viewer === undefined ? ['!no-unauthenticated'] : []),
    ])
  );
}
