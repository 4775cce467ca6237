import {
  AdapterError,
  type Author,
  type Call,
  type Comment,
  type Draft,
  type SubmitResult,
} from '../../model/adapter.js';
import { requireText } from '../shared/errors.js';
import type { BlueskyClient } from './client.js';
import type { Facet, Post, PostRecord, StrongRef } from './lexicon.js';
import type { OwnRecords } from './own-records.js';
import { parsePostUri, POST_COLLECTION, postUrl } from './post-uri.js';
import { recordKey } from './record-key.js';
import { findUrls } from '../../content/find-urls.js';
import { isWebUrl } from './web-url.js';

/** Finds the URLs in a text. Bluesky shows a URL as a link only if a facet marks it. */
export function findLinks(text: string): readonly Facet[] {
  const byteLength = (part: string): number => new TextEncoder().encode(part).length;
  return findUrls(text).flatMap(({ url: uri, index }) => {
    if (!isWebUrl(uri)) return [];
    const byteStart = byteLength(text.slice(0, index));
    return [
      {
        index: { byteStart, byteEnd: byteStart + byteLength(uri) },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
      },
    ];
  });
}

interface ReplyContext {
  readonly client: BlueskyClient;
  readonly records: OwnRecords;
  readonly author: Author;
  readonly call: Call;
}

/**
 * Writes a reply to the account's repository. The account's server accepts replies to closed threads and
 * deleted posts, but the AppView never shows them, so this queries the AppView first.
 */
export async function postReply(draft: Draft, { client, records, author, call }: ReplyContext): Promise<SubmitResult> {
  const { discussion, parentId, submitKey } = draft;
  // Bluesky accepts posts without text, because they may consist of images, and never shows one with a NUL character.
  const text = requireText(draft.body);
  const [thread, [parent]] = await Promise.all([
    client.thread(parsePostUri(discussion.key), { depth: 0 }, call, ({ thread: { post } }, viewer) => ({
      post,
      viewer,
    })),
    parentId === null ? [] : client.posts([parentId], call),
  ]);
  const { post: root } = thread;
  if (thread.viewer === undefined)
    throw new AdapterError('session-expired', 'The session of the Bluesky account has expired.');
  if (!root)
    throw new AdapterError('blocked', 'The author of this post and your account have blocked each other on Bluesky.');
  if (parentId !== null && !parent)
    throw new AdapterError('parent-gone', 'The post you are replying to is no longer on Bluesky.');

  const toComment = (uri: string, record: Pick<PostRecord, 'text' | 'createdAt'>): Comment => ({
    id: uri,
    parentId,
    author,
    body: { format: 'text', value: record.text },
    createdAt: record.createdAt,
    permalink: postUrl(uri),
    votes: { up: 0, mine: 0 },
  });
  const rkey = recordKey(submitKey);
  const isClosed = root.viewer?.replyDisabled;
  if (!isClosed) {
    const record = replyRecord(text, root, parent);
    const created = await records.create(POST_COLLECTION, rkey, record);
    if (created) return { outcome: 'published', comment: toComment(created.uri, record) };
  }
  // Either an earlier attempt has created the record, or the thread is closed and no record exists.
  const earlier = await records.findPost(rkey);
  if (!earlier) throw new AdapterError('closed', 'This thread on Bluesky accepts no more replies.');
  const isDetached = isClosed && (await isWithoutParent(earlier.uri, client, call));
  return { outcome: isDetached ? 'invisible' : 'published', comment: toComment(earlier.uri, earlier.value) };
}

function replyRecord(text: string, root: Post, parent: Post | undefined) {
  const refTo = ({ uri, cid }: StrongRef): StrongRef => ({ uri, cid });
  const facets = findLinks(text);
  return {
    text,
    ...(facets.length > 0 && { facets }),
    // The discussed post may itself be a reply in a longer thread.
    reply: { root: root.record.reply?.root ?? refTo(root), parent: refTo(parent ?? root) },
    createdAt: new Date().toISOString(),
  };
}

/** The AppView shows a reply that violates the rules of its thread without its parent. */
async function isWithoutParent(uri: string, client: BlueskyClient, call: Call): Promise<boolean> {
  return client.thread(uri, { depth: 0, parentHeight: 1 }, call, ({ thread }) => thread.parent === undefined);
}
