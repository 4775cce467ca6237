import type { Call, CommentsAdapter } from '../../model/adapter.js';
import { batches } from '../shared/tasks.js';
import { orUndefined } from '../shared/errors.js';
import { type BlueskyClient, MAX_POSTS } from './client.js';
import { account } from './lexicon.js';
import { findPostUri, splitUri } from './post-uri.js';

/** Creates the method that counts the direct replies of posts. */
export function createCounts(client: BlueskyClient): Required<Pick<CommentsAdapter, 'counts'>> {
  /** Account DIDs by handle. A handle can move to another account, but rarely while a page is open. */
  const dids = new Map<string, string>();

  function resolveHandle(handle: string, call: Call): Promise<string | undefined> {
    const request = { path: '/xrpc/com.atproto.identity.resolveHandle', query: { handle } };
    return orUndefined(
      client.query(request, call, (value, place) => account(value, place).did),
      'invalid',
    );
  }

  /**
   * The URI of a discussion's post with the author's DID, as the AppView returns it. Undefined if there is no
   * such account.
   */
  async function resolveUri(key: string, call: Call): Promise<string | undefined> {
    const uri = findPostUri(key);
    if (uri === undefined) return undefined;
    const { author } = splitUri(uri);
    if (author.startsWith('did:')) return uri;
    const did = dids.get(author) ?? (await resolveHandle(author, call));
    if (did === undefined) return undefined;
    dids.set(author, did);
    return uri.replace(author, did);
  }

  return {
    async counts(discussions, call) {
      const uris = await Promise.all(discussions.map(({ key }) => resolveUri(key, call)));
      const existing = [...new Set(uris.filter((uri) => uri !== undefined))];
      const posts = (await Promise.all(batches(existing, MAX_POSTS).map((batch) => client.posts(batch, call)))).flat();
      const counts = new Map<string, number>();
      discussions.forEach(({ key }, index) => {
        const post = posts.find(({ uri }) => uri === uris[index]);
        if (post) counts.set(key, post.replyCount ?? 0);
      });
      return counts;
    },
  };
}
