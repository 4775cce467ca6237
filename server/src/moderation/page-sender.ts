import type { FastifyReply, FastifyRequest } from 'fastify';
import { countWaitingMails } from '../delivery/outbox.js';
import type { Store } from '../discussion/store.js';
import type { Markup } from '../notices/markup.js';
import { countQueues } from './count-queues.js';
import type { ModeratorGate } from './moderator-gate.js';
import { type Notice, type Notices, noticeText } from './notice.js';
import { framedPage, type PageName } from './page-frame.js';
import { numberOf, type PageWords, pageWords } from './page-words.js';

export interface PageSenderOptions {
  readonly store: Store;
  readonly gate: ModeratorGate;
  /** Path of the moderation pages. */
  readonly path: string;
  readonly siteName: string | undefined;
}

/** Sends pages to a moderator, with the navigation and the numbers in it. */
export class PageSender {
  readonly #options: PageSenderOptions;

  constructor(options: PageSenderOptions) {
    this.#options = options;
  }

  /** `view`: makes the content of the page in the language of its reader. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    current: PageName,
    view: (words: PageWords) => Markup,
  ): Promise<FastifyReply> {
    const { store, gate, path, siteName } = this.#options;
    const { person } = gate.moderatorOf(request);
    const words = await pageWords(request.headers['accept-language']);
    const [counts, waitingMails] = await Promise.all([countQueues(store), countWaitingMails(store)]);
    const mails = { waiting: waitingMails, hasMailer: store.sendMail !== undefined };
    const frame = { path, siteName, name: person?.author.name ?? '', counts, mails, current, words };
    return reply.type('text/html; charset=utf-8').send(framedPage(frame, view(words)));
  }

  /** Sends a script what was done, and the numbers in the navigation. */
  async sendNotice(request: FastifyRequest, reply: FastifyReply, notice: Notice): Promise<FastifyReply> {
    const { store, path } = this.#options;
    const words = await pageWords(request.headers['accept-language']);
    const { held, reported, notices } = await countQueues(store);
    const counts = {
      held: numberOf(held, words),
      reported: numberOf(reported, words),
      notices: numberOf(notices, words),
    };
    const text = noticeText(notice, { path, retentionDays: store.retentionDays }, words);
    return reply.send({ type: notice.type, notice: text.toString(), counts });
  }
}

/** What the routes of the moderation pages share. */
export interface PageTools {
  readonly store: Store;
  readonly gate: ModeratorGate;
  readonly notices: Notices;
  readonly sender: PageSender;
}
