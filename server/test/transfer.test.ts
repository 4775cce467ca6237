/** Into the server and out of it again. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Store } from '../src/discussion/store.js';
import { readBackup } from '../src/transfer/backup.js';
import { exportComments } from '../src/transfer/export-comments.js';
import { importComments } from '../src/transfer/import-comments.js';
import { createPgliteDatabase, type TestDatabase } from '../../test/support/demo-server/pglite-database.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { createDraft } from '../../test/support/demo-server/reader.js';
import { describeOnOneDatabase, TestServer } from '../../test/support/demo-server/test-server.js';
import { filesIn } from '../../import/test/import-fixture.js';

const fixtures = join(import.meta.dirname, '..', '..', 'import', 'test', 'fixtures');

/** All rows but those that belong to a running server. */
async function rowsIn({ database }: Store): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = [
    'discussions',
    'comments',
    'votes',
    'past_scores',
    'reports',
    'legal_notices',
    'events',
    'standings',
    'addresses',
  ];
  const contents = tables.map(async (name): Promise<[string, unknown[]]> => {
    const { rows } = await sql`select * from ${sql.table(name)} order by 1, 2`.execute(database);
    return [name, rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))];
  });
  return Object.fromEntries(await Promise.all(contents));
}

function transferTests(createDatabase: () => Promise<TestDatabase>): void {
  const folder = mkdtempSync(join(tmpdir(), 'transfer-'));
  const closing: (() => Promise<void>)[] = [];
  let folders = 0;
  const freshFolder = (): string => join(folder, String(++folders));

  /** A server on a database of its own. */
  async function emptyServer(): Promise<TestServer> {
    const database = await createDatabase();
    const server = await TestServer.start(database.config, { rules: quickRules });
    closing.push(async () => {
      await server.close();
      await database.drop();
    });
    return server;
  }

  let server: TestServer;
  before(async () => {
    server = await emptyServer();
  });
  after(async () => {
    for (const close of closing) await close();
    rmSync(folder, { recursive: true });
  });

  const importFixture = (store: Store, format: string, name: string) =>
    importComments(store, { format, files: [join(fixtures, name)] });

  describe('an import', () => {
    it('lists what the archives have, the top level first and each level in the order of time', async () => {
      const { added, report } = await importFixture(server.store, 'disqus', 'disqus.xml');
      assert.deepEqual([added, report.visible, report.tombstones, report.problems], [7, 6, 1, 2]);
      const { items, total } = await server.guest().list('http://www.news.example/bridge/');
      assert.equal(total, 3);
      assert.deepEqual(
        items.map(({ id, parentId, author, status, createdAt }) => [id, parentId, author?.name, status, createdAt]),
        [
          ['1', null, 'Agnes Whitlock', 'visible', '2013-06-07T10:54:00.000Z'],
          ['3', null, undefined, 'deleted', '2013-06-07T12:00:00.000Z'],
          ['2', '1', 'Tom Arkwright', 'visible', '2013-06-07T11:00:00.000Z'],
          ['4', '3', undefined, 'visible', '2013-06-07T13:00:00.000Z'],
        ],
      );
      assert.equal((await server.guest().open('http://www.news.example/bridge/')).discussion.state, 'closed');
      assert.equal((await server.guest().open('https://news.example/Ferry/')).discussion.state, 'open');
    });

    it('puts what waits for review into the queue of the moderators, and nothing of spam into the database', async () => {
      await importFixture(server.store, 'wordpress', 'wordpress.xml');
      const key = 'https://news.example/bridge/';
      const held = (await (await server.person('moderator')).list(key)).items.filter(
        ({ status }) => status === 'pending',
      );
      assert.deepEqual(
        held.map(({ id, author, body }) => [id, author?.name, body.value]),
        [['3', 'Held Secret', '<p>HELD-SECRET with a reply</p>']],
      );
      const { items } = await server.guest().list(key);
      assert.ok(items.every(({ id }) => id !== '3'));
      const stored = JSON.stringify(await rowsIn(server.store));
      assert.doesNotMatch(
        stored,
        /SPAM-SECRET|TRASH-SECRET|NOTE-SECRET|DRAFT-SECRET|PASSWORD-SECRET|mail\.example|203\.0\.113/,
      );
    });

    it('keeps votes, and readers can reply and vote', async () => {
      await importFixture(server.store, 'remark42', 'remark42.jsonl');
      const key = 'https://news.example/ferry/';
      const reader = await server.person('reader');
      const reply = await reader.post(key, 'A reply to an imported comment.', { parentId: '3' });
      await reader.callComment('PUT', 'vote', key, '3', { value: 1 });
      const { items } = await server.guest().list(key);
      assert.deepEqual(
        items.map(({ id, votes }) => [id, votes?.up]),
        [
          ['2d8cb2b6', 0],
          ['3', 1],
          [reply.id, 0],
        ],
      );
    });

    it('adds nothing when it is repeated, and changes nothing', async () => {
      const earlier = await rowsIn(server.store);
      const { added } = await importFixture(server.store, 'disqus', 'disqus.xml');
      assert.equal(added, 0);
      assert.deepEqual(await rowsIn(server.store), earlier);
    });

    it('continues after an interruption with the same result', async () => {
      const [whole, interrupted] = [await emptyServer(), await emptyServer()];
      const path = join(folder, 'long.artrans');
      const comments = Array.from({ length: 1200 }, (_, index) => ({
        id: String(index + 1),
        rid: index % 3 === 0 ? '0' : String(index),
        content: `Comment ${index + 1}`,
        nick: 'Ada',
        created_at: new Date(Date.UTC(2020, 0, 1, 0, index)).toISOString(),
        page_key: '/long/',
      }));
      writeFileSync(path, JSON.stringify(comments));
      const options = { format: 'artalk', files: [path] };
      await importComments(whole.store, options);
      let transactions = 0;
      const failing = new Proxy(interrupted.store.changes, {
        get: (queue, name) => {
          const value: unknown = Reflect.get(queue, name);
          if (name !== 'run') return value;
          return (...args: Parameters<typeof queue.run>) => {
            if (++transactions === 3) throw new Error('The power failed.');
            return queue.run(...args);
          };
        },
      });
      await assert.rejects(importComments({ ...interrupted.store, changes: failing }, options), /The power failed/);
      assert.equal((await interrupted.guest().open('/long/')).discussion.total, 1000);
      const { added } = await importComments(interrupted.store, options);
      assert.equal(added, 200);
      const withoutTimes = (rows: object): string =>
        JSON.stringify(rows).replaceAll(/"(created_at|closes_at)":"[^"]*"/g, '');
      assert.equal(withoutTimes(await rowsIn(interrupted.store)), withoutTimes(await rowsIn(whole.store)));
    });

    it('moves replies up that are deeper than the server allows', async () => {
      const path = join(folder, 'deep.artrans');
      const comments = Array.from({ length: quickRules.maxDepth + 3 }, (_, index) => ({
        id: String(index + 1),
        rid: String(index),
        content: 'Text',
        nick: `Author ${index + 1}`,
        created_at: new Date(Date.UTC(2020, 0, 1, 0, index)).toISOString(),
        page_key: '/deep/',
      }));
      writeFileSync(path, JSON.stringify(comments));
      await importComments(server.store, { format: 'artalk', files: [path] });
      const { items } = await server.guest().list('/deep/');
      const byId = new Map(items.map((item) => [item.id, item]));
      const depth = (id: string): number => {
        const parentId = byId.get(id)?.parentId;
        return parentId == null ? 0 : depth(parentId) + 1;
      };
      assert.equal(items.length, comments.length);
      assert.equal(Math.max(...items.map(({ id }) => depth(id))), quickRules.maxDepth);
      const last = String(comments.length);
      assert.deepEqual(byId.get(last)?.replyTo, {
        id: String(comments.length - 1),
        name: `Author ${comments.length - 1}`,
      });
    });
  });

  describe('an export', () => {
    it('imports the backup of an export into an empty database with the same rows and the same export', async () => {
      const key = 'https://news.example/live/';
      const [reader, moderator] = [await server.person('reader'), await server.person('moderator')];
      const first = await reader.post(key, 'First', { guest: {} });
      const reply = await moderator.post(key, 'Second', { parentId: first.id });
      await server.guest().submit(createDraft(key, 'A casino of a guest', { guest: { name: 'Gustav' } }));
      await reader.callComment('PUT', 'vote', key, reply.id, { value: 1 });
      await server.guest().callComment('PUT', 'report', key, reply.id, { reason: 'other', detail: 'REPORT-SECRET' });
      await reader.callComment('DELETE', '', key, first.id);

      const [one, other] = [freshFolder(), freshFolder()];
      const { report, folder: archives, backup } = await exportComments(server.store, one);
      assert.ok(report.articles > 3);
      const copy = await emptyServer();
      const added = await readBackup(copy.store, backup);
      assert.ok(added > 30);
      assert.deepEqual(await rowsIn(copy.store), await rowsIn(server.store));
      assert.equal(await readBackup(copy.store, backup), 0);
      const again = await exportComments(copy.store, other);
      assert.equal(readFileSync(again.backup, 'utf8'), readFileSync(backup, 'utf8'));
      assert.deepEqual(filesIn(again.folder), filesIn(archives));

      const texts = [...filesIn(archives).values()].join();
      assert.match(texts, /"Second"/);
      assert.doesNotMatch(texts, /casino|REPORT-SECRET|HELD-SECRET|Gustav|"First"|guest:/);
      assert.match(readFileSync(backup, 'utf8'), /REPORT-SECRET/);
      assert.equal(statSync(backup).mode & 0o077, 0, 'Only its owner can read the backup.');
    });

    it('imports the archives of an export into an empty database with the same comments for readers', async () => {
      const { folder: archives } = await exportComments(server.store, freshFolder());
      const copy = await emptyServer();
      await importComments(copy.store, { format: 'archive', files: [archives] });
      for (const key of ['https://news.example/live/', 'http://www.news.example/bridge/', '/deep/']) {
        const shown = async (from: TestServer) =>
          (await from.guest().list(key)).items.map(
            ({ id, parentId, author, body, createdAt, status, votes, replyTo }) => ({
              ...{ id, parentId, author, body, createdAt, status, replyTo },
              votes: votes && { up: votes.up, down: votes.down },
            }),
          );
        assert.deepEqual(await shown(copy), await shown(server), key);
      }
    });

    it('refuses a damaged backup, and names the line', async () => {
      const path = join(folder, 'damaged.jsonl');
      for (const line of ['["sessions",{"person":"x"}]', '["comments",{"id"']) {
        writeFileSync(path, line);
        await assert.rejects(readBackup(server.store, path), {
          message: new RegExp(`^${path}:1 is not a row of a backup`),
        });
      }
    });
  });
}

