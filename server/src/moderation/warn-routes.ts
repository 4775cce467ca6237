/** A warning to one person. */
import type { FastifyInstance } from 'fastify';
import { setWarning } from '../identity/bans-and-warnings.js';
import { markup, type Markup } from '../notices/markup.js';
import { Problem } from '../rules/problem.js';
import { maxTextLength } from './discussion-view.js';
import { type Form, valueOf } from './form.js';
import { noticeView } from './notice.js';
import { pages, personHint } from './page-frame.js';
import type { PageTools } from './page-sender.js';
import type { PageWords } from './page-words.js';

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

/** Asks whom to warn, and in which words. `notice`: what was done on the page before. */
export const warnView = (
  path: string,
  identity: string,
  notice: Markup | undefined,
  words: PageWords,
): Markup => markup`${notice}
<p class="intro">${words.own.introWarn}</p>
<form method="post" action="${path}${pages.warn}">
<label for="identity">${words.own.person}</label>
<p class="hint" id="hint">${personHint(words)}</p>
<input id="identity" name="identity" value="${identity}" required autocomplete="off" autocapitalize="none"
spellcheck="false" aria-describedby="hint">
<label for="warning">${words.own.warning}</label>
<textarea id="warning" name="warning" rows="4" maxlength="${maxTextLength}" required dir="auto"></textarea>
<button class="control">${words.own.warn}</button>
</form>`;
