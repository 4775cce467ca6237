/** Which page a discussion belongs to: its address and its title never come from the last guest. */
import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { checkDuePages } from '../src/delivery/check-pages.js';
import { seed } from '../src/transfer/seed.js';
import { readBackup } from '../src/transfer/backup.js';
import { createPgliteDatabase } from '../../test/support/demo-server/pglite-database.js';
import { newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { ServerClock } from '../../test/support/demo-server/server-clock.js';
import { TestReceiver, type Answer } from '../../test/support/demo-server/receiver.js';
import { ServerLog } from '../../test/support/demo-server/server-log.js';
import {
  describeOnPostgres,
  createPostgresDatabase,
  onOneDatabase,
  TestServer,
} from '../../test/support/demo-server/test-server.js';
import { hold, newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';

/** Tests check pages by themselves. */
const untilTestsEnd = 3_600_000;

const site = await TestReceiver.start();
const other = await TestReceiver.start();
after(() => Promise.all([site.close(), other.close()]));

const origin = `http://news.example:${site.port}`;

/** All names lead to this machine: the operator has listed the origin, so a private address is allowed. */
const resolve = async () => [{ address: '127.0.0.1', family: 4 }];

const html = (body: string, type = 'text/html; charset=utf-8'): Answer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
});

const article = (key: string, title = 'The pier', head = ''): Answer =>
  html(`<!doctype html><html><head><title>${title}</title>${head}</head>
    <body><h1>Article</h1><article-comments src="/api" discussion="${key}"></article-comments></body></html>`);

beforeEach(() => {
  site.received.length = 0;
  other.received.length = 0;
  site.respond = () => ({ status: 404 });
  other.respond = () => ({ status: 204 });
});

const checkPages = (server: TestServer): Promise<void> => checkDuePages(server.store);

/** The paths with a key that were requested. Pages of other tests may be due as well. */
const requested = (key: string): readonly string[] =>
  site.received.map(({ url }) => url).filter((url) => url.includes(key));

const log = new ServerLog();

const post = (reader: Reader, key: string, url: string, title: string, text = 'Hello') =>
  reader.post(key, text, { discussion: { key, url, title } });

const feedOf = async (server: TestServer, key: string): Promise<string> =>
  (await server.guest().request('GET', '/feed', { query: { discussion: key } })).text;

