/** Several sites on one server: nothing of one of them reaches another. One attack for each way. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readBackup } from '../src/transfer/backup.js';
import { exportComments } from '../src/transfer/export-comments.js';
import { importComments } from '../src/transfer/import-comments.js';
import { createPgliteDatabase, type TestDatabase } from '../../test/support/demo-server/pglite-database.js';
import { createDraft, newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { type SiteEntry, SitesServer } from '../../test/support/demo-server/sites-server.js';
import {
  createPostgresDatabase,
  describeOnOneDatabase,
  describeOnPostgres,
  TestServer,
} from '../../test/support/demo-server/test-server.js';
import { EventReader } from './event-reader.js';
import { noticeReport } from './notice-report.js';

const webhook = `whsec_${Buffer.from('w'.repeat(32)).toString('base64')}`;

const entries: Readonly<Record<string, SiteEntry>> = {
  gazette: {
    settings: {
      JWT_SECRET: 'the secret of the gazette, long enough',
      ORIGINS: 'https://gazette.example',
      KEY_SECRET: '',
      WEBHOOK_URL: 'https://hooks.gazette.example/',
      WEBHOOK_SECRET: webhook,
    },
    rules: { editMinutes: 30 },
  },
  herald: { settings: { JWT_SECRET: 'the secret of the herald, also long', ORIGINS: 'https://herald.example' } },
};

/** The secrets of cursors and cookies are derived from one. */
const env = { SESSION_SECRET: 'a secret of the server, long enough for it' };

const form = { 'content-type': 'application/x-www-form-urlencoded' };

const send = (pages: Reader, path: string, fields: Readonly<Record<string, string>>) =>
  pages.request('POST', path, { body: new URLSearchParams(fields).toString(), headers: form });

const textsOf = async (reader: Reader, key: string): Promise<readonly string[]> =>
  (await reader.list(key)).items.map(({ body }) => body.value);

