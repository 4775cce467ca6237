/**
 * A text of a request may not end the server. It runs in a process of its own with a heap of 256 MB, because running out of memory ends
 * the process and cannot be caught. The texts of requests come from the contract, and those of forms from the pages.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { moderationPath } from '../src/http/app.js';
import type { Operation } from '../src/http/contract.js';
import { pages } from '../src/moderation/page-frame.js';
import { ContractCheck } from '../../test/support/demo-server/contract-check.js';
import { createPgliteDatabase } from '../../test/support/demo-server/pglite-database.js';
import { createDraft, newKey, Reader } from '../../test/support/demo-server/reader.js';
import { ServerProcess } from '../../test/support/demo-server/server-process.js';
import { textKinds, textOf } from '../../test/support/text-kinds.mjs';
import { limitedTexts } from './limited-texts.js';
import { noticeReport } from './notice-report.js';

/** The most code points whose request is within the limit of bytes whatever they are: four bytes each. */
const LONGEST_OF_ALL = 60_000;

/** 1, 10, 100 and so on, and the most that is allowed. */
function* lengthsUpTo(most: number): Generator<number> {
  for (let length = 1; length < most; length *= 10) yield length;
  if (LONGEST_OF_ALL < most) yield LONGEST_OF_ALL;
  yield most;
}

type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value };

/** A copy of a value with another one at a path. Undefined if the value does not have the path. */
function withText(value: Value | undefined, [name, ...rest]: readonly string[], text: string): Value | undefined {
  if (name === undefined) return text;
  if (typeof value !== 'object') return undefined;
  const member = withText((value as Readonly<Record<string, Value>>)[name], rest, text);
  if (member === undefined && rest.length > 0) return undefined;
  return Array.isArray(value) ? [member ?? text] : { ...value, [name]: member ?? text };
}

const decision = { ground: 'terms', rule: 'House rule 2', facts: 'An insult.' };

interface TextRequest {
  readonly by: Sender;
  /** Valid bodies that have all of its texts. */
  readonly bodies: () => readonly unknown[];
  /** The comment that it is about. `for`: each request uses it up, or all requests can be about the same one. */
  readonly comment?: { readonly by: Sender; readonly body: string; readonly for: 'one' | 'all' };
}

type Sender = 'author' | 'reader' | 'moderator' | 'guest';

const requests: Readonly<Record<string, TextRequest>> = {
  submitComment: {
    by: 'guest',
    bodies: () => {
      const guest = { name: 'Gus', email: 'gus@mail.example', website: 'https://gus.example' };
      return [createDraft(newKey(), 'Fine.', { guest })];
    },
  },
  editComment: {
    by: 'author',
    bodies: () => [{ body: 'Fine.' }],
    comment: { by: 'author', body: 'Hello', for: 'all' },
  },
  reportComment: {
    by: 'guest',
    bodies: () => [{ reason: 'spam', detail: 'Fine.' }, noticeReport()],
    comment: { by: 'author', body: 'Hello', for: 'all' },
  },
  removeWithReasons: {
    by: 'moderator',
    bodies: () => [{ decision }],
    comment: { by: 'author', body: 'Hello', for: 'one' },
  },
  rejectComment: {
    by: 'moderator',
    bodies: () => [{ decision }],
    comment: { by: 'author', body: 'Visit my casino', for: 'one' },
  },
  hideComment: {
    by: 'moderator',
    bodies: () => [{ hidden: true, decision }],
    comment: { by: 'author', body: 'Hello', for: 'one' },
  },
  banAuthor: {
    by: 'moderator',
    bodies: () => [{ banned: true, decision }],
    comment: { by: 'reader', body: 'Hello', for: 'all' },
  },
  acknowledgeWarning: { by: 'author', bodies: () => [{ id: '1' }] },
};

