/** The pages for moderators: what is held, what was reported, notices of illegal content, what was removed, and the erasure of a person. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Store } from '../discussion/store.js';
import type { Cookies } from '../identity/cookies.js';
import { Problem } from '../rules/problem.js';
import { rejectMalformedText } from '../rules/valid-text.js';
import { addDiscussionSettings } from './discussion-routes.js';
import { addErasure } from './erase-routes.js';
import { acceptFormsOnly } from './form.js';
import type { ModeratorGate } from './moderator-gate.js';
import { addLegalNotices } from './notice-routes.js';
import { Notices } from './notice.js';
import { PageSender, type PageTools } from './page-sender.js';
import { addQueues } from './queue-routes.js';
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

/** The style sheet of the moderation pages: colours, fonts and controls of the demo, then what is their own. */
export const readStyle = (): string =>
  [join(import.meta.dirname, '..', 'http', 'base.css'), join(import.meta.dirname, 'page.css')]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

/** The script that shows times in the time zone of the reader. */
export const readLocalTimes = (): string =>
  readFileSync(join(import.meta.dirname, '..', 'notices', 'local-times.js'), 'utf8');

/** The scripts of the queues by name. */
export function readScripts(): ReadonlyMap<string, string> {
  const folder = join(import.meta.dirname, 'scripts');
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
