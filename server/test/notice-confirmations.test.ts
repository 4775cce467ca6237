/** Anyone can enter the email address of another person in a notice. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { defaultRules } from '../src/rules/house-rules.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { noticeReport } from './notice-report.js';

onOneDatabase(
  'the confirmations of notices',
  (server) => {
    it('sends five confirmations to one address, then one an hour, and stores each notice', async () => {
      const key = newKey();
      const { id } = await server().guest().post(key, 'Burn it down');
      const send = (email: string) =>
        server().guest().callComment<{ readonly statusUrl: string }>('PUT', 'report', key, id, noticeReport({ email }));
      const recipients = async (): Promise<readonly string[]> =>
        (
          await server()
            .store.database.selectFrom('outbox')
            .select('recipient')
            .where('kind', '=', 'mail')
            .orderBy('number')
            .execute()
        ).map(({ recipient }) => recipient);
      const variants = [
        'vic@mail.example',
        'Vic@mail.example',
        'vic+1@mail.example',
        'vic+2@MAIL.example',
        'vic@mail.example',
      ];
      for (const email of variants) await send(email);
      const more = [
        'vic@mail.example',
        'vic+3@mail.example',
        'v.i.c@mail.example',
        'vic@mail.example.',
        'vic@ｍail.example',
      ];
      const receipts = await Promise.all(more.map(send));
      assert.deepEqual(await recipients(), variants);
      for (const { statusUrl } of receipts) assert.equal((await fetch(statusUrl)).status, 200);
      await send('other@mail.example');
      assert.deepEqual((await recipients()).at(-1), 'other@mail.example');
      server().advanceClock(60);
      for (const email of ['vic@mail.example', 'vic@mail.example']) await send(email);
      assert.equal((await recipients()).length, 7);
    });

    it('refuses a notice whose email field holds anything but a plain address', async () => {
      const key = newKey();
      const { id } = await server().guest().post(key, 'Burn it down');
      for (const email of [
        '1<vic@mail.example>',
        '<vic@mail.example>',
        'vic@mail.example,2',
        'vic@mail.example;3',
        'group:vic@mail.example',
        '(4)vic@mail.example',
        '"vic"@mail.example',
        '\\vic@mail.example',
        'vic@[192.0.2.1]',
      ]) {
        const { field } = await server()
          .guest()
          .expectCommentProblem('invalid', 'PUT', 'report', key, id, noticeReport({ email }));
        assert.equal(field, 'email', email);
      }
    });
  },
  { interval: 3_600_000, rules: { ...quickRules, confirmations: defaultRules.confirmations } },
);
