/** Whom a ban keeps from writing, for how long, and what moderators are told of it. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { prune } from '../src/erasure/clean-up.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { createDraft, newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { delayedWrite } from './delayed-write.js';
import { everythingStored } from './everything-stored.js';
import { ModerationPages } from './moderation-pages.js';

const day = 1440;

onOneDatabase(
  'a ban',
  (server) => {
    /** A guest at an address of their own, as a proxy reports it. */
    const guestAt = (address: string): Reader => server().guest({ 'x-forwarded-for': address });
    /** An account at an address. */
    const accountAt = async (person: string, address: string): Promise<Reader> =>
      server().guest({ 'x-forwarded-for': address, authorization: `Bearer ${await server().token(person)}` });
    /** A guest in the browser in which the account "reader" has written. */
    const signedOut = async (address: string): Promise<Reader> => {
      const account = await accountAt('reader', address);
      await account.post(newKey(), 'With my name');
      const guest = guestAt(address);
      for (const [name, value] of account.cookies) guest.cookies.set(name, value);
      return guest;
    };
    const refuses = (reader: Reader, key: string) =>
      reader.expectProblem('blocked', 'POST', '/comments', { body: createDraft(key, 'And again') });

    it('bans guests in the browser of a banned account, until the ban is lifted', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const reader = await server().person('reader');
      const { id } = await reader.post(key, 'With my name');
      assert.equal(reader.cookies.size, 1);
      const signedOut = server().guest();
      for (const [name, value] of reader.cookies) signedOut.cookies.set(name, value);
      await moderator.callComment('PUT', 'ban', key, id, { banned: true });
      await refuses(reader, key);
      await refuses(signedOut, key);
      const { posting } = (await signedOut.open(key)).discussion;
      assert.equal(posting?.refusal?.reason, 'banned');
      await guestAt('192.0.2.60').post(key, 'Another browser');
      await moderator.callComment('PUT', 'ban', key, id, { banned: false });
      await signedOut.post(key, 'Back again');
      await reader.post(key, 'Back again');
    });

    it('does not ban a guest with a forged cookie of a banned account', async () => {
      const key = newKey();
      const guest = guestAt('192.0.2.61');
      const forged = `${Buffer.from('reader').toString('base64url')}.${'A'.repeat(43)}`;
      const moderator = await server().person('moderator');
      const { id } = await (await server().person('reader')).post(key, 'Mine');
      await moderator.callComment('PUT', 'ban', key, id, { banned: true });
      guest.cookies.set('account', forged);
      await guest.post(key, 'Not me');
      await moderator.callComment('PUT', 'ban', key, id, { banned: false });
    });

    it('bans the address of a banned guest for seven days, but no accounts at it', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const { id } = await guestAt('192.0.2.7').post(key, 'Rude');
      await moderator.callComment('PUT', 'ban', key, id, { banned: true });
      const { detail } = await refuses(guestAt('192.0.2.7'), key);
      assert.match(detail, /from your internet address/);
      await guestAt('192.0.2.8').post(key, 'A neighbour');
      // A response that caches may store does not depend on the address.
      assert.equal((await guestAt('192.0.2.7').open(key)).discussion.posting?.refusal, undefined);
      const account = server().guest({
        'x-forwarded-for': '192.0.2.7',
        authorization: `Bearer ${await server().token('author')}`,
      });
      await account.post(key, 'With an account');
      server().advanceClock(8 * day);
      await guestAt('192.0.2.7').post(key, 'The next one with this address');
    });

    it('bans guests at the addresses of a banned account for seven days, but no other accounts there', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const [office, home] = [await accountAt('reader', '192.0.2.70'), await accountAt('reader', '2001:db8:7:7::1')];
      const { id } = await office.post(key, 'Rude');
      await home.post(key, 'Rude again');
      await moderator.callComment('PUT', 'ban', key, id, { banned: true });
      for (const address of ['192.0.2.70', '2001:db8:7:7:ffff::2']) {
        const { detail } = await refuses(guestAt(address), key);
        assert.match(detail, /from your internet address/);
        await (await accountAt('author', address)).post(key, 'A colleague');
        await (await accountAt('moderator', address)).post(key, 'The moderator');
        // A response that caches may store does not depend on the address.
        assert.equal((await guestAt(address).open(key)).discussion.posting?.refusal, undefined);
      }
      await guestAt('192.0.2.71').post(key, 'A neighbour');
      server().advanceClock(8 * day);
      await guestAt('192.0.2.70').post(key, 'The next one with this address');
      await moderator.callComment('PUT', 'ban', key, id, { banned: false });
    });

    it('bans a guest who used the address before the banned account, until the ban is lifted', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const guest = guestAt('192.0.2.72');
      const own = await guest.post(key, 'Hello');
      const { id } = await (await accountAt('reader', '192.0.2.72')).post(key, 'Rude');
      await moderator.callComment('PUT', 'ban', key, id, { banned: true });
      await refuses(guest, key);
      await guest.expectCommentProblem('blocked', 'PATCH', '', key, own.id, { body: 'Changed' });
      await moderator.callComment('PUT', 'ban', key, id, { banned: false });
      await guest.post(key, 'Back again');
    });

    it('does not ban the addresses of the moderator who bans an account', async () => {
      const key = newKey();
      const { id } = await (await accountAt('reader', '192.0.2.73')).post(key, 'Rude');
      const moderator = await accountAt('moderator', '192.0.2.74');
      await moderator.post(key, 'That was rude');
      await moderator.callComment('PUT', 'ban', key, id, { banned: true });
      await guestAt('192.0.2.74').post(key, 'Hello');
      await moderator.callComment('PUT', 'ban', key, id, { banned: false });
    });

    it('counts for what was sent before it and is stored after it', async () => {
      const moderator = await server().person('moderator');
      let last = 0;
      for (const [who, writer, address] of [
        ['the account', (at: string) => accountAt('reader', at), undefined],
        ['a guest', async (at: string) => guestAt(at), undefined],
        ['a guest in the browser of the account', (at: string) => signedOut(at), undefined],
        ['another guest at the address', async (at: string) => guestAt(at), guestAt],
      ] as const) {
        const at = `192.0.2.${80 + last++}`;
        const [key, elsewhere] = [newKey(), newKey()];
        const reader = await writer(at);
        const banned =
          who === 'a guest in the browser of the account' ? await accountAt('reader', at) : (address?.(at) ?? reader);
        const { id } = await banned.post(elsewhere, 'Rude');
        const own = await reader.post(key, 'Hello');
        const others = await (await accountAt('author', '192.0.2.79')).post(key, 'By another');
        const ban = (isBanned: boolean) => moderator.callComment('PUT', 'ban', elsewhere, id, { banned: isBanned });
        const later = (write: () => Promise<unknown>) => delayedWrite(server(), key, write, { act: () => ban(true) });
        await later(() => refuses(reader, key));
        await ban(false);
        await later(() => reader.expectCommentProblem('blocked', 'PATCH', '', key, own.id, { body: 'Changed' }));
        await ban(false);
        if (who === 'the account') {
          await later(() => reader.expectCommentProblem('blocked', 'PUT', 'vote', key, others.id, { value: 1 }));
          await ban(false);
        }
        await reader.callComment('DELETE', '', key, own.id);
        await later(() => reader.expectCommentProblem('blocked', 'POST', 'restore', key, own.id, {}));
        await ban(false);
        const { items } = await server().guest().list(key);
        assert.deepEqual(
          items.map(({ body, votes }) => [body.value, votes?.up]),
          [['By another', 0]],
          who,
        );
        await reader.post(key, 'Back again');
      }
    });

    it('does not keep a retry from the answer to what is stored already', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const reader = await accountAt('reader', '192.0.2.90');
      const draft = createDraft(key, 'Rude');
      const { comment } = await reader.submit(draft);
      await moderator.callComment('PUT', 'ban', key, comment?.id ?? '', { banned: true });
      assert.equal((await reader.submit(draft)).comment?.id, comment?.id);
      await moderator.callComment('PUT', 'ban', key, comment?.id ?? '', { banned: false });
    });

    it('covers no address from which a comment is only sent again', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      for (const [writer, home, elsewhere] of [
        [(at: string) => accountAt('reader', at), '192.0.2.92', '192.0.2.93'],
        [async (at: string) => guestAt(at), '192.0.2.94', '192.0.2.95'],
      ] as const) {
        const draft = createDraft(key, 'Rude');
        const reader = await writer(home);
        const id = (await reader.submit(draft)).comment?.id ?? '';
        const travelling = await writer(elsewhere);
        for (const [name, value] of reader.cookies) travelling.cookies.set(name, value);
        await travelling.submit(draft);
        await moderator.callComment('PUT', 'ban', key, id, { banned: true });
        await travelling.submit(draft);
        await refuses(guestAt(home), key);
        await guestAt(elsewhere).post(key, 'A stranger');
        await moderator.callComment('PUT', 'ban', key, id, { banned: false });
      }
    });

    it('covers the address from which a comment came that a retry has taken over', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const draft = createDraft(key, 'Rude');
      await guestAt('192.0.2.96').submit(draft);
      const retrying = guestAt('192.0.2.96');
      const { comment } = await retrying.submit(draft);
      await moderator.callComment('PUT', 'ban', key, comment?.id ?? '', { banned: true });
      await refuses(retrying, key);
      await refuses(guestAt('192.0.2.96'), key);
      await moderator.callComment('PUT', 'ban', key, comment?.id ?? '', { banned: false });
    });

    it('lets nothing through after it is confirmed, however many write at the same time', async () => {
      const moderator = await server().person('moderator');
      const reader = await accountAt('reader', '192.0.2.91');
      const first = newKey();
      const { id } = await reader.post(first, 'Rude');
      const keys = Array.from({ length: 12 }, newKey);
      const counts = async (): Promise<readonly number[]> =>
        Promise.all(keys.map(async (key) => (await server().guest().open(key)).discussion.total ?? 0));
      const posts = keys.map((key) => reader.request('POST', '/comments', { body: createDraft(key, 'More') }));
      await moderator.callComment('PUT', 'ban', first, id, { banned: true });
      const stored = await counts();
      const statuses = (await Promise.all(posts)).map(({ status }) => status);
      assert.deepEqual(await counts(), stored);
      assert.deepEqual(
        statuses,
        stored.map((count) => (count === 1 ? 201 : 403)),
      );
      await moderator.callComment('PUT', 'ban', first, id, { banned: false });
    });

    it('lifts the ban of the address together with that of the guest', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const { id } = await guestAt('192.0.2.20').post(key, 'Rude');
      await moderator.callComment('PUT', 'ban', key, id, { banned: true });
      await refuses(guestAt('192.0.2.20'), key);
      await moderator.callComment('PUT', 'ban', key, id, { banned: false });
      await guestAt('192.0.2.20').post(key, 'Sorry');
    });

    it('ends at the time that the moderator has set, which the banned reader is told', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const guest = guestAt('192.0.2.30');
      const { id } = await guest.post(key, 'Rude');
      const until = new Date(server().now.getTime() + 2 * day * 60_000).toISOString();
      await moderator.callComment('PUT', 'ban', key, id, { banned: true, until });
      assert.equal((await guest.open(key)).discussion.posting?.refusal?.until, until);
      await refuses(guestAt('192.0.2.30'), key);
      server().advanceClock(2 * day);
      assert.equal((await guest.open(key)).discussion.posting?.refusal, undefined);
      await guest.post(key, 'Back again');
      await guestAt('192.0.2.30').post(key, 'Me, too');
      assert.equal((await (await server().person('moderator')).get(key, id)).ban, undefined);
    });

    it('is shown to moderators only: by whom and until when', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const guest = guestAt('192.0.2.40');
      const { id } = await guest.post(key, 'Rude');
      assert.equal((await moderator.get(key, id)).ban, undefined);
      const until = new Date(server().now.getTime() + day * 60_000).toISOString();
      await moderator.callComment('PUT', 'ban', key, id, { banned: true, until });
      assert.deepEqual((await moderator.get(key, id)).ban, {
        by: 'Maren Voss',
        until,
      });
      assert.equal((await moderator.list(key)).items[0]?.ban?.by, 'Maren Voss');
      for (const reader of [guest, server().guest(), await server().person('author')])
        assert.equal((await reader.get(key, id)).ban, undefined);
    });

    it('cannot end in the past', async () => {
      const key = newKey();
      const { id } = await guestAt('192.0.2.50').post(key, 'Rude');
      const moderator = await server().person('moderator');
      const ban = { banned: true, until: '2020-01-01T00:00:00Z' };
      await moderator.expectCommentProblem('invalid', 'PUT', 'ban', key, id, ban);
    });
  },
  { proxies: 1 },
);

