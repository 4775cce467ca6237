/** Who is a guest: the secret in their cookie, and what a retry without the cookie gets. */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { it } from 'node:test';
import type { Draft, ReportReceipt, SubmitResult } from '../../src/model/adapter.js';
import { createDraft, newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { createPgliteDatabase } from '../../test/support/demo-server/pglite-database.js';
import { onOneDatabase, TestServer } from '../../test/support/demo-server/test-server.js';

/** A browser that sends these cookies. */
const browserWith = (server: TestServer, cookie: string): Reader =>
  server.guest({ cookie, origin: new URL(server.address).origin });

/** Posts as a new guest and returns the cookie. */
async function newGuest(
  server: TestServer,
  key = newKey(),
): Promise<{ readonly name: string; readonly value: string }> {
  const guest = server.guest();
  await guest.post(key, 'Hello');
  const [cookie] = guest.cookies;
  assert.ok(cookie);
  return { name: cookie[0], value: cookie[1] };
}

/** Whether the server knows the sender of a request. */
async function isKnown(reader: Reader): Promise<boolean> {
  const { status } = await reader.request('GET', '/personal-data');
  return status === 200;
}

onOneDatabase('the cookie of a guest', (server) => {
  const random = (): string => randomBytes(32).toString('base64url');

  for (const [what, value] of [
    ['chosen by another person', () => 'attacker-chosen'],
    ['that is empty', () => ''],
    ['that is empty and signed with nothing', () => '.'],
    ['with a secret of the right length', random],
    ['with a signature of the right length', () => `${random()}.${random()}`],
    ['in quotation marks', async () => `"${(await newGuest(server())).value}"`],
    [
      'with the secret of one guest and the signature of another',
      async () => {
        const [one, another] = [await newGuest(server()), await newGuest(server())];
        return `${one.value.split('.')[0]}.${another.value.split('.')[1]}`;
      },
    ],
    ['without its signature', async () => (await newGuest(server())).value.split('.')[0]],
    ['with more behind its signature', async () => `${(await newGuest(server())).value}A`],
    [
      'with the signed id of an account',
      async () => {
        const reader = await server().person('reader');
        await reader.post(newKey(), 'Hello');
        return reader.cookies.get('account');
      },
    ],
    [
      'of another server',
      async () => {
        const database = await createPgliteDatabase();
        const other = await TestServer.start(database.config);
        const { value: foreign } = await newGuest(other);
        await other.close();
        await database.drop();
        return foreign;
      },
    ],
  ] as const)
    it(`does not recognize a guest by a cookie ${what}`, async () => {
      const key = newKey();
      const cookie = `guest=${(await value()) ?? ''}`;
      const [victim, attacker] = [browserWith(server(), cookie), browserWith(server(), cookie)];
      assert.equal(await isKnown(victim), false);
      const response = await victim.request('POST', '/comments', { body: createDraft(key, 'Mine') });
      assert.equal(response.status, 201);
      assert.match(response.headers.getSetCookie().join('\n'), /^guest=[\w-]{43}\.[\w-]{43};/m);
      const { comment } = JSON.parse(response.text) as SubmitResult;
      await attacker.expectCommentProblem('forbidden', 'DELETE', '', key, comment?.id ?? '');
      assert.equal(await isKnown(attacker), false);
    });

  it('counts if it is sent twice, and beside one that the server has not issued', async () => {
    const { value } = await newGuest(server());
    for (const cookies of [`guest=${value}; guest=${value}`, `guest=chosen; guest=${value}`, `guest=${value}; guest=`])
      assert.equal(await isKnown(browserWith(server(), cookies)), true, cookies);
  });

  it('is not searched for among many', async () => {
    const { value } = await newGuest(server());
    const others = (count: number): string => Array.from({ length: count }, (_, n) => `guest=${n}.${n}; `).join('');
    assert.equal(await isKnown(browserWith(server(), `${others(7)}guest=${value}`)), true);
    assert.equal(await isKnown(browserWith(server(), `${others(1000)}guest=${value}`)), false);
  });

  it('does not count beside that of another guest, in neither order', async () => {
    const key = newKey();
    const [own, fixed] = [await newGuest(server(), key), await newGuest(server(), key)];
    for (const [one, other] of [
      [own, fixed],
      [fixed, own],
    ] as const) {
      const browser = browserWith(server(), `guest=${one.value}; guest=${other.value}`);
      assert.equal(await isKnown(browser), false);
      const { id } = await browser.post(key, 'Mine');
      for (const { value } of [own, fixed])
        await browserWith(server(), `guest=${value}`).expectCommentProblem('forbidden', 'DELETE', '', key, id);
    }
  });

  it('is not known by a name that only resembles its own', async () => {
    const { value } = await newGuest(server());
    for (const name of ['Guest', 'guest ', 'xguest', '__Host-guest', '__Secure-guest', '\u00a0guest'])
      assert.equal(await isKnown(browserWith(server(), `${name}=${value}`)), false, name);
  });
});

onOneDatabase(
  'the cookie of a guest over HTTPS',
  (server) => {
    it('has a name that other hosts of the domain cannot set', async () => {
      const response = await server()
        .guest()
        .request('POST', '/comments', { body: createDraft(newKey(), 'Hello') });
      assert.match(
        response.headers.get('set-cookie') ?? '',
        /^__Host-guest=[\w-]{43}\.[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
    });

    it('does not count by the name that other hosts can set, alone or beside it', async () => {
      const [own, fixed] = [await newGuest(server()), await newGuest(server())];
      assert.equal(own.name, '__Host-guest');
      for (const name of ['guest', '__Secure-guest', '__host-guest'])
        assert.equal(await isKnown(browserWith(server(), `${name}=${fixed.value}`)), false, name);
      const key = newKey();
      const both = browserWith(server(), `guest=${fixed.value}; __Host-guest=${own.value}`);
      const { id } = await both.post(key, 'Mine');
      await browserWith(server(), `__Host-guest=${fixed.value}`).expectCommentProblem(
        'forbidden',
        'DELETE',
        '',
        key,
        id,
      );
      await browserWith(server(), `__Host-guest=${own.value}`).callComment('DELETE', '', key, id);
    });

    it('is deleted by its name, with what browsers require of a deletion', async () => {
      const guest = server().guest();
      await guest.post(newKey(), 'Hello');
      const { headers } = await guest.request('DELETE', '/session');
      assert.match(
        headers.getSetCookie().join('\n'),
        /^__Host-guest=; .*Path=\/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure/m,
      );
      assert.equal(await isKnown(guest), false);
    });

    it('is not the only one with a prefix', async () => {
      const reader = await server().person('reader');
      await reader.post(newKey(), 'Hello');
      const page = await server().guest().request('GET', '/sign-in');
      assert.deepEqual([...reader.cookies.keys()], ['__Host-account']);
      assert.match(page.headers.get('set-cookie') ?? '', /^__Secure-sign-in=.*; Path=\/api\/sign-in;/);
    });
  },
  { publicUrl: 'https://localhost:8443' },
);

onOneDatabase('a retry without the cookie', (server) => {
  const report = () => ({ reason: 'other', detail: 'Why?', key: randomUUID() });
  const tryDelete = async (reader: Reader, key: string, id: string): Promise<number> =>
    (await reader.request('DELETE', `/comments/${id}`, { query: { discussion: key } })).status;
  const submit = async (reader: Reader, draft: Draft): Promise<string> => {
    const { comment } = await reader.submit(draft);
    assert.ok(comment);
    return comment.id;
  };

  it('gets the comment of a sender whose response was lost', async () => {
    const key = newKey();
    const draft = createDraft(key, 'Hello');
    const id = await submit(server().guest(), draft);
    const retrying = server().guest();
    assert.equal(await submit(retrying, draft), id);
    assert.equal((await retrying.get(key, id)).can?.edit, true);
    assert.equal(await tryDelete(retrying, key, id), 200);
  });

  it('gets the answer and nothing else once the first cookie has come back, with whatever request', async () => {
    for (const comeBack of [
      (author: Reader, key: string) => author.open(key),
      (author: Reader, key: string) => author.post(key, 'Another one'),
      (author: Reader) => author.call('GET', '/viewer'),
      (author: Reader) => author.call('GET', '/personal-data'),
    ]) {
      const key = newKey();
      const draft = createDraft(key, 'Hello', { guest: { name: 'Gus', email: 'gus@mail.example' } });
      const [author, thief] = [server().guest(), server().guest()];
      const id = await submit(author, draft);
      await comeBack(author, key);
      const response = await thief.request('POST', '/comments', { body: draft });
      assert.equal(response.status, 200);
      assert.deepEqual(response.headers.getSetCookie(), []);
      const { outcome, comment } = JSON.parse(response.text) as SubmitResult;
      assert.deepEqual([outcome, comment?.id, comment?.can?.edit], ['published', id, false]);
      assert.equal(await tryDelete(thief, key, id), 403);
      assert.equal(await tryDelete(author, key, id), 200);
    }
  });

  it('loses the comment when the first cookie comes back after all', async () => {
    const key = newKey();
    const draft = createDraft(key, 'Hello');
    const [author, thief] = [server().guest(), server().guest()];
    const id = await submit(author, draft);
    await submit(thief, draft);
    const later = await thief.post(key, 'Mine');
    assert.equal((await author.get(key, id)).can?.edit, true);
    assert.equal((await thief.get(key, id)).can?.edit, false);
    assert.equal(await tryDelete(thief, key, id), 403);
    assert.equal(await tryDelete(author, key, later.id), 403, 'what else they have written stays theirs');
    assert.equal(await tryDelete(author, key, id), 200);
  });

  it('loses it also after a year, and the first author can restore what it has deleted', async () => {
    const key = newKey();
    const draft = createDraft(key, 'Hello', { remember: true });
    const [author, thief] = [server().guest(), server().guest()];
    const id = await submit(author, draft);
    await submit(thief, draft);
    assert.equal(await tryDelete(thief, key, id), 200);
    server().advanceClock(60);
    assert.equal((await author.callComment('POST', 'restore', key, id)).status, 'visible');
    assert.equal(await tryDelete(thief, key, id), 403);
  });

  it('gives way to the earliest cookie that comes back, of any number', async () => {
    const key = newKey();
    const draft = createDraft(key, 'Hello');
    const senders = Array.from({ length: 4 }, () => server().guest());
    let id = '';
    for (const sender of senders) id = await submit(sender, draft);
    const [first, second, third, fourth] = senders as [Reader, Reader, Reader, Reader];
    const owners = async (): Promise<readonly boolean[]> => {
      const owns: boolean[] = [];
      // The last one first: each takes the comment from those behind it.
      for (const sender of [fourth, third, second]) owns.unshift((await sender.get(key, id)).can?.edit ?? false);
      return owns;
    };
    assert.equal((await third.get(key, id)).can?.edit, true);
    assert.equal((await fourth.get(key, id)).can?.edit, false);
    const late = server().guest();
    assert.equal(await submit(late, draft), id);
    assert.equal(late.cookies.size, 0, 'the third one has come back');
    // The third one was asked before the second one.
    assert.deepEqual(await owners(), [true, true, false]);
    assert.equal((await first.get(key, id)).can?.edit, true);
    assert.deepEqual(await owners(), [false, false, false]);
  });

  it('cannot be in the way of the author, however the requests meet', async () => {
    for (let round = 0; round < 8; round++) {
      const key = newKey();
      const draft = createDraft(key, 'Hello');
      const author = server().guest();
      const id = await submit(author, draft);
      const thieves = Array.from({ length: 6 }, () => server().guest());
      await Promise.all([
        ...thieves.slice(0, 3).map((thief) => thief.submit(draft)),
        author.open(key),
        ...thieves.slice(3).map((thief) => thief.submit(draft)),
        author.open(key),
      ]);
      for (const thief of thieves) assert.notEqual(await tryDelete(thief, key, id), 200);
      assert.equal((await author.list(key)).total, 1);
      assert.equal(await tryDelete(author, key, id), 200);
    }
  });

  it('gets the answer and nothing else if the sender is banned', async () => {
    const key = newKey();
    const draft = createDraft(key, 'Rude');
    const id = await submit(server().guest(), draft);
    const moderator = await server().person('moderator');
    await moderator.callComment('PUT', 'ban', key, id, { banned: true });
    const retrying = server().guest();
    assert.equal(await submit(retrying, draft), id);
    assert.equal(retrying.cookies.size, 0);
    assert.ok((await moderator.get(key, id)).ban);
    await moderator.callComment('PUT', 'ban', key, id, { banned: false });
  });

  it('does not give the comment of a guest to an account that sends it again', async () => {
    const key = newKey();
    const draft = createDraft(key, 'Hello');
    const id = await submit(server().guest(), draft);
    const reader = await server().person('reader');
    assert.notEqual(await submit(reader, draft), id);
    assert.equal(await tryDelete(reader, key, id), 403);
  });

  it('reads a held comment only in the place of a sender who has not come back', async () => {
    const key = newKey();
    const draft = createDraft(key, 'My casino');
    const author = server().guest();
    assert.equal((await author.submit(draft)).outcome, 'pending');
    await author.open(key);
    const { outcome, comment } = await server().guest().submit(draft);
    assert.deepEqual([outcome, comment], ['pending', undefined]);
    const lost = createDraft(key, 'Our casino');
    await server().guest().submit(lost);
    assert.equal((await server().guest().submit(lost)).comment?.status, 'pending');
  });

  it('gives a report to a retry, which cannot withdraw it once the first cookie returns', async () => {
    const key = newKey();
    const { id } = await (await server().person('reader')).post(key, 'Hello');
    const openReports = async (): Promise<number> => {
      const { database } = server().store;
      return (await database.selectFrom('reports').select('reporter').where('comment', '=', id).execute()).length;
    };
    const send = (reader: Reader, body: object) => reader.callComment<ReportReceipt>('PUT', 'report', key, id, body);
    const [sender, thief] = [server().guest(), server().guest()];
    const first = report();
    const { reference } = await send(sender, first);
    await sender.open(key);
    assert.deepEqual(await send(thief, first), { reference });
    assert.equal(thief.cookies.size, 0);
    await thief.callComment('DELETE', 'report', key, id);
    assert.equal(await openReports(), 1);
    const [lost, retrying, second] = [server().guest(), server().guest(), report()];
    await send(lost, second);
    await send(retrying, second);
    assert.equal((await retrying.get(key, id)).reported, true);
    assert.equal((await lost.get(key, id)).reported, true, 'its cookie has come back after all');
    await retrying.callComment('DELETE', 'report', key, id);
    assert.equal(await openReports(), 2);
    await lost.callComment('DELETE', 'report', key, id);
    assert.equal(await openReports(), 1);
  });
});
