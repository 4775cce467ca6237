import { AdapterError, type Author, type Call, type Comment, type Draft, type SubmitResult } from '../../model/adapter.js';
import type { BlueskyClient } from './bluesky-client.js';
import { facetsIn } from './facets-in.js';
import type { PostRecord, StrongRef } from './lexicon.js';
import type { OwnRecords } from './own-records.js';
import { postPage, postUri } from './post-address.js';
import { recordKey } from './record-key.js';

interface Means {
  readonly client: BlueskyClient;
  readonly records: OwnRecords;
  readonly author: Author;
  readonly call: Call;
}

/**
 * Writes a reply into the account's own repository. That server takes any reply, also one to a thread that is closed or to
 * a post that is gone, and the AppView then shows it to nobody: so the AppView is asked before.
 */
export async function writePost(
  { discussion, parentId, body: typed, submitKey }: Draft,
  { client, records, author, call }: Means,
): Promise<SubmitResult> {
  // A post with this character in it is stored and never shown: the AppView's database does not take it.
  const body = typed.replaceAll('\0', '');
  // Bluesky takes posts without a word, since there may be a picture in them.
  if (body.trim() === '') throw new AdapterError('invalid', 'Write something first.', { field: 'body' });
  const [discussed, [parent]] = await Promise.all([
    client.thread(postUri(discussion.key), { depth: 0 }, call),
    parentId === null ? [] : client.posts([parentId], call),
  ]);
  const { post } = discussed.answer.thread;
  if (discussed.viewer === undefined) throw new AdapterError('session-expired', 'The rights to the Bluesky account have ended.');
  if (!post) throw new AdapterError('blocked', 'Whoever wrote this post on Bluesky and this account have blocked each other.');
  if (parentId !== null && !parent) throw new AdapterError('parent-gone', 'The post that this answers is no longer on Bluesky.');

  const rkey = recordKey(submitKey);
  const published = (
    uri: string,
    { text, createdAt }: Pick<PostRecord, 'text' | 'createdAt'>,
    outcome: SubmitResult['outcome'] = 'published',
  ): SubmitResult => {
    const comment: Comment = {
      id: uri,
      parentId,
      author,
      body: { format: 'text', value: text },
      createdAt,
      permalink: postPage(uri),
      votes: { up: 0, mine: 0 },
    };
    return { outcome, comment };
  };

  const isClosed = post.viewer?.replyDisabled;
  if (!isClosed) {
    const top: StrongRef = { uri: post.uri, cid: post.cid };
    const facets = facetsIn(body);
    const record = {
      text: body,
      ...(facets.length > 0 && { facets }),
      reply: { root: post.record.reply?.root ?? top, parent: parent ? { uri: parent.uri, cid: parent.cid } : top },
      createdAt: new Date().toISOString(),
    };
    const stored = await records.put('app.bsky.feed.post', rkey, record);
    if (stored) return published(stored.uri, record);
  }
  // An earlier try arrived, also where the thread was closed meanwhile; or it never did.
  const earlier = await records.post(rkey);
  if (!earlier) throw new AdapterError('closed', 'This thread on Bluesky takes no more replies.');
  const isKeptOut = isClosed && (await standsAlone(earlier.uri, client, call));
  return published(earlier.uri, earlier.value, isKeptOut ? 'invisible' : 'published');
}

/** Whether a thread's rules keep a reply out: its own page then stands without the post that it answers. */
async function standsAlone(uri: string, client: BlueskyClient, call: Call): Promise<boolean> {
  const { thread } = (await client.thread(uri, { depth: 0, parentHeight: 1 }, call)).answer;
  return thread.parent === undefined;
}