function attacks(createDatabase: () => Promise<TestDatabase>): void {
  let server: SitesServer;
  let database: TestDatabase;
  before(async () => {
    database = await createDatabase();
    server = await SitesServer.start(database.config, entries, env);
  });
  after(async () => {
    await server.close();
    await database.drop();
  });

  it('has other comments under the same key', async () => {
    const key = newKey();
    const { id } = await server.guest('gazette').post(key, 'In the Gazette');
    await server.guest('herald').post(key, 'In the Herald');
    assert.deepEqual(await textsOf(server.guest('gazette'), key), ['In the Gazette']);
    assert.deepEqual(await textsOf(server.guest('herald'), key), ['In the Herald']);
    await server.guest('herald').expectProblem('not-found', 'GET', `/comments/${id}`, { query: { discussion: key } });
    const feed = await fetch(`${server.addressOf('herald')}/api/feed?discussion=${key}`);
    assert.doesNotMatch(await feed.text(), /Gazette/);
  });

  it('refuses the token of another site, and that of its moderators', async () => {
    const key = newKey();
    const { id } = await server.guest('herald').post(key, 'Hello');
    const stranger = await server.moderator('gazette', 'herald');
    const problem = await stranger.expectCommentProblem('session-expired', 'DELETE', '', key, id);
    assert.equal(problem.code, 'token-invalid');
    const pages = await server.pages('gazette', { id: 'mara', moderator: true }, 'herald');
    const { status, text } = await pages.request('GET', '/moderation');
    assert.equal(status, 401);
    assert.doesNotMatch(text, /Hello/);
    assert.equal((await (await server.pages('herald')).request('GET', '/moderation')).status, 200);
  });

  it('shows moderators on which site they are, and leads to its pages only', async () => {
    const { text } = await (await server.pages('gazette')).request('GET', '/moderation');
    assert.match(text, /<p class="title"><bdi>gazette<\/bdi> · Moderation<\/p>/);
    assert.match(text, /<title>Held – gazette – Moderation<\/title>/);
    const addresses = [...text.matchAll(/(?:href|src|action)="([^"#][^"]*)"/g)].map(([, address = '']) => address);
    assert.ok(addresses.length > 5);
    assert.deepEqual(
      addresses.filter((address) => !address.startsWith('/sites/gazette/')),
      [],
    );
  });

  it('does not recognise the guests of another site, to which browsers do not send its cookies', async () => {
    const key = newKey();
    const guest = server.guest('gazette');
    const response = await guest.request('POST', '/comments', { body: createDraft(key, 'Mine') });
    const cookies = response.headers.getSetCookie();
    assert.ok(cookies.some((cookie) => cookie.startsWith('guest=')));
    assert.deepEqual(
      cookies.filter((cookie) => !cookie.includes('; Path=/sites/gazette;')),
      [],
    );
    const cookie = cookies.map((one) => one.replace(/;.*/, '')).join('; ');
    const own = server.guest('gazette', { cookie, origin: server.origin });
    assert.equal((await own.request('GET', '/personal-data')).status, 200);
    await server
      .guest('herald', { cookie, origin: server.origin })
      .expectProblem('sign-in-required', 'GET', '/personal-data');
  });

  it('does not ban whom another site has banned, by account, browser or address', async () => {
    const key = newKey();
    const moderator = await server.moderator('gazette');
    const account = await server.person('gazette', { id: 'troll' });
    const guest = server.guest('gazette');
    const ids: string[] = [];
    for (const one of [account, guest]) ids.push((await one.post(key, 'Rubbish')).id);
    for (const id of ids) await moderator.callComment('PUT', 'ban', key, id, { banned: true });
    await guest.expectProblem('blocked', 'POST', '/comments', { body: createDraft(key, 'Again') });
    await server
      .guest('gazette')
      .expectProblem('blocked', 'POST', '/comments', { body: createDraft(key, 'Same address') });
    const cookie = [...account.cookies, ...guest.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    await server.guest('herald', { cookie, origin: server.origin }).post(key, 'Hello');
    await (await server.person('herald', { id: 'troll' })).post(key, 'Hello');
    for (const id of ids) await moderator.callComment('PUT', 'ban', key, id, { banned: false });
  });

  it('does not limit whom another site has limited', async () => {
    const key = newKey();
    const ids = { gazette: '', herald: '' };
    for (const site of ['gazette', 'herald'] as const)
      ids[site] = (await (await server.person(site, { id: 'writer' })).post(key, 'Vote for me')).id;
    const voter = await server.person('gazette', { id: 'voter' });
    for (const value of [1, 0]) await voter.callComment('PUT', 'vote', key, ids.gazette, { value });
    await voter.expectCommentProblem('rate-limited', 'PUT', 'vote', key, ids.gazette, { value: 1 });
    await (await server.person('herald', { id: 'voter' })).callComment('PUT', 'vote', key, ids.herald, { value: 1 });
  });

  it('streams no events of another site', async () => {
    const key = newKey();
    const events = await EventReader.follow(server.guest('herald'), key, '0');
    await server.guest('gazette').post(key, 'In the Gazette');
    await server.guest('herald').post(key, 'In the Herald');
    assert.equal((await events.next()).data.body?.value, 'In the Herald');
    events.close();
  });

  it('has queues of its own, and changes no comment of another site', async () => {
    const key = newKey();
    const text = `A casino of ${key}`;
    const { comment } = await server.guest('gazette').submit(createDraft(key, text));
    const [own, other] = [await server.pages('gazette'), await server.pages('herald')];
    for (const filter of ['', '?by=first', `?search=${key}`, '?cause=words'])
      assert.ok((await own.request('GET', `/moderation${filter}`)).text.includes(text), filter);
    const queue = (await other.request('GET', '/moderation')).text;
    assert.ok(!queue.includes(text));
    assert.match(queue, /Held <span class="count"[^>]*>0<\/span>/);
    for (const [action, fields] of [
      ['approve', { revision: '1' }],
      ['remove', { reason: 'spam' }],
    ] as const) {
      const target = { discussion: key, comment: comment?.id ?? '', from: 'held', ...fields };
      assert.equal((await send(other, `/moderation/${action}`, target)).status, 404);
    }
    assert.ok((await own.request('GET', '/moderation')).text.includes(text));
  });

  it('keeps its notices, and the page of a sender', async () => {
    const key = newKey();
    const { id } = await (await server.person('gazette', { id: 'writer' })).post(key, 'Burn it down');
    const report = noticeReport();
    const receipt = await server
      .guest('gazette')
      .call<{ readonly statusUrl: string }>('PUT', `/comments/${id}/report`, {
        query: { discussion: key },
        body: report,
      });
    assert.ok(receipt.statusUrl.startsWith(`${server.addressOf('gazette')}/api/notices/`));
    const page = await fetch(receipt.statusUrl);
    assert.equal(page.status, 200);
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(await page.text()) ?? [];
    assert.equal((await fetch(new URL(style, receipt.statusUrl))).status, 200);
    assert.equal((await fetch(receipt.statusUrl.replace('gazette', 'herald'))).status, 404);
    const queue = async (site: string): Promise<string> =>
      (await (await server.pages(site)).request('GET', '/moderation/notices')).text;
    assert.ok((await queue('gazette')).includes('Burn it down'));
    assert.ok(!(await queue('herald')).includes('Burn it down'));
  });

  it('accepts no form from a page of another site at the same origin', async () => {
    const key = newKey();
    const pages = await server.pages('herald');
    const sendFrom = (referer: string | undefined) =>
      pages.request('POST', '/moderation/discussion', {
        body: new URLSearchParams({ discussion: key, message: 'Hello' }).toString(),
        headers: { ...form, ...(referer !== undefined && { referer }) },
      });
    for (const path of [
      '/sites/gazette/moderation',
      '/',
      '',
      '/sites/herald',
      '/sites/herald-2/moderation',
      '/article',
    ])
      assert.equal((await sendFrom(`${server.origin}${path}`)).status, 403, path);
    assert.equal((await sendFrom('nonsense')).status, 403);
    assert.equal((await sendFrom(`${server.addressOf('herald')}/moderation/discussion`)).status, 303);
    assert.equal((await sendFrom(undefined)).status, 303, 'a browser that sends no Referer');
  });

  it('exports and erases its own data of a person only', async () => {
    const key = newKey();
    for (const site of ['gazette', 'herald'])
      await (await server.person(site, { id: 'ada' })).post(key, `For the ${site}`);
    const exported = async (site: string): Promise<string> =>
      (await (await server.person(site, { id: 'ada' })).request('GET', '/personal-data')).text;
    assert.match(await exported('herald'), /For the herald/);
    assert.doesNotMatch(await exported('herald'), /For the gazette/);
    await send(await server.pages('gazette'), '/moderation/erase', { identity: 'person:ada' });
    assert.doesNotMatch(await exported('gazette'), /For the gazette/);
    assert.match(await exported('herald'), /For the herald/);
  });

  it('reports its own comments to its own webhook only', async () => {
    const key = newKey();
    for (const site of ['gazette', 'herald']) await server.guest(site).post(key, `For the ${site}`);
    const waiting = async (site: string): Promise<readonly string[]> =>
      (await server.store(site).database.selectFrom('outbox').select('text').where('kind', '=', 'event').execute()).map(
        ({ text }) => text,
      );
    assert.deepEqual(await waiting('herald'), []);
    assert.ok((await waiting('gazette')).some((text) => text.includes(key) && text.includes('For the gazette')));
  });

  it('exports its own comments, and imports into its own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'article-comments-sites-'));
    const key = newKey();
    for (const site of ['gazette', 'herald']) await server.guest(site).post(key, `For the ${site} alone`);
    await exportComments(server.store('gazette'), join(folder, 'gazette'));
    const backup = await readFile(join(folder, 'gazette', 'private.jsonl'), 'utf8');
    assert.match(backup, /For the gazette alone/);
    assert.doesNotMatch(backup, /For the herald/);
    const fixture = join(import.meta.dirname, '..', '..', 'import', 'test', 'fixtures', 'disqus.xml');
    await importComments(server.store('herald'), { format: 'disqus', files: [fixture] });
    const imported = 'http://www.news.example/bridge/';
    assert.deepEqual(
      [(await server.guest('herald').list(imported)).total, await textsOf(server.guest('gazette'), imported)],
      [3, []],
    );
    assert.equal(await readBackup(server.store('gazette'), join(folder, 'gazette', 'private.jsonl')), 0);
    await rm(folder, { recursive: true });
  });

  it('accepts requests from its own pages only', async () => {
    const body = createDraft(newKey(), 'Hello');
    const origin = 'https://gazette.example';
    await server.guest('herald', { origin }).expectProblem('forbidden', 'POST', '/comments', { body });
    const allowed = async (site: string): Promise<string | null> =>
      (await server.guest(site, { origin }).request('GET', '/viewer')).headers.get('access-control-allow-origin');
    assert.deepEqual([await allowed('gazette'), await allowed('herald')], [origin, null]);
  });

  it('signs nothing that is valid for another site', () => {
    const [one, other] = [server.store('gazette').signer, server.store('herald').signer];
    assert.ok(one.verify(one.sign('account', 'x'), 'account', 'x'));
    assert.ok(!other.verify(one.sign('account', 'x'), 'account', 'x'));
  });

  it('has rules and settings of discussions of its own', async () => {
    const key = newKey();
    assert.deepEqual([server.store('gazette').rules.editMinutes, server.store('herald').rules.editMinutes], [30, 15]);
    await send(await server.pages('gazette'), '/moderation/discussion', { discussion: key, hold: 'everything' });
    assert.equal((await server.guest('gazette').submit(createDraft(key, 'Hello'))).outcome, 'pending');
    assert.equal((await server.guest('herald').submit(createDraft(key, 'Hello'))).outcome, 'published');
  });

  it('is not at the address of a server with one site, nor at that of a site that does not exist', async () => {
    for (const path of ['/api/viewer', '/moderation', '/sites/times/api/viewer', '/sites/gazette'])
      assert.equal((await fetch(`${server.origin}${path}`)).status, 404, path);
  });
}

describeOnOneDatabase('a site among others', attacks);

describe('sites with origins of their own', () => {
  it('sends Strict-Transport-Security for a site if its origin is https, also for errors', async () => {
    const database = await createPgliteDatabase();
    const [gazette = assert.fail(), herald = assert.fail()] = [entries['gazette'], entries['herald']];
    const server = await SitesServer.start(database.config, {
      gazette: { ...gazette, settings: { ...gazette.settings, PUBLIC_URL: 'https://comments.gazette.example' } },
      herald,
    });
    const header = async (path: string): Promise<string | null> =>
      (await fetch(`${server.origin}${path}`)).headers.get('strict-transport-security');
    for (const path of ['/api/viewer', '/api/nothing', '/moderation', '/moderation/style.css'])
      assert.deepEqual(
        [await header(`/sites/gazette${path}`), await header(`/sites/herald${path}`)],
        ['max-age=31536000; includeSubDomains', null],
        path,
      );
    await server.close();
    await database.drop();
  });
});

describeOnPostgres('several sites on several instances', () => {
  it('starts several instances at once, which pass on the changes of each site', async () => {
    const database = await createPostgresDatabase();
    const servers = await Promise.all([0, 1].map(() => SitesServer.start(database.config, entries, env)));
    const [first, second] = servers as [SitesServer, SitesServer];
    const key = newKey();
    const events = await EventReader.follow(first.guest('herald'), key, '0');
    await second.guest('gazette').post(key, 'In the Gazette');
    await second.guest('herald').post(key, 'In the Herald');
    assert.equal((await events.next()).data.body?.value, 'In the Herald');
    events.close();
    for (const server of servers) await server.close();
    await database.drop();
  });
});

describe('a site with the schema of a server that had one site', () => {
  it('has its comments, and the other site has none of them', async () => {
    const database = await createPgliteDatabase();
    const key = newKey();
    const before = await TestServer.start(database.config);
    await before.guest().post(key, 'From before');
    await before.close();
    const server = await SitesServer.start(database.config, {
      ...entries,
      gazette: { ...entries['gazette']!, schema: 'public' },
    });
    assert.deepEqual(await textsOf(server.guest('gazette'), key), ['From before']);
    assert.deepEqual(await textsOf(server.guest('herald'), key), []);
    await server.close();
    await database.drop();
  });
});

describe('queries', () => {
  it('names no table in raw SQL, which would be that of another schema', () => {
    const folder = join(import.meta.dirname, '..', 'src');
    const tables = [...readFileSync(join(folder, 'database', 'tables.ts'), 'utf8').matchAll(/^ {2}readonly (\w+): /gm)];
    const raw = new RegExp(
      `\\b(from|join|into|update)\\s+"?(${tables.map(([, name]) => name).join('|')})\\b(?!\\.)`,
      'i',
    );
    assert.match("select 1 from comments where status = 'x'", raw);
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts') || path.endsWith('migrations.ts')) continue;
      const source = readFileSync(join(folder, path), 'utf8');
      for (const [, statement = ''] of source.matchAll(/\bsql(?:<[^`]*?>)?`([^`]*)`/g))
        assert.doesNotMatch(statement, raw, path);
    }
  });
});
