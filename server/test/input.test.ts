import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ContractCheck } from '../../test/support/demo-server/contract-check.js';
import { newKey, createDraft } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';

type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

const hostile = [
  'a\0b',
  'a\ud800b',
  "'; drop table comments; --",
  '\r\nset-cookie: session=stolen',
  '<script>alert(1)</script>',
  'x'.repeat(20_000),
  '../../etc/passwd',
  '${7*7}',
] as const;

const invalidValues: readonly Value[] = [null, true, 42, [], {}, ...hostile];

/** The reader checks the response against the contract. A status from 500 on is a bug of the server. */
const isExpected = (status: number): boolean => status < 500;

/** A valid body for each operation. */
const bodies: Readonly<Record<string, () => Readonly<Record<string, Value>>>> = {
  submitComment: () =>
    ({
      ...createDraft(newKey(), 'Fine.', { guest: { name: 'Gus', email: 'a@b.example', website: 'https://a.example' } }),
    }) as never,
  editComment: () => ({ body: 'Fine.', revision: '1' }),
  vote: () => ({ value: 1 }),
  reportComment: () => ({ reason: 'spam', detail: 'Fine.', revision: '1' }),
  pinComment: () => ({ pinned: false }),
  setClosed: () => ({ closed: false }),
};

/** Copies of the body with one member replaced, at any depth. */
function* replaced(body: Value, by: Value): Generator<Value> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
  for (const [name, member] of Object.entries(body)) {
    yield { ...body, [name]: by };
    for (const inner of replaced(member, by)) yield { ...body, [name]: inner };
  }
}

onOneDatabase('input', (server) => {
  const { contract } = new ContractCheck();
  for (const { id: operation, method, path, parameters } of contract.operations) {
    if (operation === 'followDiscussion') continue;
    it(`answers any input of ${operation} without a server error`, async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const { id } = await (await server().person('reader')).post(key, 'Hello');
      const query = { discussion: key };
      const at = (place: string): string => path.replace('{id}', encodeURIComponent(place));
      const send = async (
        place: string,
        options: { readonly query: Record<string, string>; readonly body?: unknown },
      ): Promise<void> => {
        const { status, text } = await moderator.request(method, at(place), options);
        assert.ok(isExpected(status), `${status} ${text} for ${JSON.stringify(options).slice(0, 300)}`);
      };
      const body = bodies[operation]?.();
      for (const text of hostile.map((one) => one.slice(0, 1800))) {
        for (const { name, in: where } of parameters) {
          // A URL cannot contain a lone surrogate.
          const value = text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
          if (where === 'query') await send(id, { query: { ...query, [name]: value }, body });
          if (where === 'path') await send(value, { query, body });
        }
      }
      if (!body) return;
      for (const value of invalidValues) {
        for (const draft of replaced(body, value)) await send(id, { query, body: draft });
        await send(id, { query, body: JSON.stringify(value) });
      }
      for (const name of Object.keys(body)) await send(id, { query, body: { ...body, [name]: undefined } });
    });
  }

  it('refuses an invalid character, and names the field', async () => {
    const guest = server().guest();
    const text = await guest.expectProblem('invalid', 'POST', '/comments', { body: createDraft(newKey(), 'a\0b') });
    assert.deepEqual(
      [text.field, text.detail],
      ['body', 'The text contains an invalid character; please type it again.'],
    );
    const name = await guest.expectProblem('invalid', 'POST', '/comments', {
      body: createDraft(newKey(), 'ab', { guest: { name: 'G\udc00' } }),
    });
    assert.equal(name.field, 'name');
    const key = await guest.expectProblem('invalid', 'GET', '/discussion', { query: { discussion: 'a\0' } });
    assert.match(key.detail, /"discussion"/);
  });

  it('may name a page by any address that browsers support', async () => {
    for (const url of ['https://news.example/?tag[]=a|b', 'https://news.example/%D9%', 'https://news.example/ä'])
      assert.equal((await server().guest().open(newKey(), { url })).discussion.state, 'open', url);
  });

  it('must be JSON of limited size, without prototype pollution', async () => {
    const guest = server().guest();
    const draft = JSON.stringify(createDraft(newKey(), 'Hello'));
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      await guest.expectProblem('invalid', 'POST', '/comments', { body: draft, headers: { 'content-type': type } });
    for (const body of [
      '{',
      '[]',
      '"x"',
      `{"__proto__":{"body":"x"},${draft.slice(1)}`,
      `{"constructor":{"prototype":{}},${draft.slice(1)}`,
    ])
      await guest.expectProblem('invalid', 'POST', '/comments', { body });
    await guest.expectProblem('too-long', 'POST', '/comments', {
      body: JSON.stringify(createDraft(newKey(), 'x'.repeat(300_000))),
    });
    assert.equal(({} as { body?: string }).body, undefined);
  });

  it('stores markup and SQL as plain text', async () => {
    const key = newKey();
    const guest = server().guest();
    for (const text of hostile.slice(2, 5)) await guest.post(key, text);
    const { items } = await guest.list(key);
    assert.deepEqual(
      items.map(({ body }) => body.value),
      hostile.slice(2, 5).map((text) => text.replaceAll('\r\n', '\n')),
    );
  });

  it('may use a key of 2,000 characters in any script', async () => {
    const key = '鍵'.repeat(2000);
    await server().guest().post(key, 'Hello');
    assert.equal((await server().guest().open(key)).discussion.total, 1);
    await server().guest().expectProblem('not-found', 'GET', '/nothing');
  });
});
