import type { Call } from '../../model/adapter.js';
import type { ResponseDecoder } from '../shared/client.js';
import { orUndefined } from '../shared/errors.js';
import type { BlueskyClient } from './client.js';
import { type StoredPost, storedPost, type StrongRef, strongRef } from './lexicon.js';
import { POST_COLLECTION } from './post-uri.js';

/** The records in an account's repository, which holds everything the account has written. */
export type OwnRecords = ReturnType<typeof ownRecords>;

/** Reads and writes the records of the account `did`. */
export function ownRecords(client: BlueskyClient, did: string, call: Call) {
  const write = <T = void>(procedure: string, fields: object, decode?: ResponseDecoder<T>): Promise<T> =>
    client.ownServer.request(
      { method: 'POST', path: `/xrpc/com.atproto.repo.${procedure}`, body: { repo: did, ...fields } },
      call,
      decode,
    );
  return {
    findPost(rkey: string): Promise<StoredPost | undefined> {
      const query = { repo: did, collection: POST_COLLECTION, rkey };
      return orUndefined(
        client.ownServer.request({ path: '/xrpc/com.atproto.repo.getRecord', query }, call, storedPost),
        'not-found',
      );
    },

    /**
     * Creates a record. Returns undefined if its key is taken. `swapRecord: null` makes the server refuse to
     * overwrite a record: a retry would otherwise become an edit, which no AppView shows.
     */
    create(collection: string, rkey: string, record: object): Promise<StrongRef | undefined> {
      const fields = { collection, rkey, record: { $type: collection, ...record }, swapRecord: null };
      return orUndefined(write('putRecord', fields, strongRef), 'conflict');
    },

    /** Deletes a record. Succeeds if the record does not exist. */
    delete: (collection: string, rkey: string): Promise<void> => write('deleteRecord', { collection, rkey }),
  };
}
