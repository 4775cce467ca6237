import { AdapterError } from '../../model/adapter.js';

/** Mastodon's ids are numbers. Those of other servers with its API have letters, too; a word without a digit is no id. */
const ID = /^[a-z]*\d[\da-z]*$/i;
const ADDRESS = /^(?:https?:\/\/[^\s?#]*\/)?(\d+)\/?(?:[?#]\S*)?$/;

/**
 * The id in a discussion's key, which is the id of a status or the address of its page on the instance.
 * Undefined for other keys.
 */
export function findStatusId(key: string): string | undefined {
  return ID.test(key) ? key : ADDRESS.exec(key)?.[1];
}

/** Like `findStatusId`, but throws `invalid` for other keys. */
export function parseStatusId(key: string): string {
  const id = findStatusId(key);
  if (id !== undefined) return id;
  throw new AdapterError(
    'invalid',
    `"${key}" is not a status on Mastodon. Set discussion to the id of a status or to the address of its page on the instance, ` +
      'such as https://mastodon.example/@news/109.',
  );
}
