/** Which discussions exist, and who may read them, by their keys. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyConfig } from '../config.js';
import { isModerator, type Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { discussionId, findDiscussion } from './discussion-state.js';

/** `missing`: the publisher does not know the key. `private`: the caller may not read it. */
export type Admission = { readonly state: 'open'; readonly key: string } | { readonly state: 'missing' | 'private' };

export class DiscussionKeys {
  readonly #config: KeyConfig;
  readonly #database: Store['database'];

  constructor(config: KeyConfig = { unknown: 'open', private: [] }, database: Store['database']) {
    this.#config = config;
    this.#database = database;
  }

  /** Decides on a key as the page sends it. The admitted key is without its signature. */
  async admit(sent: string, caller: Caller): Promise<Admission> {
    const admission = this.check(sent, caller);
    // A signature proves that the publisher knows the key. Moderators create discussions.
    const { unknown, secret } = this.#config;
    if (admission.state !== 'open' || unknown === 'open' || secret !== undefined || isModerator(caller))
      return admission;
    const isStored = (await findDiscussion({ database: this.#database }, discussionId(admission.key))) !== undefined;
    return isStored ? admission : { state: 'missing' };
  }

  /** Decides on a key without the database. Discussions that are not stored count as known. */
  check(sent: string, caller: Caller): Admission {
    const key = this.#verified(sent);
    if (key === undefined) return { state: 'missing' };
    return this.isPrivate(key) && !mayRead(caller, key) ? { state: 'private' } : { state: 'open', key };
  }

  /** Whether only callers with a token for this discussion may read it. */
  isPrivate(key: string): boolean {
    return this.#config.private.some((pattern) => matches(pattern, key));
  }

  /** The key as pages send it. */
  signed(key: string): string {
    return this.#config.secret === undefined ? key : `${key}.${signatureOf(this.#config.secret, key)}`;
  }

  #verified(sent: string): string | undefined {
    const { secret } = this.#config;
    if (secret === undefined) return sent;
    const [, key = '', signature = ''] = /^(.+)\.([\w-]+)$/su.exec(sent) ?? [];
    const [expected, given] = [Buffer.from(signatureOf(secret, key)), Buffer.from(signature)];
    return expected.length === given.length && timingSafeEqual(expected, given) ? key : undefined;
  }
}

const signatureOf = (secret: string, key: string): string =>
  createHmac('sha256', secret).update(key).digest('base64url');

/** A pattern is a key, or the beginning of keys with an asterisk at its end. */
const matches = (pattern: string, key: string): boolean =>
  pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern;

const mayRead = (caller: Caller, key: string): boolean =>
  isModerator(caller) || (caller.person?.reads ?? []).some((pattern) => matches(pattern, key));
