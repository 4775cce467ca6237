/** Which discussions exist, and who may read them, by their keys. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Data } from '../database/data.js';
import { isStorableTime } from '../database/tables.js';
import { type Caller, isModerator } from '../identity/caller.js';
import type { KeyConfig } from '../rules/config.js';
import { pageTitle, webPage } from '../rules/page.js';
import { discussionId, findDiscussion } from './discussion-state.js';

/** `missing`: the publisher does not know the key. `private`: the caller may not read it. */
export type Admission =
  | { readonly state: 'open'; readonly key: string; readonly page?: SignedPage | undefined }
  | { readonly state: 'missing' | 'private' };

/** Address and title of a page, which the publisher has signed together with the key. */
export interface SignedPage {
  readonly url: string;
  readonly title: string | null;
  /** When they were last changed. A later page replaces an earlier one. */
  readonly updated: Date;
}

export class DiscussionKeys {
  readonly #config: KeyConfig;
  readonly #database: Data['database'];

  constructor(config: KeyConfig = { unknown: 'open', private: [] }, database: Data['database']) {
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
    const verified = this.#verified(sent);
    if (verified === undefined) return { state: 'missing' };
    return this.isPrivate(verified.key) && !mayRead(caller, verified.key)
      ? { state: 'private' }
      : { state: 'open', ...verified };
  }

  /** Whether a page that sends this shows the discussion with the key. */
  isKeyOf(key: string, sent: string): boolean {
    return this.#verified(sent)?.key === key;
  }

  /** Whether only callers with a token for this discussion may read it. */
  isPrivate(key: string): boolean {
    return this.#config.private.some((pattern) => matches(pattern, key));
  }

  /** The key as pages send it. */
  signed(key: string): string {
    return this.#config.secret === undefined ? key : `${key}.${signatureOf(this.#config.secret, key)}`;
  }

  /** `KEY.SIGNATURE`, or `KEY.PAGE.SIGNATURE`. */
  #verified(sent: string): { readonly key: string; readonly page?: SignedPage | undefined } | undefined {
    const { secret } = this.#config;
    if (secret === undefined) return { key: sent };
    const [, signed = '', signature = ''] = /^(.+)\.([\w-]+)$/su.exec(sent) ?? [];
    // The signature of a key with a page would be one of a key with a line break.
    if (!signed.includes('\n') && isSignature(secret, signed, signature)) return { key: signed };
    const [, key = '', page = ''] = /^(.+)\.([\w-]+)$/su.exec(signed) ?? [];
    // The line break keeps it apart from the signature of a key that contains a dot.
    return isSignature(secret, `${key}\n${page}`, signature) ? { key, page: readSignedPage(page) } : undefined;
  }
}

function isSignature(secret: string, text: string, signature: string): boolean {
  const [expected, given] = [Buffer.from(signatureOf(secret, text)), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Undefined if there is no usable address in it: the key is valid nevertheless. */
function readSignedPage(text: string): SignedPage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const { url, title, updated } = Object(value) as Readonly<Record<string, unknown>>;
  const page = typeof url === 'string' ? webPage(url) : undefined;
  const time = new Date(typeof updated === 'string' ? updated : 0);
  if (page === undefined || !isStorableTime(time)) return undefined;
  return { url: page, title: typeof title === 'string' ? pageTitle(title) : null, updated: time };
}

const signatureOf = (secret: string, key: string): string =>
  createHmac('sha256', secret).update(key).digest('base64url');

/** A pattern is a key, or the beginning of keys with an asterisk at its end. */
const matches = (pattern: string, key: string): boolean =>
  pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern;

const mayRead = (caller: Caller, key: string): boolean =>
  isModerator(caller) || (caller.person?.reads ?? []).some((pattern) => matches(pattern, key));