/** The title and the address that the feed has. */
async function pageInFeed(server: TestServer, key: string): Promise<readonly (string | undefined)[]> {
  const feed = await feedOf(server, key);
  return [/<title>Comments: ([^<]*)</.exec(feed)?.[1], /<link href="([^"#]*)"/.exec(feed)?.[1]];
}

onOneDatabase(
  'the page of a discussion',
  (server) => {
    it('is unknown until the page itself has been read: the feed has the key and no address', async () => {
      const key = newKey();
      await post(
        server().guest(),
        key,
        `${origin}/redirect?to=https://evil.example`,
        'Mayor resigns: send money (CLICK)',
      );
      assert.deepEqual(await pageInFeed(server(), key), [key, undefined]);
      await checkPages(server());
      assert.deepEqual(await pageInFeed(server(), key), [key, undefined]);
      assert.doesNotMatch(await feedOf(server(), key), /evil|Mayor/);
    });

    it('is the one that shows it, with the title that the page has', async () => {
      const key = newKey();
      site.respond = () => article(key, '\n  The  pier &amp; the <sea>  ');
      await post(server().guest(), key, `${origin}/pier#comment-7`, 'Mayor resigns');
      await checkPages(server());
      assert.deepEqual(await pageInFeed(server(), key), ['The pier &amp; the &lt;sea&gt;', `${origin}/pier`]);
      const [{ url, headers } = assert.fail()] = site.received;
      assert.equal(url, '/pier');
      assert.deepEqual([headers.cookie, headers.authorization, headers.referer], [undefined, undefined, undefined]);
    });

    it('has the title for sharing and the canonical address, if the page names them', async () => {
      const key = newKey();
      site.respond = () =>
        article(
          key,
          'The pier – The Gazette',
          '<meta property="og:title" content="The pier"><link rel="canonical" href="/pier">',
        );
      await post(server().guest(), key, `${origin}/pier?buy=pills`, 'Buy pills');
      await checkPages(server());
      assert.deepEqual(await pageInFeed(server(), key), ['The pier', `${origin}/pier`]);
    });

    it('has an address of its own origin, whatever the page names as canonical', async () => {
      const key = newKey();
      site.respond = () => article(key, 'The pier', '<link rel="canonical" href="https://other.example/pier">');
      await post(server().guest(), key, `${origin}/pier`, '');
      await checkPages(server());
      assert.deepEqual(await pageInFeed(server(), key), ['The pier', `${origin}/pier`]);
    });

    it('is that of a section without a key if its canonical address is the key', async () => {
      const key = `${origin}/${newKey()}`;
      const page = (canonical: string, section = '<article-comments></article-comments>'): Answer =>
        html(`<head><title>The pier</title><link rel="canonical" href="${canonical}"></head>${section}`);
      site.respond = () => page(`${key}#top`);
      await post(server().guest(), key, key, '');
      await checkPages(server());
      assert.deepEqual(await pageInFeed(server(), key), ['The pier', key]);
      // A search that calls itself canonical shows no section.
      const search = `${origin}/search?q=${newKey()}`;
      site.respond = () => page(search, '');
      await post(server().guest(), search, search, '');
      await checkPages(server());
      assert.deepEqual(await pageInFeed(server(), search), [search, undefined]);
    });

    for (const [what, answer] of [
      ['redirects', (key: string) => ({ ...article(key), status: 302, headers: { location: other.url } })],
      ['is missing', (key: string) => ({ ...article(key), status: 404 })],
      [
        'is no HTML',
        (key: string) => html(JSON.stringify(`<article-comments discussion="${key}">`), 'application/json'),
      ],
      [
        'reflects the key as text',
        (key: string) => html(`<title>Results</title>&lt;article-comments discussion="${key}">`),
      ],
      [
        'reflects the key in an attribute',
        (key: string) => html(`<title>Results</title><input value='<article-comments discussion="${key}">'>`),
      ],
      [
        'has the key in a script, a comment and a template',
        (key: string) =>
          html(`<title>x</title><script>'<article-comments discussion="${key}">'</script>
          <!--<article-comments discussion="${key}">--><template><article-comments discussion="${key}"></template>`),
      ],
      ['shows another discussion', () => article('another')],
      [
        'shows only the number of comments',
        (key: string) =>
          html(
            `<article-comments discussion="x"></article-comments><comment-count discussion="${key}"></comment-count>`,
          ),
      ],
      [
        'is too long',
        (key: string) => html(`<article-comments discussion="${key}"></article-comments>${'x'.repeat(1_100_000)}`),
      ],
      ['nests too deeply', (key: string) => html(`<article-comments discussion="${key}">${'<div>'.repeat(50_000)}`)],
    ] as const)
      it(`is not one that ${what}`, async () => {
        const key = newKey();
        site.respond = () => answer(key);
        await post(server().guest(), key, `${origin}/${key}`, 'Mayor resigns');
        await checkPages(server());
        assert.deepEqual(requested(key), [`/${key}`]);
        assert.deepEqual(await pageInFeed(server(), key), [key, undefined]);
        assert.deepEqual(other.received, []);
        server().advanceClock(60);
        await checkPages(server());
        assert.deepEqual(requested(key), [`/${key}`], 'it is not requested again');
      });

    it('is found however many nodes are side by side', async () => {
      const key = newKey();
      site.respond = () => article(key, 'The pier', '<!---->'.repeat(140_000));
      await post(server().guest(), key, `${origin}/pier`, '');
      await checkPages(server());
      assert.deepEqual(await pageInFeed(server(), key), ['The pier', `${origin}/pier`]);
    });

    it('is not one that becomes millions of elements, and readers are answered while it is parsed', async () => {
      const key = newKey();
      const open = Array.from({ length: 2000 }, (_, number) => `<b id=${number}>`).join('');
      site.respond = () =>
        html(`<article-comments discussion="${key}"></article-comments><p>${open}${'<p>x'.repeat(2000)}`);
      await post(server().guest(), key, `${origin}/pier`, '');
      let isChecked = false;
      const checked = checkPages(server()).finally(() => (isChecked = true));
      let longest = 0;
      while (!isChecked) {
        const start = performance.now();
        await server().guest().open(key);
        longest = Math.max(longest, performance.now() - start);
        await pause(50);
      }
      await checked;
      assert.ok(longest < 2500, `A request took ${longest} ms.`);
      assert.deepEqual(await pageInFeed(server(), key), [key, undefined]);
    });

    it('does not end the server if its parser runs out of memory when its time is already over', async () => {
      const key = newKey();
      /** Whether an error of the parser would have been heard until it had ended. Unheard, it is thrown in this process. */
      const areErrorsHeard: boolean[] = [];
      const onWorker = (message: unknown): unknown => {
        const { worker } = message as { readonly worker: Worker };
        return worker.once('exit', () => areErrorsHeard.push(worker.listenerCount('error') > 0));
      };
      site.respond = () => article(key);
      await post(server().guest(), key, `${origin}/pier`, '');
      subscribe('worker_threads', onWorker);
      try {
        await checkPages(server());
      } finally {
        unsubscribe('worker_threads', onWorker);
      }
      assert.deepEqual(areErrorsHeard, [true]);
    });

    it('is not looked for at any other address', async () => {
      const key = newKey();
      const guest = server().guest();
      for (const url of [
        other.url,
        `http://localhost:${other.port}/`,
        `http://169.254.169.254/latest/meta-data/`,
        `http://user:secret@news.example:${site.port}/`,
        `http://news.example:${site.port}@127.0.0.1:${other.port}/`,
        `http://news.example:${other.port}/`,
        `http://news.example.evil.example:${other.port}/`,
        `https://news.example:${site.port}/`,
        `blob:${origin}/0b9d5f1e`,
        'javascript:alert(1)',
        'file:///etc/passwd',
        '/relative',
        '',
      ]) {
        await post(guest, key, url, 'Mayor resigns');
        await checkPages(server());
      }
      assert.deepEqual([site.received, other.received], [[], []]);
      assert.deepEqual(await pageInFeed(server(), key), [key, undefined]);
    });

    it('is requested once, and again after a while with the next comment', async () => {
      const key = newKey();
      const guest = server().guest();
      for (const name of ['a', 'b', 'c']) await post(guest, key, `${origin}/${key}/${name}`, '');
      for (let round = 0; round < 3; round++) await checkPages(server());
      assert.deepEqual(requested(key), [`/${key}/c`]);
      await post(guest, key, `${origin}/${key}/d`, '');
      await checkPages(server());
      assert.deepEqual(requested(key), [`/${key}/c`]);
      server().advanceClock(1);
      site.respond = () => article(key);
      await checkPages(server());
      assert.deepEqual(requested(key), [`/${key}/c`, `/${key}/d`]);
      assert.deepEqual(await pageInFeed(server(), key), ['The pier', `${origin}/${key}/d`]);
    });

    it('keeps its title when a later comment comes from elsewhere, and gets a corrected one after a day', async () => {
      const key = newKey();
      const [pier, elsewhere, moved] = [`/${key}/pier`, `/${key}/elsewhere`, `/${key}/pier-2`];
      site.respond = ({ url }) => (url === pier ? article(key) : { status: 404 });
      await post(server().guest(), key, `${origin}${pier}`, '');
      await checkPages(server());
      await post(server().guest(), key, `${origin}${elsewhere}`, 'Mayor resigns');
      server().advanceClock(24 * 60);
      await checkPages(server());
      assert.deepEqual(requested(key), [pier, elsewhere]);
      assert.deepEqual(await pageInFeed(server(), key), ['The pier', `${origin}${pier}`]);
      site.respond = () => article(key, 'The pier, corrected');
      await post(server().guest(), key, `${origin}${moved}`, '');
      server().advanceClock(1);
      await checkPages(server());
      assert.deepEqual(await pageInFeed(server(), key), ['The pier, corrected', `${origin}${moved}`]);
    });

    it('is requested again if the site fails, and given up with a message that has no path', async () => {
      const key = newKey();
      site.respond = ({ url }) => ({ status: url.includes(key) ? 503 : 404 });
      await post(server().guest(), key, `${origin}/${key}`, '');
      log.clear();
      for (let round = 0; round < 10; round++) {
        await checkPages(server());
        server().advanceClock(24 * 60);
      }
      assert.equal(requested(key).length, 6);
      assert.deepEqual(log.messages, [`A page at ${origin} could not be read in 6 attempts.`]);
    });

    it('does not delay the comment, however slow it is', async () => {
      const key = newKey();
      const stop = new AbortController();
      const requested = new Promise<void>((done) => {
        site.respond = () => {
          done();
          return undefined;
        };
      });
      await post(server().guest(), key, `${origin}/slow`, '');
      const checked = checkDuePages(server().store, stop.signal);
      await requested;
      await post(server().guest(), key, `${origin}/slow`, '', 'While the page is loading');
      stop.abort();
      await checked;
      assert.equal((await server().guest().list(key)).total, 2);
    });

    it('is that of a moderator’s browser', async () => {
      const key = newKey();
      await post(await server().person('moderator'), key, `${origin}/pier`, 'The\npier');
      assert.deepEqual(await pageInFeed(server(), key), ['The pier', `${origin}/pier`]);
      await post(server().guest(), key, `${origin}/elsewhere`, 'Mayor resigns');
      await checkPages(server());
      assert.deepEqual(await pageInFeed(server(), key), ['The pier', `${origin}/pier`]);
    });

    it('is what a moderator has set, until both fields are empty', async () => {
      const key = newKey();
      const text = await hold(server().guest(), key);
      const pages = await ModerationPages.open(server(), 'moderator');
      const set = (url: string, title: string) => pages.send('/moderation/discussion', { discussion: key, url, title });
      await set('https://archive.example/pier', '<b>The pier</b>');
      await pages.find('/moderation', text);
      assert.match(
        pages.comment(text),
        /<a href="https:\/\/archive\.example\/pier#comment-[^"]+"[^>]*><bdi>&lt;b&gt;The pier&lt;\/b&gt;<\/bdi>/,
      );
      site.respond = () => article(key, 'From the page');
      await post(await server().person('moderator'), key, `${origin}/pier`, 'From the browser');
      await checkPages(server());
      assert.deepEqual(await pageInFeed(server(), key), [
        '&lt;b&gt;The pier&lt;/b&gt;',
        'https://archive.example/pier',
      ]);
      await pages.visit(`/moderation/discussion?discussion=${key}`);
      assert.match(pages.text, /name="url"[^>]*value="https:\/\/archive\.example\/pier"/);
      assert.match(pages.text, /name="title"[^>]*value="&lt;b&gt;The pier&lt;\/b&gt;"/);
      await set('', '');
      assert.deepEqual(await pageInFeed(server(), key), [key, undefined]);
      for (const url of ['javascript:alert(1)', 'news.example', 'https://a:b@news.example/']) {
        await set(url, '');
        assert.equal(pages.status, 422, url);
        assert.ok(pages.text.includes('is not the address of a page. Use one like https://news.example/article.'));
      }
    });

    it('shows moderators the key of a held comment, and no address that a reader has sent', async () => {
      const key = newKey();
      const text = newText('A casino');
      await server()
        .guest()
        .submit({
          discussion: { key, url: `${origin}/redirect?to=https://evil.example`, title: 'Mayor resigns' },
          parentId: null,
          body: text,
          submitKey: crypto.randomUUID(),
          guest: { name: 'Gus' },
        });
      const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation', text);
      assert.ok(pages.comment(text).includes(`<bdi>${key}</bdi>`));
      assert.doesNotMatch(pages.text, /evil\.example|Mayor/);
    });
  },
  { origins: [origin], resolve, interval: untilTestsEnd, log },
);

