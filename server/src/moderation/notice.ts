/** What a moderator has just done, said once on the next page. A cookie carries it there. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersonalData } from '../erasure/personal-data.js';
import type { CookieKey, Cookies } from '../http/cookies.js';
import type { BulkResult } from './bulk-action.js';

export type Notice =
  | {
      /** `unchanged`: someone else was faster. `edited`: the author has changed the text since it was read. */
      readonly type: 'approved' | 'removed' | 'dismissed' | 'restored' | 'decided' | 'unchanged' | 'edited';
      /** Name of the comment's author. */
      readonly name: string;
      /** ISO 8601 time of the comment's place in the queue, where the notice is shown. */
      readonly since: string;
    }
  | { readonly type: 'discussionSaved' | 'warned' }
  | ({ readonly type: 'bulk' } & BulkResult)
  | { readonly type: 'erased'; readonly identity: string; readonly data: PersonalData };

export interface NoticeOptions {
  /** Path of the moderation pages. */
  readonly path: string;
  readonly cookies: Cookies;
}

export class Notices {
  readonly #cookies: Cookies;
  readonly #cookie: CookieKey;

  constructor({ cookies, path }: NoticeOptions) {
    this.#cookies = cookies;
    this.#cookie = { name: 'moderation-notice', path };
  }

  leave(request: FastifyRequest, reply: FastifyReply, notice: Notice): void {
    const value = Buffer.from(JSON.stringify(notice)).toString('base64url');
    this.#cookies.setSigned(request, reply, { ...this.#cookie, value, sameSite: 'strict', maxAge: 60 });
  }

  /** Returns the notice and forgets it. */
  take(request: FastifyRequest, reply: FastifyReply): Notice | undefined {
    const content = this.#cookies.getSigned(request, this.#cookie);
    if (content === undefined) return undefined;
    this.#cookies.clear(request, reply, this.#cookie);
    return JSON.parse(Buffer.from(content, 'base64url').toString()) as Notice;
  }
}
