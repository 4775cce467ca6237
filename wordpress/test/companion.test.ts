/** The WordPress adapter against a site with the companion plugin. Reports are in reports.test.ts. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Comment, CommentsAdapter, Draft } from '../../src/model/adapter.js';
import { all, call, discussionOf, draftFor, failureOf } from '../../test/backends/conversation.js';
import { skipWithoutWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';
import { ada, guest, signIn } from './wordpress-visitors.js';

/** The `sessionStorage` of a tab. */
const newTab = () => {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  };
};

describe('WordPress with the companion plugin', { skip: skipWithoutWordPress() }, () => {
  let site: WordPressSite;
  before(async () => {
    site = await startWordPress({ plugin: 'on' });
    site.set({ guests: false });
  });
  after(() => site?.stop());

  const article = (slug: string) => discussionOf(site.posts[slug] ?? assert.fail(slug));

  /** An adapter that has opened the discussion, and so knows of the plugin. */
  async function opened(adapter: CommentsAdapter, slug = 'open'): Promise<Required<CommentsAdapter>> {
    await adapter.open(article(slug), call);
    return all(adapter);
  }

  async function post(adapter: Required<CommentsAdapter>, fields: Partial<Draft> = {}): Promise<Comment> {
    const { outcome, comment } = await adapter.submit(draftFor(article('open'), { guest: ada, ...fields }), call);
    assert.equal(outcome, 'published');
    return comment ?? assert.fail('There is no comment.');
  }

  const listed = async (adapter: CommentsAdapter, id: string): Promise<Comment | undefined> =>
    (await adapter.list({ discussion: article('open'), sort: 'newest', limit: 90 }, call)).items.find(
      (one) => one.id === id,
    );

  it('provides the posting rules with the article, without another request', async () => {
    const requested: string[] = [];
    const watching: typeof fetch = (input, init) => {
      requested.push(new URL(input as string).pathname);
      return fetch(input, init);
    };
    site.set({
      guests: false,
      options: { comment_moderation: '1', close_comments_for_old_posts: '1', close_comments_days_old: '14' },
    });
    const adapter = guest(site, { fetch: watching });
    assert.equal('report' in adapter, false);
    const info = await adapter.open(article('open'), call);
    assert.deepEqual(requested, [`/wp-json/wp/v2/posts/${site.posts.open}`]);
    assert.equal(info.posting?.who, 'anyone');
    assert.equal(info.posting?.premoderated, true);
    assert.deepEqual(info.posting?.guest?.email, { required: true, neverShown: true });
    assert.deepEqual(info.posting?.max, { value: 5000, unit: 'graphemes' });
    assert.ok(Date.parse(info.closesAt ?? '') > Date.now());
    assert.equal(info.state, 'open');
    assert.equal(adapter.features?.maxDepth, 4);
    assert.equal(typeof adapter.report, 'function');
    await site.run(
      `global $wpdb; $wpdb->update($wpdb->posts, ['post_date'=>'2020-01-01 00:00:00','post_date_gmt'=>'2020-01-01 00:00:00'], ['ID'=>${site.posts.empty}]);`,
    );
    const old = await adapter.open(article('empty'), call);
    assert.deepEqual([old.state, old.closedAt], ['closed', '2020-01-15T00:00:00Z']);
    site.set({ guests: false, options: { comment_registration: '1', thread_comments: '0' } });
    const { posting } = await adapter.open(article('open'), call);
    // Readers who have to sign in are not asked for a name.
    assert.deepEqual([posting?.who, posting?.guest], ['signed-in', undefined]);
    assert.equal(adapter.features?.nesting, 'flat');
    site.set({ guests: false });
  });

  it('refuses what the REST API accepts unchecked: replies to missing comments, and overlong texts', async () => {
    const visitor = await opened(guest(site));
    await failureOf(visitor.submit(draftFor(article('open'), { guest: ada, parentId: '99999' }), call), 'parent-gone');
    const { comment: elsewhere } = await visitor.submit(draftFor(article('many'), { guest: ada }), call);
    await failureOf(
      visitor.submit(draftFor(article('open'), { guest: ada, parentId: elsewhere?.id ?? '' }), call),
      'parent-gone',
    );
    assert.equal(
      (
        await failureOf(
          visitor.submit(draftFor(article('open'), { guest: ada, body: 'x'.repeat(5001) }), call),
          'too-long',
        )
      ).info.field,
      'body',
    );
    await post(visitor, { body: '<'.repeat(5000) });
  });

  it('stores concurrent duplicates once, which WordPress alone does not', async () => {
    const visitor = await opened(guest(site, { fetch: site.alternatingFetch }));
    site.set({ guests: false, together: true });
    const draft = draftFor(article('open'), { guest: ada });
    const settled = await Promise.allSettled([visitor.submit(draft, call), visitor.submit(draft, call)]);
    site.set({ guests: false });
    assert.deepEqual(settled.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    await failureOf(visitor.submit(draft, call), 'duplicate');
  });

  it('ignores a date in the request, which would keep a comment editable for years', async () => {
    const send = async (headers: Record<string, string> = {}) => {
      const response = await fetch(`${site.url}/wp-json/wp/v2/comments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({
          post: site.posts.open,
          content: `Greetings from tomorrow ${Object.keys(headers).length}`,
          author_name: ada.name,
          author_email: ada.email,
          date_gmt: '2040-01-01T00:00:00',
        }),
      });
      return (await response.json()) as { date_gmt: string; article_comments: { proof: { until: string } } };
    };
    const { date_gmt: date, article_comments: added } = await send();
    assert.ok(Math.abs(Date.parse(`${date}Z`) - Date.now()) < 60_000, date);
    assert.ok(Date.parse(added.proof.until) < Date.now() + 10 * 60_000, added.proof.until);
    const password = Buffer.from(`admin:${site.passwords.admin}`).toString('base64');
    assert.equal((await send({ authorization: `Basic ${password}` })).date_gmt, '2040-01-01T00:00:00');
  });

  it('moves replies beyond the maximum depth up, and names their recipient', async () => {
    const visitor = await opened(guest(site));
    site.set({ guests: false, options: { thread_comments_depth: '3' } });
    let parentId: string | null = null;
    const written: Comment[] = [];
    for (const name of ['Ada', 'Bea & Co', 'Cem', 'Dora']) {
      const comment: Comment = await post(visitor, { parentId, guest: { ...ada, name } });
      written.push(comment);
      parentId = comment.id;
    }
    const [first, second, third, fourth] = written;
    assert.deepEqual(
      written.map(({ parentId: parent }) => parent),
      [null, first?.id, second?.id, second?.id],
    );
    assert.deepEqual(fourth?.replyTo, { id: third?.id, name: 'Cem' });
    assert.deepEqual((await listed(visitor, fourth?.id ?? ''))?.replyTo, { id: third?.id, name: 'Cem' });
    site.set({ guests: false, options: { thread_comments: '0' } });
    const flat = await post(visitor, { parentId: second?.id ?? '' });
    assert.deepEqual([flat.parentId, flat.replyTo], [null, { id: second?.id, name: 'Bea & Co' }]);
    site.set({ guests: false });
  });

  it('sanitises edits like new comments, and accepts only strings', async () => {
    const visitor = await opened(guest(site));
    const { id } = await post(visitor);
    const { article_comments: added } = (await (
      await fetch(`${site.url}/wp-json/wp/v2/comments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          post: site.posts.open,
          content: 'Mine to change',
          author_name: ada.name,
          author_email: ada.email,
        }),
      })
    ).json()) as { article_comments: { proof: { token: string } } };
    const mine = String(Number(id) + 1);
    const change = (body: object) =>
      fetch(`${site.url}/wp-json/article-comments/v1/comments/${mine}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ proof: added.proof.token, ...body }),
      });
    const { content } = (await (
      await change({ content: 'a <b onclick="x()">b</b> <script>x()</script><img src=x onerror=x()>' })
    ).json()) as {
      content: { rendered: string };
    };
    assert.match(content.rendered, /<b>b<\/b>/);
    assert.doesNotMatch(content.rendered, /<script|<img|onclick|onerror/);
    for (const body of [
      { content: ['a'] },
      { content: 'a', proof: [added.proof.token] },
      { content: 'a', proof: '' },
      { content: 'a', proof: 'x' },
    ])
      assert.ok([400, 401].includes((await change(body)).status), JSON.stringify(body));
  });

  it('lets guests edit a recent comment, in the same tab only', async () => {
    const tab = newTab();
    const visitor = await opened(guest(site, { storage: tab }));
    const { id, can, editableUntil } = await post(visitor, { body: 'First' });
    assert.equal(can?.edit, true);
    assert.ok(Date.parse(editableUntil ?? '') > Date.now());
    const edited = await visitor.edit(article('open'), { id, body: '1 < 2' }, call);
    assert.equal(edited.body.value, '<p>1 &lt; 2</p>\n');
    assert.ok(edited.editedAt);

    const reloaded = await opened(guest(site, { storage: tab }));
    const again = await listed(reloaded, id);
    assert.deepEqual([again?.can?.edit, again?.source], [true, '1 < 2']);

    const other = await opened(guest(site, { storage: newTab() }));
    assert.equal((await listed(other, id))?.can?.edit, false);
    await failureOf(other.edit(article('open'), { id, body: 'Mine now' }, call), 'forbidden');
    await failureOf(other.remove(article('open'), id, call), 'forbidden');
    assert.deepEqual(await reloaded.remove(article('open'), id, call), { effect: 'gone' });
    assert.equal(await listed(reloaded, id), undefined);
  });

  it('never exposes the edit token to other readers', async () => {
    const visitor = await opened(guest(site));
    const { id } = await post(visitor);
    for (const path of [
      `comments/${id}`,
      `comments?post=${site.posts.open}`,
      `comments?post=${site.posts.open}&proof=1&_method=GET`,
    ]) {
      assert.doesNotMatch(await (await fetch(`${site.url}/wp-json/wp/v2/${path}`)).text(), /"proof"/);
    }
  });

  it('ends the edit permission after its time', async () => {
    const tab = newTab();
    const visitor = await opened(guest(site, { storage: tab }));
    const { id } = await post(visitor);
    await site.run(
      `global $wpdb; $wpdb->update($wpdb->comments, ['comment_date_gmt'=>gmdate('Y-m-d H:i:s', time() - 3600)], ['comment_ID'=>${id}]); clean_comment_cache(${id});`,
    );
    await failureOf(visitor.edit(article('open'), { id, body: 'Too late' }, call), 'forbidden');
  });

  it('lets signed-in readers edit their comments, and holds edits for review', async () => {
    const { fetch, nonce } = await signIn(site, 'reader');
    const reader = await opened(guest(site, { fetch, nonce }));
    const { id } = await post(reader, { guest: {}, body: 'Mine & only mine' });
    const mine = await listed(reader, id);
    assert.deepEqual([mine?.can?.edit, mine?.source], [true, 'Mine & only mine']);
    site.set({ guests: false, options: { moderation_keys: 'viagra', disallowed_keys: 'casino' } });
    await failureOf(reader.edit(article('open'), { id, body: 'casino' }, call), 'invalid');
    const mails = site.mails().length;
    assert.equal((await reader.edit(article('open'), { id, body: 'viagra' }, call)).status, 'pending');
    assert.match(site.mails()[mails]?.subject ?? '', /Please moderate/);
    site.set({ guests: false });
    const visitor = await opened(guest(site));
    await failureOf(visitor.edit(article('open'), { id, body: 'Not mine' }, call), 'forbidden');
  });

  it('exposes nothing about the comments of a password-protected article', async () => {
    const { total } = await guest(site).open(article('secret'), call);
    assert.equal(total, undefined);
    const ids = await site.run(
      `echo wp_insert_comment(['comment_post_ID' => ${site.posts.secret}, 'comment_content' => 'Behind the password', 'comment_approved' => 1]);`,
    );
    const visitor = await opened(guest(site));
    await failureOf(visitor.report(article('secret'), { id: ids.trim(), reason: 'spam' }, call), 'not-found');
    assert.equal(
      (await visitor.counts([article('secret'), article('many')], call)).has(String(site.posts.secret)),
      false,
    );
  });

  it('counts several articles with one request', async () => {
    let requests = 0;
    const visitor = guest(site, { fetch: (...request) => (requests++, fetch(...request)) });
    const { total } = await visitor.open(article('many'), call);
    requests = 0;
    const counts = await all(visitor).counts([article('many'), article('closed'), article('counted')], call);
    assert.deepEqual(
      [...counts].toSorted(),
      [
        [String(site.posts.counted), 0],
        [String(site.posts.many), total],
        [String(site.posts.closed), 0],
      ].toSorted(),
    );
    assert.equal(requests, 1);
  });

  it('notifies editors of comments from the REST API', async () => {
    const visitor = await opened(guest(site));
    const before = site.mails().length;
    site.set({ guests: false, options: { comment_moderation: '1' } });
    assert.equal((await visitor.submit(draftFor(article('open'), { guest: ada }), call)).outcome, 'pending');
    site.set({ guests: false });
    assert.match(site.mails()[before]?.subject ?? '', /Please moderate/);
  });

  it('renders the section, with comments inside for readers without JavaScript', async () => {
    const visitor = await opened(guest(site));
    await post(visitor, { body: '</script><b>text & more' });
    for (const theme of ['classic', 'blocks']) {
      site.set({ guests: false, options: { template: theme, stylesheet: theme } });
      const html = await (await fetch(`${site.url}/open/`)).text();
      assert.equal(html.match(/<article-comments /g)?.length, 1, theme);
      assert.match(html, new RegExp(`backend="wordpress" src="${site.url}/wp-json/" discussion="${site.posts.open}"`));
      assert.match(html, /&lt;\/script&gt;&lt;b&gt;text &amp; more/);
      assert.match(html, /<h2 [^>]*>Comments \(\d+\)<\/h2>/);
      assert.match(html, /"loginUrl":"[^"]*wp-login\.php/);
      assert.doesNotMatch(html, /"nonce"|wp-comments-post\.php|theirs/);
      // A new version has a new address, so no browser keeps the old script.
      assert.match(html, /<script type="module" src="[^"]*\/assets\/article-comments\.js\?ver=1\.0\.0"/);
      // What it needs at once, by the addresses that its imports have. After import maps, which some browsers ignore once a module loads.
      const [, ...afterMaps] = html.split('<script type="importmap"');
      const preloaded = (afterMaps.at(-1) ?? html).match(/(?<=<link rel="modulepreload" href="[^"]*\/assets\/)[^"]*/g);
      for (const part of ['section', 'base', 'served', 'wordpress'])
        assert.equal(preloaded?.filter((name) => name.startsWith(`${part}-`)).length, 1, `${theme}: ${part}`);
    }
    site.set({ guests: false });
    const reader = await signIn(site, 'reader');
    const signedIn = await (await reader.fetch(`${site.url}/open/`, { credentials: 'include' })).text();
    const { nonce } = JSON.parse(/<script type="application\/json">(.*?)<\/script>/.exec(signedIn)?.[1] ?? '') as {
      nonce: string;
    };
    assert.equal(
      (await guest(site, { fetch: reader.fetch, nonce }).open(article('open'), call)).viewer?.author?.name,
      'reader',
    );
  });

  it('logs no PHP warnings', async () => {
    const log = await site.run(
      "echo is_file(WP_CONTENT_DIR . '/debug.log') ? file_get_contents(WP_CONTENT_DIR . '/debug.log') : '';",
    );
    assert.deepEqual(
      log.split('\n').filter((line) => line.includes('plugins/article-comments/')),
      [],
    );
  });
});
