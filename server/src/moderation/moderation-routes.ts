/** The pages for moderators: what is held, what was reported, notices of illegal content, what was removed, and the erasure of a person. */
import type { FastifyInstance } from 'fastify';
import { rejectMalformedText } from '../contract/malformed-text.js';
import type { Cookies } from '../http/cookies.js';
import { Problem } from '../http/problem.js';
import type { Store } from '../store.js';
import { addDiscussionSettings } from './discussion-routes.js';
import { addErasure } from './erase-routes.js';
import { acceptFormsOnly } from './form.js';
import type { ModeratorGate } from './moderator-gate.js';
import { addLegalNotices } from './legal-notices/notice-routes.js';
import { Notices } from './notice.js';
import { PageSender } from './page-sender.js';
import type { PageTools } from './page-tools.js';
import { addQueues } from './queue-routes.js';
import { readLocalTimes, readScripts, readStyle } from './style.js';
import { addWarnings } from './warn-routes.js';

export interface Moderation {
  readonly store: Store;
  readonly gate: ModeratorGate;
  readonly cookies: Cookies;
  /** Of one of several sites. */
  readonly siteName?: string | undefined;
}

export function addModeration(app: FastifyInstance, { store, gate, cookies, siteName }: Moderation): void {
  const path = app.prefix;
  const style = readStyle();
  const localTimes = readLocalTimes();
  acceptFormsOnly(app);
  gate.guard(app);
  app.addHook('preValidation', async (request) => rejectMalformedText(request));
  app.get('/style.css', { config: { isPublic: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(style),
  );
  app.get('/local-times.js', { config: { isPublic: true } }, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(localTimes),
  );
  for (const [name, script] of readScripts())
    app.get(`/scripts/${name}`, { config: { isPublic: true } }, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(script),
    );
  const tools: PageTools = {
    store,
    gate,
    notices: new Notices({ path, cookies }),
    sender: new PageSender({ store, gate, path, siteName }),
  };
  addQueues(app, tools);
  addDiscussionSettings(app, tools);
  addWarnings(app, tools);
  addLegalNotices(app, tools);
  addErasure(app, tools);
  // With a handler of its own, the gate guards addresses without a page as well.
  app.setNotFoundHandler(async () => {
    throw new Problem('not-found', 'There is no such page.');
  });
}
