/** What the database holds about a person: all of it is in the export, and none of it is left by the erasure. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { prune } from '../src/erasure/clean-up.js';
import { erasePerson } from '../src/erasure/erase-person.js';
import { exportPerson } from '../src/erasure/export-person.js';
import type { Store } from '../src/discussion/store.js';
import { newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase, type TestServer } from '../../test/support/demo-server/test-server.js';
import { hold } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';
import { noticeReport } from './notice-report.js';

/** Where the export has what a table holds about the person. `paces`: rate limits, which expire within the hour. */
const SECTIONS: Readonly<Record<string, string | undefined>> = {
  addresses: 'addresses',
  claims: 'moderation',
  comments: 'comments',
  first_writes: 'firstWrites',
  legal_notices: 'notices',
  outbox: 'mails',
  paces: undefined,
  reports: 'reports',
  sessions: 'sessions',
  standings: 'standing',
  votes: 'votes',
};

type Row = Readonly<Record<string, unknown>>;

/** The tables with a row that has one of these texts in any column, and those rows. */
async function findRows({ database }: Store, traces: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public'`.execute(database);
  const found = new Map<string, readonly Row[]>();
  for (const { name } of tables) {
    const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(database);
    const theirs = rows.filter((row) => traces.some((trace) => JSON.stringify(row).includes(trace)));
    if (theirs.length > 0) found.set(name, theirs);
  }
  return found;
}

async function expectAllExported(store: Store, identity: string, traces: readonly string[]): Promise<void> {
  const found = (await exportPerson(store, identity)) as Readonly<Record<string, unknown>>;
  for (const table of (await findRows(store, traces)).keys()) {
    assert.ok(table in SECTIONS, `The table "${table}" holds personal data that no export and no erasure knows.`);
    const section = SECTIONS[table];
    const content = section === undefined ? 'none' : found[section];
    assert.ok(content && (!Array.isArray(content) || content.length > 0), `The export lacks what "${table}" holds.`);
  }
}

/** Erases a person, and expects that no table has a trace of them after the hour that rate limits last. */
async function expectAllErased(server: TestServer, identity: string, traces: readonly string[]): Promise<void> {
  await erasePerson(server.store, identity);
  server.advanceClock(60);
  await prune(server.store);
  const left = await findRows(server.store, traces);
  // What a notice says about a comment of others has to be decided; its sender is gone.
  assert.deepEqual([...left], []);
}

/** Everything that a reader can leave on the server. */
async function leaveTraces(server: TestServer, person: Reader, guest?: { readonly name: string }): Promise<void> {
  const by = guest && { guest };
  const key = newKey();
  const [other, moderator] = [await server.person('author'), await server.person('moderator')];
  const { id: others } = await other.post(key, 'By someone else');
  const own = await person.post(key, 'Words of theirs', by);
  await person.post(key, 'Words of theirs, in a reply', { parentId: others, ...by });
  await other.post(key, 'An answer', { parentId: own.id });
  if (!guest) await hold(person, key, 'Words of theirs about a casino');
  const removed = await person.post(key, 'Words of theirs, removed', by);
  await moderator.callComment('DELETE', '', key, removed.id);
  const decided = await person.post(key, 'Words of theirs, decided', by);
  await other.callComment('PUT', 'report', key, decided.id, noticeReport({ name: 'Ines', email: 'ines@mail.example' }));
  const pages = await (
    await ModerationPages.open(server, 'moderator')
  ).find('/moderation/notices', 'Words of theirs, decided');
  await pages.press('decide', 'Words of theirs, decided', {
    measure: 'removed',
    ground: 'law',
    rule: 'Section 1',
    facts: 'Facts about their words',
    redress: 'Write to us.',
  });
  if (!guest) await person.callComment('PUT', 'vote', key, others, { value: 1 });
  await person.callComment('PUT', 'report', key, others, { reason: 'other', detail: 'Their words in a report' });
  await person.callComment('PUT', 'report', key, others, noticeReport({ explanation: 'It is about another.' }));
  await moderator.callComment('PUT', 'ban', key, own.id, { banned: true });
}

