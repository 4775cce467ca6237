import assert from 'node:assert/strict';
import { it } from 'node:test';
import { erasePerson } from '../src/erasure/erase-person.js';
import type { DiscussionInfo } from '../../src/model/adapter.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';

onOneDatabase(
  'the wish to be told of replies',
  (server) => {
    const wishOf = async (id: string): Promise<boolean | undefined> =>
      (await server().store.database.selectFrom('comments').select('notify').where('id', '=', id).executeTakeFirst())
        ?.notify;
    const offered = async (reader: Reader): Promise<unknown> =>
      (await reader.call<{ discussion: DiscussionInfo }>('GET', '/discussion', { query: { discussion: newKey() } }))
        .discussion.posting?.notify;

    it('is offered to readers with an account, and stored', async () => {
      const reader = await server().person('reader');
      assert.equal(await offered(reader), 'off');
      assert.equal(await offered(server().guest()), undefined);
      const key = newKey();
      assert.equal(await wishOf((await reader.post(key, 'Tell me.', { notify: true })).id), true);
      assert.equal(await wishOf((await reader.post(key, 'Do not tell me.', { notify: false })).id), false);
      assert.equal(await wishOf((await reader.post(key, 'Never asked.')).id), false);
    });

    it('is erased with the person', async () => {
      const reader = await server().person('author');
      const { id } = await reader.post(newKey(), 'Tell me.', { notify: true });
      assert.equal(await wishOf(id), true);
      await erasePerson(server().store, 'person:author');
      assert.equal(await wishOf(id), false);
    });
  },
  { rules: { ...quickRules, offersNotices: true } },
);
