import type { Call } from '../../model/adapter.js';
import { orUndefined } from '../shared/errors.js';
import type { BlueskyClient } from './client.js';
import { type StoredPost, storedPost, type StrongRef, strongRef } from './lexicon.js';
import { POST_COLLECTION } from './post-uri.js';

/** The records in an account's repository, which holds everything the account has written. */
export class OwnRecords {
  readonly #client: BlueskyClient;
  readonly #did: string;
  readonly #call: Call;

  constructor(client: BlueskyClient, did: string, call: Call) {
    this.#client = client;
    this.#did = did;
    this.#call = call;
  }

  async findPost(rkey: string): Promise<StoredPost | undefined> {
    const query = { repo: this.#did, collection: POST_COLLECTION, rkey };
    const request = { path: '/xrpc/com.atproto.repo.getRecord', query };
    return orUndefined(this.#client.ownServer.request(request, this.#call, storedPost), 'not-found');
  }

  /**
   * Creates a record. Returns undefined if its key is taken. `swapRecord: null` makes the server refuse to
   * overwrite a record: a retry would otherwise become an edit, which no AppView shows.
   */
  async create(collection: string, rkey: string, record: object): Promise<StrongRef | undefined> {
    const body = { repo: this.#did, collection, rkey, record: { $type: collection, ...record }, swapRecord: null };
    const request = { method: 'POST', path: '/xrpc/com.atproto.repo.putRecord', body };
    return orUndefined(this.#client.ownServer.request(request, this.#call, strongRef), 'conflict');
  }

  /** Deletes a record. Succeeds if the record does not exist. */
  async delete(collection: string, rkey: string): Promise<void> {
    const body = { repo: this.#did, collection, rkey };
    await this.#client.ownServer.request(
      { method: 'POST', path: '/xrpc/com.atproto.repo.deleteRecord', body },
      this.#call,
    );
  }
}