const whsec = `whsec_${randomBytes(32).toString('base64')}`;

onOneDatabase(
  'webhooks and a judge',
  (server) => {
    it('sends webhooks and a judge a checked address and title of the page, and none from a reader', async () => {
      const key = newKey();
      other.respond = () => ({ status: 200, body: '{"outcome":"publish"}' });
      site.respond = () => article(key);
      for (let round = 0; round < 2; round++) {
        await post(server().guest(), key, `${origin}/${key}`, 'Mayor resigns');
        await checkPages(server());
      }
      const asked = other.received.map(
        ({ body }) => (JSON.parse(body) as { readonly data: { readonly discussion: object } }).data.discussion,
      );
      assert.deepEqual(asked, [
        { key, url: '' },
        { key, url: `${origin}/${key}` },
      ]);
      const events = await server().store.database.selectFrom('outbox').select('text').orderBy('number').execute();
      const pages = events.map(
        ({ text }) => (JSON.parse(text) as { readonly data: { readonly discussion: object } }).data.discussion,
      );
      assert.deepEqual(
        [...new Set(pages.map((page) => JSON.stringify(page)))].map((page) => JSON.parse(page) as object),
        [
          { key, url: '', title: null },
          { key, url: `${origin}/${key}`, title: 'The pier' },
        ],
      );
    });
  },
  {
    origins: [origin],
    resolve,
    interval: untilTestsEnd,
    outgoing: {
      policy: { allowsHttp: true, allowsPrivate: true },
      webhooks: [{ url: 'http://hooks.example/', secrets: [whsec] }],
      judge: { url: other.url, secrets: [whsec] },
    },
  },
);