const WORDS = ['Words of theirs', 'Their words', 'Nora Notifier', 'nora@mail.example'];

// Mails are not sent meanwhile: they are data, too.
onOneDatabase(
  'the data of one person',
  (server) => {
    it('is exported and erased, in all tables: a reader with an account', async () => {
      const identity = 'person:reader';
      await leaveTraces(server(), await server().person('reader'));
      const pages = await ModerationPages.open(server(), 'moderator');
      await pages.send('/moderation/warn', { identity, warning: 'Their words: a warning' });
      // The token of a session and its person.
      const traces = [identity, '"reader"', 'Ada Okafor', ...WORDS];
      const tables = [...(await findRows(server().store, traces)).keys()].sort();
      assert.deepEqual(tables, [
        'addresses',
        'comments',
        'legal_notices',
        'outbox',
        'paces',
        'reports',
        'sessions',
        'standings',
        'votes',
      ]);
      await expectAllExported(server().store, identity, traces);
      await expectAllErased(server(), identity, traces);
    });

    it('is exported and erased, in all tables: a guest, with the hashes of addresses', async () => {
      const guest = server().guest({ 'x-forwarded-for': '192.0.2.1' });
      await leaveTraces(server(), guest, { name: 'Gustav the Guest' });
      const { store } = server();
      const { owner } = await store.database
        .selectFrom('comments')
        .select('owner')
        .where('body', '=', 'Words of theirs')
        .executeTakeFirstOrThrow();
      const identity = owner ?? '';
      const { addresses } = (await exportPerson(store, identity)) as {
        readonly addresses: readonly { hash: string }[];
      };
      assert.equal(addresses.length, 1);
      const traces = [identity, 'Gustav', ...WORDS, ...addresses.map(({ hash }) => hash)];
      await expectAllExported(store, identity, traces);
      await expectAllErased(server(), identity, traces);
    });

    it('is exported and erased, in all tables: a guest who has not been back', async () => {
      const key = newKey();
      const { store } = server();
      for (const write of [
        (guest: Reader) => guest.post(key, 'Words of theirs, once'),
        async (guest: Reader) => {
          const { id } = await (await server().person('author')).post(key, 'By someone else');
          return guest.callComment('PUT', 'report', key, id, { reason: 'other', detail: 'Their words, once' });
        },
      ]) {
        await write(server().guest({ 'x-forwarded-for': '192.0.2.2' }));
        const { identity } = await store.database
          .selectFrom('first_writes')
          .select('identity')
          .orderBy('number', 'desc')
          .executeTakeFirstOrThrow();
        await expectAllExported(store, identity, [identity]);
        await expectAllErased(server(), identity, [identity, 'Words of theirs, once', 'Their words, once']);
      }
    });

    it('is erased where the person has decided as a moderator', async () => {
      const identity = 'person:moderator';
      await leaveTraces(server(), await server().person('reader'));
      const held = await server()
        .store.database.selectFrom('comments')
        .innerJoin('discussions', 'discussions.id', 'comments.discussion')
        .select(['discussions.key as discussion', 'comments.id as comment'])
        .where('body', '=', 'By someone else')
        .executeTakeFirstOrThrow();
      await (await ModerationPages.open(server(), 'moderator')).send('/moderation/claim', held);
      const { moderation } = (await exportPerson(server().store, identity)) as {
        readonly moderation: Readonly<Record<'removed' | 'decided' | 'banned' | 'handling', readonly object[]>>;
      };
      assert.deepEqual(
        Object.entries(moderation).map(([what, list]) => [what, list.length > 0]),
        [
          ['removed', true],
          ['decided', true],
          ['banned', true],
          ['handling', true],
        ],
      );
      await expectAllErased(server(), identity, [identity, '"moderator"', 'Maren Voss']);
    });
  },
  { interval: 2_000_000_000, proxies: 1 },
);
