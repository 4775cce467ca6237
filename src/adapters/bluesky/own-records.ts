import type { Call } from '../../model/adapter.js';
import { orUndefined } from '../shared/errors.js';
import type { BlueskyClient } from './client.js';
import type { PostRecord, StrongRef } from './lexicon.js';
import { POST_COLLECTION } from './post-uri.js';

export interface StoredPost extends StrongRef {
  readonly value: PostRecord;
}

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
    const query = new URLSearchParams({ repo: this.#did, collection: POST_COLLECTION, rkey });
    const request = this.#client.queryOwnServer<StoredPost>(`com.atproto.repo.getRecord?${query}`, this.#call);
    return orUndefined(request, 'not-found');
  }

  /**
   * Creates a record. Returns undefined if its key is taken. `swapRecord: null` makes the server refuse to
   * overwrite a record: a retry would otherwise become an edit, which no AppView shows.
   */
  async create(collection: string, rkey: string, record: object): Promise<StrongRef | undefined> {
    const input = { repo: this.#did, collection, rkey, record: { $type: collection, ...record }, swapRecord: null };
    const request = this.#client.callOwnServer<StrongRef>('com.atproto.repo.putRecord', input, this.#call);
    return orUndefined(request, 'conflict');
  }

  /** Deletes a record. Succeeds if the record does not exist. */
  async delete(collection: string, rkey: string): Promise<void> {
    await this.#client.callOwnServer(
      'com.atproto.repo.deleteRecord',
      { repo: this.#did, collection, rkey },
      this.#call,
    );
  }
}
