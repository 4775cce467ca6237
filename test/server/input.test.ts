import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ContractCheck } from '../support/demo-server/contract-check.js';
import { aKey, draftOf } from '../support/demo-server/reader.js';
import { onEachDatabase } from '../support/demo-server/test-server.js';

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

const wrong: readonly Value[] = [null, true, 42, [], {}, ...hostile];

/** Whatever is sent, the answer is one of the contract's, which the reader checks; 503 would be a fault of ours. */
const isCalm = (status: number): boolean => status < 500;

/** A content that each request accepts. */
const bodies: Readonly<Record<string, () => Readonly<Record<string, Value>>>> = {
  submitComment: () =>
    ({ ...draftOf(aKey(), 'Fine.', { guest: { name: 'Gus', email: 'a@b.example', website: 'https://a.example' } }) }) as never,
  editComment: () => ({ body: 'Fine.', revision: '1' }),
  vote: () => ({ value: 1 }),
  reportComment: () => ({ reason: 'spam', detail: 'Fine.', revision: '1' }),
  pinComment: () => ({ pinned: false }),
  setClosed: () => ({ closed: false }),
};

/** The same with one member replaced, for each member however deep. */
function* replaced(body: Value, by: Value): Generator<Value> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
  for (const [name, member] of Object.entries(body)) {
    yield { ...body, [name]: by };
    for (const inner of replaced(member, by)) yield { ...body, [name]: inner };
  }
}

onEachDatabase('input', (server) => {
  const { contract } = new ContractCheck();
  for (const { id: operation, method, path, parameters } of contract.operations) {
    if (operation === 'followDiscussion') continue;
    it(`of ${operation} may be anything and is never answered by a fault of the server’s`, async () => {
      const key = aKey();
      const moderator = await server().person('moderator');
      const { id } = await (await server().person('reader')).post(key, 'Hello');
      const query = { discussion: key };
      const at = (place: string): string => path.replace('{id}', encodeURIComponent(place));
      const send = async (place: string, options: { readonly query: Record<string, string>; readonly body?: unknown }): Promise<void> => {
        const { status, text } = await moderator.request(method, at(place), options);
        assert.ok(isCalm(status), `${status} ${text} for ${JSON.stringify(options).slice(0, 300)}`);
      };
      const body = bodies[operation]?.();
      for (const text of hostile.map((one) => one.slice(0, 1800))) {
        for (const { name, in: where } of parameters) {
          // Half a surrogate pair cannot be said in an address.
          const value = text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
          if (where === 'query') await send(id, { query: { ...query, [name]: value }, body });
          if (where === 'path') await send(value, { query, body });
        }
      }
      if (!body) return;
      for (const value of wrong) {
        for (const draft of replaced(body, value)) await send(id, { query, body: draft });
        await send(id, { query, body: JSON.stringify(value) });
      }
      for (const name of Object.keys(body)) await send(id, { query, body: { ...body, [name]: undefined } });
    });
  }

  it('with a character that is none is refused by name', async () => {
    const guest = server().guest();
    const text = await guest.refused('invalid', 'POST', '/comments', { body: draftOf(aKey(), 'a\0b') });
    assert.deepEqual([text.field, text.detail], ['body', 'The text holds a character that is none; please type it anew.']);
    const name = await guest.refused('invalid', 'POST', '/comments', { body: draftOf(aKey(), 'ab', { guest: { name: 'G\udc00' } }) });
    assert.equal(name.field, 'name');
    const key = await guest.refused('invalid', 'GET', '/discussion', { query: { discussion: 'a\0' } });
    assert.match(key.detail, /"discussion"/);
  });

  it('has to be JSON, of a bearable size, and without poison', async () => {
    const guest = server().guest();
    const draft = JSON.stringify(draftOf(aKey(), 'Hello'));
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      await guest.refused('invalid', 'POST', '/comments', { body: draft, headers: { 'content-type': type } });
    for (const body of [
      '{',
      '[]',
      '"x"',
      `{"__proto__":{"body":"x"},${draft.slice(1)}`,
      `{"constructor":{"prototype":{}},${draft.slice(1)}`,
    ])
      await guest.refused('invalid', 'POST', '/comments', { body });
    await guest.refused('too-long', 'POST', '/comments', { body: JSON.stringify(draftOf(aKey(), 'x'.repeat(300_000))) });
    assert.equal(({} as { body?: string }).body, undefined);
  });

  it('that stands for markup or SQL is text', async () => {
    const key = aKey();
    const guest = server().guest();
    for (const text of hostile.slice(2, 5)) await guest.post(key, text);
    const { items } = await guest.list(key);
    assert.deepEqual(
      items.map(({ body }) => body.value),
      hostile.slice(2, 5).map((text) => text.replaceAll('\r\n', '\n')),
    );
  });

  it('may be a key of 2,000 characters of any script', async () => {
    const key = '鍵'.repeat(2000);
    await server().guest().post(key, 'Hello');
    assert.equal((await server().guest().open(key)).discussion.total, 1);
    await server().guest().refused('not-found', 'GET', '/nothing');
  });
});
