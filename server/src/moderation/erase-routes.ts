/** A person's data: whose, what there is, as a file, and its erasure. */
import type { FastifyInstance } from 'fastify';
import { erasePerson } from '../erasure/erase-person.js';
import { exportPerson, sendExport } from '../erasure/export-person.js';
import { countPersonalData, findName, type PersonalData } from '../erasure/personal-data.js';
import { markup, type Markup } from '../notices/markup.js';
import { Problem } from '../rules/problem.js';
import { type Form, valueOf } from './form.js';
import { type Notice, type NoticePlace, noticeView } from './notice.js';
import { pages, personHint } from './page-frame.js';
import type { PageTools } from './page-sender.js';
import { fill, numberOf, type PageWords } from './page-words.js';

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

export interface FoundPerson {
  /** `person:…` or `guest:…`. */
  readonly identity: string;
  /** The name on the newest comment. */
  readonly name: string | undefined;
  readonly data: PersonalData;
}

interface EraseForm {
  readonly notice?: Notice | undefined;
  /** What was typed, and what is wrong with it. */
  readonly entry?: string;
  readonly problem?: string;
}

/** Where moderators download the data of a person. */
export const dataPath = `${pages.erase}/data`;

/** Asks whom to erase. */
export function erasePersonView(
  place: NoticePlace,
  { notice, entry = '', problem }: EraseForm,
  words: PageWords,
): Markup {
  const { own } = words;
  const invalid = problem !== undefined && markup` aria-invalid="true" aria-describedby="problem" autofocus`;
  return markup`${notice && noticeView(notice, place, words)}
<p class="intro">${own.introErase}</p>
<form action="${place.path}${pages.erase}">
<label for="identity">${own.person}</label>
<p class="hint" id="hint">${personHint(words)}</p>
<input id="identity" name="identity" value="${entry}" required autocomplete="off" autocapitalize="none" spellcheck="false"
${problem === undefined && markup`aria-describedby="hint"`}${invalid}>
${problem !== undefined && markup`<p class="problem" id="problem">${problem}</p>`}
<button class="control">${own.lookUp}</button>
</form>`;
}

/** Shows what would be erased, and asks for confirmation. */
export function confirmErasureView(
  { path }: NoticePlace,
  { identity, name, data: counts }: FoundPerson,
  words: PageWords,
): Markup {
  const { own } = words;
  const person = markup`<bdi>${identity}</bdi>${name !== undefined && markup` (<bdi>${name}</bdi>)`}`;
  const back = markup`<a href="${path}${pages.erase}">${own.back}</a>`;
  const found = linesOf(counts, words);
  if (found.length === 0)
    return markup`<p class="nothing" role="status" tabindex="-1" autofocus>${fill(own.nothingBy, { person })}</p>
<p>${back}</p>`;
  const data = `${path}${dataPath}?identity=${encodeURIComponent(identity)}`;
  return markup`<p>${fill(own.eraseQuestion, { person })}</p>
<ul>
${found.map((line) => markup`<li>${line}</li>`)}
</ul>
<p><a href="${data}" download>${own.download}</a></p>
<p><strong>${own.cannotUndo}</strong></p>
<form method="post" action="${path}${pages.erase}" class="confirm">
<input type="hidden" name="identity" value="${identity}">
<button class="control danger">${own.eraseNow}</button>
${back}
</form>`;
}

const linesOf = (data: PersonalData, words: PageWords): readonly Markup[] =>
  (['comments', 'votes', 'reports', 'sessions'] as const)
    .filter((name) => data[name] > 0)
    .map((name) => fill(words.own[name], { count: numberOf(data[name], words) }));
