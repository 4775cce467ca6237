/** Whom a ban keeps from writing, for how long, and what moderators are told of it. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { prune } from '../../demo/server/events/prune.js';
import { quickRules } from '../support/demo-server/quick-rules.js';
import { createDraft, newKey, type Reader } from '../support/demo-server/reader.js';
import { onEachDatabase, onOneDatabase } from '../support/demo-server/test-server.js';
import { everythingStored } from './everything-stored.js';
import { ModerationPages } from './moderation-pages.js';

const day = 1440;

onEachDatabase(
  'a ban',
  (server) => {
    /** A guest at an address of their own, as a proxy reports it. */
    const guestAt = (address: string): Reader => server().guest({ 'x-forwarded-for': address });
    const refuses = (reader: Reader, key: string) =>
      reader.expectProblem('blocked', 'POST', '/comments', { body: createDraft(key, 'And again') });

    it('of an account covers guest comments from the same browser, until it is lifted', async () => {
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
      await server().guest().post(key, 'Another browser');
      await moderator.callComment('PUT', 'ban', key, id, { banned: false });
      await signedOut.post(key, 'Back again');
      await reader.post(key, 'Back again');
    });

    it('of an account cannot be put on somebody else by a forged cookie', async () => {
      const key = newKey();
      const guest = server().guest();
      const forged = `${Buffer.from('reader').toString('base64url')}.${'A'.repeat(43)}`;
      const moderator = await server().person('moderator');
      const { id } = await (await server().person('reader')).post(key, 'Mine');
      await moderator.callComment('PUT', 'ban', key, id, { banned: true });
      guest.cookies.set('account', forged);
      await guest.post(key, 'Not me');
      await moderator.callComment('PUT', 'ban', key, id, { banned: false });
    });

    it('of a guest covers the address for seven days, but no accounts there', async () => {
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

    it('of a guest ends at the address, too, when it is lifted', async () => {
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
