import type { Call, DiscussionRef } from '../../model/adapter.js';
import { batches } from '../shared/tasks.js';
import { orUndefined } from '../shared/errors.js';
import { type BlueskyClient, MAX_POSTS } from './client.js';
import { account } from './lexicon.js';
import { findPostUri, splitUri } from './post-uri.js';

/** Counts the direct replies of posts. */
export class ReplyCounter {
  readonly #client: BlueskyClient;
  /** Account DIDs by handle. A handle can move to another account, but rarely while a page is open. */
  readonly #dids = new Map<string, string>();

  constructor(client: BlueskyClient) {
    this.#client = client;
  }

  /** The counts by the keys of the discussions. */
  async count(discussions: readonly DiscussionRef[], call: Call): Promise<ReadonlyMap<string, number>> {
    const uris = await Promise.all(discussions.map(({ key }) => this.#resolveUri(key, call)));
    const existing = [...new Set(uris.filter((uri) => uri !== undefined))];
    const posts = (
      await Promise.all(batches(existing, MAX_POSTS).map((batch) => this.#client.posts(batch, call)))
    ).flat();
    const counts = new Map<string, number>();
    discussions.forEach(({ key }, index) => {
      const post = posts.find(({ uri }) => uri === uris[index]);
      if (post) counts.set(key, post.replyCount ?? 0);
    });
    return counts;
  }

  /**
   * The URI of a discussion's post with the author's DID, as the AppView returns it. Undefined if there is no
   * such account.
   */
  async #resolveUri(key: string, call: Call): Promise<string | undefined> {
    const uri = findPostUri(key);
    if (uri === undefined) return undefined;
    const { author } = splitUri(uri);
    if (author.startsWith('did:')) return uri;
    const did = this.#dids.get(author) ?? (await this.#resolveHandle(author, call));
    if (did === undefined) return undefined;
    this.#dids.set(author, did);
    return uri.replace(author, did);
  }

  async #resolveHandle(handle: string, call: Call): Promise<string | undefined> {
    const request = { path: '/xrpc/com.atproto.identity.resolveHandle', query: { handle } };
    return (await orUndefined(this.#client.query(request, call, account), 'invalid'))?.value.did;
  }
}
