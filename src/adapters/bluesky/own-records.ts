import { AdapterError, type Call } from '../../model/adapter.js';
import type { BlueskyClient } from './bluesky-client.js';
import type { PostRecord, StrongRef } from './lexicon.js';

export interface StoredPost extends StrongRef {
  readonly value: PostRecord;
}

/** The records in an account's repository, which is where everything lies that its owner has written. */
export class OwnRecords {
  readonly #client: BlueskyClient;
  readonly #repo: string;
  readonly #call: Call;

  constructor(client: BlueskyClient, repo: string, call: Call) {
    this.#client = client;
    this.#repo = repo;
    this.#call = call;
  }

  /** The post under a key; undefined where there is none. */
  async post(rkey: string): Promise<StoredPost | undefined> {
    const query = new URLSearchParams({ repo: this.#repo, collection: 'app.bsky.feed.post', rkey });
    try {
      return await this.#client.askOwn<StoredPost>(`com.atproto.repo.getRecord?${query}`, this.#call);
    } catch (error) {
      if (error instanceof AdapterError && error.kind === 'not-found') return undefined;
      throw error;
    }
  }

  /**
   * Stores a record under a key, unless there is one already: undefined then. A second try would otherwise be an edit, which
   * no AppView shows.
   */
  async put(collection: string, rkey: string, record: object): Promise<StrongRef | undefined> {
    const input = { repo: this.#repo, collection, rkey, record: { $type: collection, ...record }, swapRecord: null };
    try {
      return await this.#client.askOwn<StrongRef>('com.atproto.repo.putRecord', this.#call, input);
    } catch (error) {
      if (error instanceof AdapterError && error.kind === 'conflict') return undefined;
      throw error;
    }
  }

  /** Deletes a record; one that is not there is deleted already. */
  async delete(collection: string, rkey: string): Promise<void> {
    await this.#client.askOwn('com.atproto.repo.deleteRecord', this.#call, { repo: this.#repo, collection, rkey });
  }
}