onOneDatabase(
  'what is stored for bans',
  (server) => {
    it('is no address, and is erased after seven days unless a ban needs it', async () => {
      const key = newKey();
      const guest = server().guest({ 'x-forwarded-for': '198.51.100.23' });
      await guest.post(key, 'Hello');
      const { database } = server().store;
      const stored = () => database.selectFrom('addresses').select('address').execute();
      assert.equal((await stored()).length, 1);
      const account = server().guest({
        'x-forwarded-for': '198.51.100.25',
        authorization: `Bearer ${await server().token('reader')}`,
      });
      await account.post(key, 'Hello');
      assert.equal((await stored()).length, 2);
      assert.doesNotMatch(await everythingStored(server().store), /198\.51\.100/);
      server().advanceClock(8 * day);
      await prune(server().store);
      assert.deepEqual(await stored(), []);
      const { id } = await guest.post(key, 'Rude');
      server().advanceClock(6 * day);
      await (await server().person('moderator')).callComment('PUT', 'ban', key, id, { banned: true });
      server().advanceClock(6 * day);
      await prune(server().store);
      assert.equal((await stored()).length, 1);
      server().advanceClock(2 * day);
      await prune(server().store);
      assert.deepEqual(await stored(), []);
    });

    it('is erased with the banned person, and loses the name of an erased moderator', async () => {
      const key = newKey();
      const guest = server().guest({ 'x-forwarded-for': '198.51.100.24' });
      const { id } = await guest.post(key, 'Rude');
      await (await server().person('moderator')).callComment('PUT', 'ban', key, id, { banned: true });
      const { database } = server().store;
      const standings = () => database.selectFrom('standings').selectAll().where('banned_at', 'is not', null).execute();
      const banned = (await standings()).find(({ banned_by_name: name }) => name === 'Maren Voss');
      assert.ok(banned);
      const pages = await ModerationPages.open(server(), 'moderator');
      await pages.send('/moderation/erase', { identity: 'person:moderator' });
      assert.deepEqual(
        (await standings()).filter(({ banned_by: by, banned_by_name: name }) => by !== null || name !== null),
        [],
      );
      const again = await ModerationPages.open(server(), 'moderator');
      await again.send('/moderation/erase', { identity: banned.identity });
      const left = await everythingStored(server().store);
      assert.ok(!left.includes(banned.identity));
    });
  },
  { proxies: 1 },
);

onOneDatabase(
  'a ban with guestBanDays: 0',
  (server) => {
    it('covers only the browser of the guest, and stores no address', async () => {
      const key = newKey();
      const guest = server().guest();
      const { id } = await guest.post(key, 'Rude');
      await (await server().person('moderator')).callComment('PUT', 'ban', key, id, { banned: true });
      await guest.expectProblem('blocked', 'POST', '/comments', { body: createDraft(key, 'And again') });
      await server().guest().post(key, 'Somebody else');
      assert.deepEqual(await server().store.database.selectFrom('addresses').selectAll().execute(), []);
    });
  },
  { rules: { ...quickRules, guestBanDays: 0 } },
);