describe('what an earlier version has stored of a page', () => {
  it('is kept if it was imported, and otherwise checked: after an upgrade, and from a backup', async () => {
    const { config, drop } = await createPgliteDatabase();
    assert.ok(config.kind === 'pglite' && config.folder);
    const clock = new ServerClock();
    // The pages are due only once the test says so, and not when a server starts.
    const soon = new Date(clock.now().getTime() + 60_000);
    const options = { origins: [origin], resolve, interval: untilTestsEnd, clock };
    const [posted, imported] = [newKey(), newKey()];
    site.respond = () => article(posted);
    const earlier = await TestServer.start(config, options);
    await earlier.guest().post(posted, 'Hello');
    await seed(earlier.store, imported, '', [
      { id: '1', parentId: null, body: { format: 'text', value: 'Hello' }, createdAt: '2026-01-01T10:00:00Z' },
    ] as never);
    await earlier.close();
    const database = await PGlite.create(join(config.folder, 'pglite'));
    await database.exec(`
      alter table discussions drop column page_by, drop column page_signed_at, drop column page_suggested,
        drop column page_due_at, drop column page_failures;
      update migrated set version = version - 1;
      update discussions set title = 'Mayor resigns', url = '${origin}/' || key, created_at = '${soon.toISOString()}';
    `);
    const rows = await database.query<Readonly<Record<string, unknown>>>('select * from discussions');
    await database.close();
    const upgraded = await TestServer.start(config, options);
    assert.deepEqual(await pageInFeed(upgraded, imported), ['Mayor resigns', `${origin}/${imported}`]);
    assert.deepEqual(await pageInFeed(upgraded, posted), [posted, undefined]);
    clock.advance({ minutes: 1 });
    await checkPages(upgraded);
    assert.deepEqual(await pageInFeed(upgraded, posted), ['The pier', `${origin}/${posted}`]);
    assert.deepEqual(
      site.received.map(({ url }) => url),
      [`/${posted}`],
    );
    await upgraded.close();
    await drop();

    const backup = join(mkdtempSync(join(tmpdir(), 'article-comments-backup-')), 'private.jsonl');
    const later = new Date(clock.now().getTime() + 60_000);
    writeFileSync(
      backup,
      rows.rows.map((row) => `${JSON.stringify(['discussions', { ...row, created_at: later }])}\n`).join(''),
    );
    const empty = await createPgliteDatabase();
    const restored = await TestServer.start(empty.config, options);
    await readBackup(restored.store, backup);
    assert.deepEqual(await pageInFeed(restored, posted), [posted, undefined]);
    clock.advance({ minutes: 1 });
    await checkPages(restored);
    assert.deepEqual(await pageInFeed(restored, posted), ['The pier', `${origin}/${posted}`]);
    await restored.close();
    await empty.drop();
  });
});

