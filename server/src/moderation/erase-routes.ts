/** A person's data: whose, what there is, as a file, and its erasure. */
import type { FastifyInstance } from 'fastify';
import { erasePerson } from '../erasure/erase-person.js';
import { exportPerson } from '../erasure/export-person.js';
import { sendExport } from '../erasure/export-routes.js';
import { countPersonalData, findName } from '../erasure/personal-data.js';
import { Problem } from '../http/problem.js';
import { confirmErasureView, dataPath, erasePersonView } from './erase-view.js';
import { valueOf, type Form } from './form.js';
import { pages } from './page-frame.js';
import type { PageTools } from './page-tools.js';

const querySchema = { type: 'object', properties: { identity: { type: 'string', maxLength: 2000 } } };

export function addErasure(app: FastifyInstance, { store, notices, sender }: PageTools): void {
  const place = { path: app.prefix, retentionDays: store.retentionDays };

  app.get<Readonly<{ Querystring: { identity?: string } }>>(
    pages.erase,
    { schema: { querystring: querySchema } },
    async (request, reply) => {
      const identity = request.query.identity?.trim();
      if (identity === undefined) {
        const notice = notices.take(request, reply);
        return sender.send(request, reply, 'erase', (words) => erasePersonView(place, { notice }, words));
      }
      if (!isIdentity(identity)) {
        return sender.send(request, reply.code(422), 'erase', (words) =>
          erasePersonView(place, { entry: identity, problem: words.own.notPerson }, words),
        );
      }
      const [name, data] = [await findName(store, identity), await countPersonalData(store, identity)];
      return sender.send(request, reply, 'erase', (words) =>
        confirmErasureView(place, { identity, name, data }, words),
      );
    },
  );

  app.get<Readonly<{ Querystring: { identity?: string } }>>(
    dataPath,
    { schema: { querystring: querySchema } },
    async (request, reply) => {
      const identity = request.query.identity ?? '';
      if (!isIdentity(identity)) throw new Problem('invalid', problemOf(identity));
      return sendExport(reply, await exportPerson(store, identity));
    },
  );

  app.post<{ Body: Form }>(pages.erase, async (request, reply) => {
    const identity = valueOf(request.body ?? {}, 'identity');
    if (!isIdentity(identity)) throw new Problem('invalid', problemOf(identity));
    const data = await erasePerson(store, identity);
    notices.leave(request, reply, { type: 'erased', identity, data });
    return reply.redirect(`${place.path}${pages.erase}`, 303);
  });
}

const isIdentity = (text: string): boolean => /^(person|guest):./su.test(text);

const problemOf = (identity: string): string =>
  `“${identity}” is not how a person is named here. Start with person: or guest:, as it stands beside each comment.`;
