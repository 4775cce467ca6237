/** Numbers of replies, which lists of articles ask for and pages of articles do not. */
import { AdapterError, type Call, type DiscussionRef } from '../../model/adapter.js';
import { type BlueskyClient, MOST_POSTS } from './bluesky-client.js';
import type { Post } from './lexicon.js';
import { partsOf, postUriIn } from './post-address.js';

/** By the keys of discussions. Bluesky counts direct replies and no others. */
export async function countsOf(
  discussions: readonly DiscussionRef[],
  client: BlueskyClient,
  call: Call,
): Promise<ReadonlyMap<string, number>> {
  const uris = await Promise.all(discussions.map(({ key }) => resolve(key, client, call)));
  const posts = await load([...new Set(uris.filter((uri) => uri !== undefined))], client, call);
  const counts = new Map<string, number>();
  discussions.forEach(({ key }, index) => {
    const post = posts.find(({ uri }) => uri === uris[index]);
    if (post) counts.set(key, post.replyCount ?? 0);
  });
  return counts;
}

async function load(uris: readonly string[], client: BlueskyClient, call: Call): Promise<readonly Post[]> {
  const parts: (readonly string[])[] = [];
  for (let start = 0; start < uris.length; start += MOST_POSTS) parts.push(uris.slice(start, start + MOST_POSTS));
  return (await Promise.all(parts.map((part) => client.posts(part, call)))).flat();
}

/** The address of a discussion's post with the account's unchanging name in it; undefined where there is none. */
async function resolve(key: string, client: BlueskyClient, call: Call): Promise<string | undefined> {
  const uri = postUriIn(key);
  if (uri === undefined) return undefined;
  const { author } = partsOf(uri);
  if (author.startsWith('did:')) return uri;
  let did = client.dids.get(author);
  if (did === undefined) {
    try {
      const { answer } = await client.read<{ did: string }>(`com.atproto.identity.resolveHandle?handle=${author}`, call);
      ({ did } = answer);
    } catch (error) {
      if (error instanceof AdapterError && error.kind === 'invalid') return undefined;
      throw error;
    }
    client.dids.set(author, did);
  }
  return uri.replace(author, did);
}