describeOnOneDatabase('comments of the server', transferTests);

describe('article-comments-server import and export', () => {
  const main = join(import.meta.dirname, '..', 'src', 'command.ts');

  async function run(args: readonly string[]): Promise<{ readonly status: number | null; readonly output: string }> {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], { cwd: fixtures });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { status, output };
  }

  it('imports comments to a database and exports them', async () => {
    const { config, drop } = await createPgliteDatabase();
    assert.ok(config.kind === 'pglite' && config.folder);
    const out = mkdtempSync(join(tmpdir(), 'transfer-'));
    try {
      const imported = await run(['import', 'isso', 'isso-generic.json', '--to', config.folder]);
      assert.equal(imported.status, 0, imported.output);
      assert.match(imported.output, /Added 3 comments\./);
      process.env['DATA_DIR'] = config.folder;
      const exported = await run(['export', '--out', out]);
      assert.equal(exported.status, 0, exported.output);
      assert.match(readFileSync(join(out, 'public', 'index.json'), 'utf8'), /"key":"\/bridge\/"/);
    } finally {
      delete process.env['DATA_DIR'];
      rmSync(out, { recursive: true });
      await drop();
    }
  });

  it('imports and exports the comments of one of several sites', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'transfer-'));
    const { config, drop } = await createPgliteDatabase();
    assert.ok(config.kind === 'pglite' && config.folder);
    process.env['SITES'] = join(folder, 'sites.json');
    writeFileSync(process.env['SITES'], JSON.stringify({ gazette: {}, herald: {} }));
    process.env['DATA_DIR'] = config.folder;
    try {
      const undecided = await run(['export', '--out', join(folder, 'out')]);
      assert.deepEqual(undecided, { status: 2, output: 'Add --site with one of: gazette, herald.\n' });
      const imported = await run(['import', 'isso', 'isso-generic.json', '--site', 'gazette']);
      assert.match(imported.output, /Added 3 comments\./);
      for (const [site, keys] of [
        ['gazette', /"key":"\/bridge\/"/],
        ['herald', /^(?![^]*bridge)/],
      ] as const) {
        const exported = await run(['export', '--out', join(folder, site), '--site', site]);
        assert.equal(exported.status, 0, exported.output);
        assert.match(readFileSync(join(folder, site, 'private.jsonl'), 'utf8'), keys);
      }
    } finally {
      delete process.env['SITES'];
      delete process.env['DATA_DIR'];
      rmSync(folder, { recursive: true });
      await drop();
    }
  });

  it('refers to the help after a mistake in the arguments', async () => {
    assert.deepEqual(await run(['import', 'disqus']), {
      status: 2,
      output: 'article-comments-server --help says how to import and export.\n',
    });
  });
});
