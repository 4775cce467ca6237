/** A script tells which comment a moderator is working on, and learns who else is. */
import type { FastifyInstance } from 'fastify';
import { claim } from './claims.js';
import { handledBy } from './claim-view.js';
import { findAuthor } from './find-author.js';
import { valueOf, type Form } from './form.js';
import type { PageTools } from './page-tools.js';
import { pageWords } from './page-words.js';

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
