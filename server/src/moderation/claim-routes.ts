/** A script tells which comment a moderator is working on, and learns who else is. */
import type { FastifyInstance } from 'fastify';
import { markup, type Markup } from '../notices/markup.js';
import { claim } from '../operations/claims.js';
import { findAuthor } from './actions.js';
import { type Form, valueOf } from './form.js';
import type { PageTools } from './page-sender.js';
import { fill, pageWords, type PageWords } from './page-words.js';

export function addClaims(app: FastifyInstance, { store, gate }: PageTools): void {
  app.post<{ Body: Form }>('/claim', async (request) => {
    const form = request.body ?? {};
    const target = { key: valueOf(form, 'discussion'), id: valueOf(form, 'comment') };
    // Refuses a comment that does not exist.
    await findAuthor(store, target);
    const names = await claim(store, gate.moderatorOf(request), target);
    return { text: handledBy(names, await pageWords(request.headers['accept-language'])).toString() };
  });
}

/** Says who else is working on a comment; empty if no one is. */
export const handledBy = (names: readonly string[], { own }: PageWords): Markup =>
  names.length === 0
    ? markup``
    : fill(own.handledBy, { names: names.map((name, index) => [index > 0 && ', ', markup`<bdi>${name}</bdi>`]) });
