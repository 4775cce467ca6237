import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Store } from '../store.js';
import type { Markup } from './markup.js';
import type { ModeratorGate } from './moderator-gate.js';
import { framedPage, type PageName } from './page-frame.js';
import { countQueues } from './queues.js';

export interface PageSenderOptions {
  readonly store: Store;
  readonly gate: ModeratorGate;
  /** Path of the moderation pages. */
  readonly path: string;
}

const titles: Readonly<Record<PageName, string>> = {
  held: 'Held comments',
  reported: 'Reported comments',
  notices: 'Notices of illegal content',
  removed: 'Removed comments',
  message: 'Message to readers',
  warn: 'Warn a person',
  erase: 'Erase a person',
};

/** Sends pages to a moderator, with the navigation and the numbers in it. */
export class PageSender {
  readonly #options: PageSenderOptions;

  constructor(options: PageSenderOptions) {
    this.#options = options;
  }

  async send(request: FastifyRequest, reply: FastifyReply, current: PageName, content: Markup): Promise<FastifyReply> {
    const { store, gate, path } = this.#options;
    const { person } = gate.moderatorOf(request);
    const frame = { path, name: person?.author.name ?? '', counts: await countQueues(store), current };
    return reply.type('text/html; charset=utf-8').send(framedPage(frame, titles[current], content));
  }
}
