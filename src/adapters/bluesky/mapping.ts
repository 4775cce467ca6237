import type { Author, Comment } from '../../model/adapter.js';
import { bodyOf } from './body-of.js';
import type { Label, Post, Profile, Threadgate } from './lexicon.js';
import { postPage, profilePage } from './post-address.js';

/** What a post is presented in. */
export interface Setting {
  /** Who wrote the post that is discussed. */
  readonly author: string;
  readonly gate: Threadgate | undefined;
  /** Whose account is used; undefined for everybody else. */
  readonly viewer: string | undefined;
}

export function presentAuthor({ did, handle, displayName, avatar, verification }: Profile): Author {
  return {
    id: did,
    name: displayName?.trim() || handle || did,
    url: profilePage(did),
    ...(avatar !== undefined && { avatar }),
    ...(verification?.verifiedStatus === 'valid' && { badges: ['verified'] as const }),
  };
}

export function presentPost(post: Post, parentId: string | null, setting: Setting): Comment {
  const { uri, viewer, likeCount = 0 } = post;
  const author = presentAuthor(post.author);
  return {
    id: uri,
    parentId,
    author: post.author.did === setting.author ? { ...author, badges: ['author', ...(author.badges ?? [])] } : author,
    body: bodyOf(post),
    createdAt: timeOf(post),
    permalink: postPage(uri),
    status: isHidden(post, setting) ? 'hidden' : 'visible',
    votes: { up: likeCount, ...(viewer && { mine: viewer.like === undefined ? 0 : 1 }) },
    ...(viewer?.replyDisabled && { can: { reply: false } }),
  };
}

/** When a post was written, which is not after it was seen, whatever its author's program claims. */
function timeOf({ record, indexedAt }: Post): string {
  return Date.parse(record.createdAt) < Date.parse(indexedAt) ? record.createdAt : indexedAt;
}

/** By whoever wrote the post that is discussed, by the moderators of the AppView, or because its author shows it only to members. */
function isHidden({ uri, labels, author }: Post, { gate, viewer }: Setting): boolean {
  const has = (those: readonly Label[] | undefined, words: readonly string[]): boolean =>
    Boolean(those?.some(({ val, neg }) => !neg && words.includes(val)));
  return (
    Boolean(gate?.record?.hiddenReplies?.includes(uri)) ||
    has(labels, ['!hide', '!takedown']) ||
    has(author.labels, ['!hide', '!takedown', '!suspend', ...(viewer === undefined ? ['!no-unauthenticated'] : [])])
  );
}
