/** What a moderator has just done, said once on the next page. A cookie carries it there. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Signer } from '../database/signer.js';
import type { PersonalData } from '../erasure/personal-data.js';
import type { Cookies } from '../http/cookies.js';
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

const noticeCookie = 'moderation-notice';

export interface NoticeOptions {
  readonly signer: Signer;
  /** Path of the moderation pages. */
  readonly path: string;
  readonly cookies: Cookies;
}

export class Notices {
  readonly #options: NoticeOptions;

  constructor(options: NoticeOptions) {
    this.#options = options;
  }

  leave(request: FastifyRequest, reply: FastifyReply, notice: Notice): void {
    const { signer, path, cookies } = this.#options;
    const content = Buffer.from(JSON.stringify(notice)).toString('base64url');
    const value = `${content}.${signer.sign('notice', content)}`;
    cookies.set(request, reply, { name: noticeCookie, value, path, sameSite: 'strict', maxAge: 60 });
  }

  /** Returns the notice and forgets it. */
  take(request: FastifyRequest, reply: FastifyReply): Notice | undefined {
    const { signer, path } = this.#options;
    const cookie = request.cookies[noticeCookie];
    if (cookie === undefined) return undefined;
    void reply.clearCookie(noticeCookie, { path });
    const [content = '', signature = ''] = cookie.split('.');
    return signer.verify(signature, 'notice', content)
      ? (JSON.parse(Buffer.from(content, 'base64url').toString()) as Notice)
      : undefined;
  }
}
