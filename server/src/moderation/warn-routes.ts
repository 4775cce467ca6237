/** A warning to one person. */
import type { FastifyInstance } from 'fastify';
import { Problem } from '../http/problem.js';
import { setWarning } from '../identity/standings.js';
import { valueOf, type Form } from './form.js';
import { maxTextLength } from './discussion-view.js';
import { noticeView } from './notice-view.js';
import { pages } from './page-frame.js';
import type { PageTools } from './page-tools.js';
import { warnView } from './warn-view.js';

const querySchema = { type: 'object', properties: { identity: { type: 'string', maxLength: 2000 } } };

export function addWarnings(app: FastifyInstance, { store, notices, sender }: PageTools): void {
  const place = { path: app.prefix, retentionDays: store.retentionDays };

  app.get<Readonly<{ Querystring: { identity?: string } }>>(
    pages.warn,
    { schema: { querystring: querySchema } },
    async (request, reply) => {
      const notice = notices.take(request, reply);
      return sender.send(request, reply, 'warn', (words) =>
        warnView(place.path, request.query.identity ?? '', notice && noticeView(notice, place, words), words),
      );
    },
  );

  app.post<{ Body: Form }>(pages.warn, async (request, reply) => {
    const form = request.body ?? {};
    const identity = valueOf(form, 'identity').trim();
    const warning = valueOf(form, 'warning').replaceAll('\r\n', '\n').trim();
    if (!/^(person|guest):./su.test(identity) || identity.length > 2000)
      throw new Problem('invalid', `“${identity}” is not how a person is named here. Start with person: or guest:.`);
    if (warning === '' || warning.length > maxTextLength)
      throw new Problem('invalid', `Write a warning of at most ${maxTextLength} characters.`);
    await setWarning(store.database, identity, warning);
    notices.leave(request, reply, { type: 'warned' });
    return reply.redirect(`${place.path}${pages.warn}`, 303);
  });
}