const secret = 'a secret that publisher and server share';

onOneDatabase(
  'a page that the publisher has signed with the key',
  (server) => {
    const hmac = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');
    /** As documented. */
    const sign = (key: string, page?: unknown): string => {
      if (page === undefined) return `${key}.${hmac(key)}`;
      const encoded = Buffer.from(JSON.stringify(page)).toString('base64url');
      return `${key}.${encoded}.${hmac(`${key}\n${encoded}`)}`;
    };
    const pier = { url: 'https://news.example/pier', title: 'The pier', updated: '2026-11-01T10:00:00Z' };
    const feed = (key: string): ReturnType<typeof pageInFeed> => pageInFeed(server(), sign(key));

    it('counts at once, whatever the browser says, and is the same discussion as the key alone', async () => {
      const key = newKey();
      const { id } = await post(server().guest(), sign(key, pier), `${origin}/elsewhere`, 'Mayor resigns');
      assert.deepEqual(await feed(key), ['The pier', 'https://news.example/pier']);
      assert.equal((await server().guest().open(sign(key))).page.items[0]?.id, id);
      await post(server().guest(), sign(key), `${origin}/elsewhere`, 'Mayor resigns');
      await checkPages(server());
      assert.deepEqual([await feed(key), site.received.length], [['The pier', 'https://news.example/pier'], 0]);
    });

    it('is replaced by a later one, and never by an earlier one', async () => {
      const key = newKey();
      const later = { ...pier, title: 'The pier, corrected', updated: '2026-11-02T10:00:00Z' };
      for (const [page, title] of [
        [pier, 'The pier'],
        [later, 'The pier, corrected'],
        [pier, 'The pier, corrected'],
        [{ ...pier, updated: undefined }, 'The pier, corrected'],
      ] as const) {
        await post(server().guest(), sign(key, page), '', '');
        assert.equal((await feed(key))[0], title);
      }
    });

    it('is not what a reader sends beside the key, or signs with another key', async () => {
      const key = newKey();
      const forged = { url: 'https://evil.example/', title: 'Mayor resigns' };
      await server()
        .guest()
        .post(sign(key), 'Hello', {
          discussion: { key: sign(key), url: '', signedPage: { ...forged, updated: new Date() } } as never,
        });
      assert.deepEqual(await feed(key), [key, undefined]);
      const encoded = Buffer.from(JSON.stringify(forged)).toString('base64url');
      const [, page = '', signature = ''] = sign(key, pier).split('.');
      for (const sent of [
        `${key}.${encoded}.${signature}`,
        `${key}.${encoded}.${hmac(key)}`,
        `${key}2.${page}.${signature}`,
        `${key}.${page}`,
        `${key}\n${page}.${signature}`,
        `${key}..${signature}`,
      ])
        assert.equal((await server().guest().open(sent)).discussion.state, 'missing', sent);
    });

    it('leaves the key valid if there is no address in it', async () => {
      for (const page of [
        {},
        { url: 'javascript:alert(1)' },
        { url: 7 },
        [],
        'x',
        { ...pier, updated: '+275760-09-13T00:00:00.000Z' },
      ]) {
        const key = newKey();
        await post(server().guest(), sign(key, page), '', 'Mayor resigns');
        assert.deepEqual(await feed(key), [key, undefined], JSON.stringify(page));
      }
    });

    it('is looked for on the page if the publisher has signed the key alone', async () => {
      const key = newKey();
      site.respond = () => article(sign(key));
      await post(server().guest(), sign(key), `${origin}/pier`, '');
      await checkPages(server());
      assert.deepEqual(await feed(key), ['The pier', `${origin}/pier`]);
    });
  },
  { keys: { secret, unknown: 'open', private: [] }, origins: [origin], resolve, interval: untilTestsEnd },
);

