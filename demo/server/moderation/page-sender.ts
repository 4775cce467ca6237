import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Store } from '../store.js';
import { countQueues } from './count-queues.js';
import type { Markup } from './markup.js';
import type { ModeratorGate } from './moderator-gate.js';
import { framedPage, type PageName } from './page-frame.js';
import { type PageWords, pageWords } from './page-words.js';

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
    const counts = await countQueues(store);
    const frame = { path, siteName, name: person?.author.name ?? '', counts, current, words };
    return reply.type('text/html; charset=utf-8').send(framedPage(frame, view(words)));
  }
}