describe('a server with a heap of 256 MB', () => {
  const { contract } = new ContractCheck();
  const texts = contract.operations.flatMap((operation) =>
    limitedTexts(contract, operation).map((text) => ({ operation, ...text })),
  );
  let drop: (() => Promise<void>) | undefined;
  let running: ServerProcess | undefined;
  const signedIn = new Map<string, Reader>();
  const address = (): string => running?.address ?? '';

  before(async () => {
    const database = await createPgliteDatabase();
    drop = database.drop;
    const folder = 'folder' in database.config ? database.config.folder : undefined;
    assert.ok(folder);
    running = new ServerProcess({
      DATABASE_URL: '',
      DATA_DIR: folder,
      NODE_OPTIONS: '--max-old-space-size=256',
    });
    await running.start();
    for (const person of ['author', 'reader', 'moderator']) {
      const { token } = await new Reader(address).call<{ token: string }>('POST', '/demo/token', { body: { person } });
      signedIn.set(person, new Reader(address, { authorization: `Bearer ${token}` }));
    }
  });

  after(async () => {
    await running?.kill();
    await drop?.();
  });

  const by = (who: string): Reader => signedIn.get(who) ?? new Reader(address);

  /** The status of a request. Fails with what was sent if the server does not answer, or not the next reader. */
  async function answer(what: string, send: () => Promise<{ readonly status: number }>): Promise<void> {
    const { status } = await send().catch((error: unknown) => {
      throw new Error(`The server gave no answer to ${what}.`, { cause: error });
    });
    assert.ok(status < 500, `${status} for ${what}`);
  }

  const newComment = async (key: string, { comment }: TextRequest): Promise<string> =>
    comment ? ((await by(comment.by).submit(createDraft(key, comment.body))).comment?.id ?? '') : '';

  /** The discussion and the comment of an operation. Once `banAuthor` was sent, its author can write no other one. */
  const places = new Map<string, Promise<{ readonly key: string; readonly id: string }>>();
  function placeOf(operation: string, request: TextRequest): Promise<{ readonly key: string; readonly id: string }> {
    const key = newKey();
    const place = places.get(operation) ?? newComment(key, request).then((id) => ({ key, id }));
    places.set(operation, place);
    return place;
  }

  async function sendTo(
    operation: Operation,
    request: TextRequest,
    body: unknown,
  ): Promise<{ readonly status: number }> {
    const { key, id: first } = await placeOf(operation.id, request);
    const id = request.comment?.for === 'one' ? await newComment(key, request) : first;
    const withKey = operation.parameters.some(({ name }) => name === 'discussion');
    return by(request.by).request(operation.method, operation.path.replace('{id}', id), {
      ...(withKey && { query: { discussion: key } }),
      body,
    });
  }

  it('accepts a valid body of each operation that takes text', async () => {
    const operations = [...new Set(texts.map(({ operation }) => operation))];
    assert.deepEqual(Object.keys(requests).sort(), operations.map(({ id }) => id).sort());
    for (const operation of operations) {
      const request = requests[operation.id];
      for (const body of request?.bodies() ?? []) {
        const { status } = await sendTo(operation, request!, body);
        assert.ok(status < 300, `${status} for ${operation.id}`);
      }
    }
  });

  it('has a limit for each text of the contract', () => {
    const endless = texts.filter(({ most }) => most === undefined);
    assert.deepEqual(
      endless.map(({ operation, path }) => `${operation.id} ${path.join('.')}`),
      [],
    );
  });

  for (const { operation, path, most = 0 } of texts) {
    it(`answers ${operation.id} with ${path.join('.')} of up to ${most} characters, and the request after it`, async () => {
      const request = requests[operation.id];
      assert.ok(request);
      const send = async (kind: string, unit: string, length: number): Promise<void> => {
        const text = textOf(unit, length);
        const body = request
          .bodies()
          .map((valid) => withText(valid as Value, path, text))
          .find(Boolean);
        assert.ok(body, `No body of ${operation.id} has ${path.join('.')}.`);
        await answer(`${operation.id} with ${length} ${kind} as ${path.join('.')}`, () =>
          sendTo(operation, request, body),
        );
      };
      for (const length of lengthsUpTo(most))
        await Promise.all(Object.entries(textKinds).map(([kind, unit]) => send(kind, unit, length)));
      assert.equal((await by('guest').open(newKey())).discussion.state, 'open');
    });
  }

  it('answers each form of the moderation pages with texts of up to 100,000 characters, and the request after it', async () => {
    const key = newKey();
    const [author, guest, moderator] = [by('author'), by('guest'), by('moderator')];
    // Not by the guest: bans of the operations above cover guests at this address.
    await author.submit(createDraft(key, 'Visit my casino'));
    for (const body of requests['reportComment']?.bodies() ?? [])
      await guest.callComment('PUT', 'report', key, (await author.post(key, 'Hello')).id, body);
    await moderator.callComment('DELETE', '', key, (await author.post(key, 'Bye')).id);
    const browser = moderator.at(() => new URL(address()).origin);
    const forms = new Map<string, TextForm>();
    for (const page of Object.values(pages)) {
      const path = `${moderationPath}${page}`;
      const query = { discussion: key, identity: 'person:reader' };
      for (const form of textForms((await browser.request('GET', path, { query })).text)) forms.set(form.action, form);
    }
    assert.deepEqual([...forms.values()].map(({ action, texts: names }) => `${action} ${names.join()}`).sort(), [
      '/moderation/bulk note,rule',
      '/moderation/decide rule,facts,redress,href',
      '/moderation/discussion message,url,title',
      '/moderation/remove note,rule',
      '/moderation/warn identity,warning',
    ]);
    for (const { action, fields, texts: names } of forms.values()) {
      for (const name of names) {
        const send = (kind: string, unit: string, length: number): Promise<void> => {
          const body = new URLSearchParams({ ...fields, [name]: textOf(unit, length) }).toString();
          const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: browser.address };
          return answer(`${action} with ${length} ${kind} as ${name}`, () =>
            browser.request('POST', action, { body, headers }),
          );
        };
        for (const length of lengthsUpTo(100_000))
          await Promise.all(Object.entries(textKinds).map(([kind, unit]) => send(kind, unit, length)));
      }
      assert.equal((await guest.open(key)).discussion.state, 'open');
    }
  });
});

/** A form that takes text. */
interface TextForm {
  readonly action: string;
  /** As the page has filled them in. */
  readonly fields: Readonly<Record<string, string>>;
  readonly texts: readonly string[];
}

/** The forms of a page that a person may type into and that change something. */
function textForms(page: string): readonly TextForm[] {
  return [...page.matchAll(/<form(?: id="\w+")? method="post" action="([^"]*)"[^>]*>([^]*?)<\/form>/g)]
    .map(([, action = '', form = '']) => ({
      action,
      fields: Object.fromEntries(
        [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      ),
      texts: [...form.matchAll(/<(?:input(?! type=)|textarea)[^>]* name="([^"]*)"/g)].map(([, name = '']) => name),
    }))
    .filter(({ texts }) => texts.length > 0);
}