onOneDatabase('a server on a development machine, without PUBLIC_URL and ORIGINS', (server) => {
  it('requests no page at all', async () => {
    const key = newKey();
    site.respond = () => article(key);
    for (const url of [`http://localhost:${site.port}/`, `http://127.0.0.1:${site.port}/`, server().address])
      await post(server().guest({ host: `127.0.0.1:${site.port}` }), key, url, 'Mayor resigns');
    await checkPages(server());
    assert.deepEqual([site.received.length, await pageInFeed(server(), key)], [0, [key, undefined]]);
  });
});

describeOnPostgres('the pages of several instances', () => {
  it('requests each page once for several instances', async () => {
    const { config, drop } = await createPostgresDatabase();
    const options = { origins: [origin], resolve, interval: untilTestsEnd };
    const servers = await Promise.all([0, 1, 2].map(() => TestServer.start(config, options)));
    const [first = assert.fail()] = servers;
    const keys = Array.from({ length: 10 }, newKey);
    for (const key of keys) await post(first.guest(), key, `${origin}/${key}`, '');
    site.respond = ({ url }) => article(url.slice(1));
    await Promise.all(servers.map((server) => checkPages(server)));
    assert.deepEqual(site.received.map(({ url }) => url.slice(1)).sort(), [...keys].sort());
    for (const key of keys) assert.deepEqual(await pageInFeed(first, key), ['The pier', `${origin}/${key}`]);
    await Promise.all(servers.map((server) => server.close()));
    await drop();
  });
});
