/** The WordPress adapter against a site without plugins. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Comment, CommentsAdapter, Draft } from '../../src/model/adapter.js';
import {
  all,
  call,
  discussionOf,
  draftFor,
  failureOf,
  idsOf,
  listAll,
  listEverything,
  NO_MESSAGE,
} from '../../test/backends/conversation.js';
import { skipWithoutWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';
import { ada, guest, program, signIn } from './wordpress-visitors.js';

describe('WordPress', { skip: skipWithoutWordPress() }, () => {
  let site: WordPressSite;
  let visitor: Required<CommentsAdapter>;
  before(async () => {
    site = await startWordPress({ plugin: 'off' });
    visitor = all(guest(site));
  });
  after(() => site?.stop());

  const article = (slug: string) => discussionOf(site.posts[slug] ?? assert.fail(slug));

  /** A new article without comments. */
  const newArticle = async () =>
    discussionOf(
      await site.run(
        "echo wp_insert_post(['post_title'=>'New','post_status'=>'publish','post_author'=>1,'comment_status'=>'open','post_content'=>'x']);",
      ),
    );

  const post = async (slug: string | Draft['discussion'], fields: Partial<Draft> = {}): Promise<Comment> => {
    const discussion = typeof slug === 'string' ? article(slug) : slug;
    const { outcome, comment } = await visitor.submit(draftFor(discussion, { guest: ada, ...fields }), call);
    assert.equal(outcome, 'published');
    return comment ?? assert.fail('There is no comment.');
  };

  /** Inserts comments into the database, one minute apart, so that their order is defined. */
  const fill = async (key: string, count: number, parent: string | number = 0): Promise<string[]> => {
    const printed = await site.run(`
      for ($i = 0; $i < ${count}; $i++) {
        $t = gmdate('Y-m-d H:i:s', time() - 86400 + 60 * $i);
        echo wp_insert_comment(['comment_post_ID' => ${key}, 'comment_parent' => ${parent}, 'comment_author' => 'Bea', 'comment_content' => "Text $i",
          'comment_date' => $t, 'comment_date_gmt' => $t, 'comment_approved' => 1]), ' ';
      }`);
    return printed.trim().split(' ');
  };

  describe('finds the article', () => {
    it('finds the article by id, slug and URL, also of another site', async () => {
      const id = String(site.posts.closed);
      for (const key of [
        id,
        'closed',
        `${site.url}/closed/`,
        `${site.url}/closed?utm=1`,
        'https://shop.example/closed',
        `${site.url}/?p=${id}`,
      ]) {
        assert.equal((await guest(site).open(discussionOf(key), call)).state, 'closed', key);
      }
    });

    it('finds the article by a name in any script, and reports a malformed one as missing', async () => {
      const made = await site.run(
        "$id = wp_insert_post(['post_title'=>'Пирс и öffentlich','post_status'=>'publish','post_author'=>1,'comment_status'=>'closed','post_content'=>'x']); echo get_permalink($id), ' ', rawurldecode(get_post($id)->post_name);",
      );
      const [permalink = '', slug = ''] = made.split(' ');
      for (const key of [permalink, decodeURI(permalink), slug, `https://shop.example/${slug}`])
        assert.equal((await guest(site).open(discussionOf(key), call)).state, 'closed', key);
      for (const key of [`${site.url}/100%/`, 'a/%E0%A4', '100%'])
        assert.equal((await visitor.open(discussionOf(key), call)).state, 'missing', key);
    });

    it('finds an article that is a page', async () => {
      for (const key of [String(site.posts.page), 'about', `${site.url}/about/`]) {
        assert.equal((await guest(site).open(discussionOf(key), call)).state, 'open', key);
      }
    });

    it('reports an article as missing or forbidden', async () => {
      for (const key of ['99999', 'nowhere', `${site.url}/nowhere/`, `${site.url}/`]) {
        assert.equal((await visitor.open(discussionOf(key), call)).state, 'missing', key);
        assert.deepEqual(
          (await visitor.list({ discussion: discussionOf(key), sort: 'oldest', limit: 5 }, call)).items,
          [],
          key,
        );
      }
      await failureOf(visitor.open(article('draft'), call), 'forbidden');
      await failureOf(visitor.list({ discussion: article('secret'), sort: 'oldest', limit: 5 }, call), 'forbidden');
    });

    it('finds the article on a site without pretty permalinks', async () => {
      const plain = guest(site, { src: `${site.url}/index.php?rest_route=/` });
      assert.equal((await plain.open(discussionOf('closed'), call)).state, 'closed');
      assert.deepEqual(
        (await plain.list({ discussion: discussionOf('closed'), sort: 'oldest', limit: 5 }, call)).items,
        [],
      );
    });
  });

  describe('posts as a guest', () => {
    for (const text of [
      '1 < 2 and 3 > 2',
      'a & b',
      'if a<b then c',
      '<script>alert(1)</script>',
      '&lt;b&gt; &amp;amp; &#8217;',
      'back\\slash \\n C:\\temp',
      'it\'s a "quote"',
      'one\ntwo\n\nthree',
      'émoji 😀 ünï',
      '[gallery] [caption]x[/caption]',
    ]) {
      it(`stores the text of a guest exactly as typed: ${JSON.stringify(text)}`, async () => {
        const discussion = await newArticle();
        const { id } = await post(discussion, { body: text });
        assert.equal(await all(program(site, 'admin')).source(discussion, id, call), text);
        await failureOf(visitor.submit(draftFor(discussion, { guest: ada, body: text }), call), 'duplicate');
      });
    }

    it('renders the paragraphs, line breaks and links of a guest’s comment', async () => {
      const { body, author, createdAt, parentId } = await post('open', {
        body: 'one\ntwo\n\nsee https://example.com/?a=1&b=2',
      });
      assert.equal(
        body.value,
        '<p>one<br />\ntwo</p>\n<p>see <a href="https://example.com/?a=1&#038;b=2" rel="nofollow ugc">https://example.com/?a=1&#038;b=2</a></p>\n',
      );
      assert.equal(author?.name, 'Ada');
      assert.equal(parentId, null);
      assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 60_000);
    });

    it('names the field that is wrong, and refuses a comment on a missing or protected article', async () => {
      const discussion = article('open');
      const tryTo = (fields: Partial<Draft>) => visitor.submit(draftFor(discussion, { guest: ada, ...fields }), call);
      assert.equal((await failureOf(tryTo({ guest: {} }), 'invalid')).info.field, 'name');
      assert.equal((await failureOf(tryTo({ guest: { name: 'Ada', email: 'nope' } }), 'invalid')).info.field, 'email');
      assert.equal((await failureOf(tryTo({ body: '   ' }), 'invalid')).info.field, 'body');
      assert.equal(
        (await failureOf(tryTo({ guest: { ...ada, name: 'x'.repeat(300) } }), 'invalid')).info.field,
        'name',
      );
      assert.equal((await failureOf(tryTo({ body: 'x'.repeat(70_000) }), 'too-long')).info.field, 'body');
      await failureOf(visitor.submit(draftFor(discussionOf(99999), { guest: ada }), call), 'not-found');
      await failureOf(visitor.submit(draftFor(article('draft'), { guest: ada }), call), 'not-found');
      await failureOf(visitor.submit(draftFor(article('secret'), { guest: ada }), call), 'forbidden');
    });

    it('refuses guests if the site requires a sign-in', async () => {
      for (const switches of [{ guests: false }, { options: { comment_registration: '1' } }]) {
        site.set(switches);
        assert.equal((await visitor.open(article('open'), call)).posting?.who, 'unknown');
        await failureOf(visitor.submit(draftFor(article('open'), { guest: ada }), call), 'sign-in-required');
      }
      site.set({});
    });

    it('refuses a comment too soon after the last one, and returns the time to wait', async () => {
      await post('open', { guest: { name: 'Hasty', email: 'hasty@example.test' } });
      site.set({ flood: true });
      const hasty = draftFor(article('open'), { guest: { name: 'Hasty', email: 'hasty@example.test' } });
      const { info, message } = await failureOf(visitor.submit(hasty, call), 'rate-limited');
      assert.equal(info.retryAfter, 15);
      assert.match(message, /too quickly/);
      site.set({});
    });

    it('reports that the comment of a guest is held or rejected', async () => {
      const discussion = await newArticle();
      site.set({ options: { comment_moderation: '1', disallowed_keys: 'casino' } });
      const held = await visitor.submit(draftFor(discussion, { guest: ada }), call);
      assert.equal(held.outcome, 'pending');
      assert.equal(held.comment?.status, 'pending');
      const refused = await visitor.submit(draftFor(discussion, { guest: ada, body: 'casino bonus' }), call);
      assert.deepEqual(refused, { outcome: 'rejected' });
      site.set({});
      assert.deepEqual((await visitor.list({ discussion, sort: 'oldest', limit: 5 }, call)).items, []);
      await failureOf(visitor.get(discussion, held.comment?.id ?? '', call), 'forbidden');
    });

    it('refuses a comment if comments are closed, even where WordPress does not announce it', async () => {
      assert.equal((await visitor.open(article('closed'), call)).state, 'closed');
      await failureOf(visitor.submit(draftFor(article('closed'), { guest: ada }), call), 'closed');
      const discussion = await newArticle();
      await site.run(
        `global $wpdb; $wpdb->update($wpdb->posts, ['post_date'=>'2020-01-01 00:00:00','post_date_gmt'=>'2020-01-01 00:00:00'], ['ID'=>${discussion.key}]);`,
      );
      site.set({ options: { close_comments_for_old_posts: '1', close_comments_days_old: '14' } });
      assert.equal((await visitor.open(discussion, call)).state, 'open');
      await failureOf(visitor.submit(draftFor(discussion, { guest: ada }), call), 'closed');
      site.set({});
    });
  });

  describe('lists', () => {
    it('lists all pages in both orders without repeats or gaps while others post and editors remove', async () => {
      for (const sort of ['oldest', 'newest'] as const) {
        const discussion = await newArticle();
        const ids = await fill(discussion.key, 23);
        const query = { discussion, sort, limit: 5 };
        const first = await visitor.list(query, call);
        assert.equal(first.total, 23);
        const removed = sort === 'oldest' ? ids.slice(0, 7) : ids.slice(-7);
        const found = await listAll(visitor, query, async (page) => {
          for (let times = 0; times < 3; times++) await post(discussion);
          if (page === 2) for (const id of removed) await site.run(`wp_trash_comment(${id});`);
        });
        const found23 = idsOf(found).filter((id) => ids.includes(id));
        assert.deepEqual(found23, sort === 'oldest' ? ids : ids.toReversed());
        assert.equal(new Set(idsOf(found)).size, found.length);
      }
    });

    it('lists replies with their parents, and orphans with the last page', async () => {
      const discussion = await newArticle();
      const roots = await fill(discussion.key, 4);
      const [reply = ''] = await fill(discussion.key, 1, roots[1]);
      const [deep = ''] = await fill(discussion.key, 1, reply);
      const [below = ''] = await fill(discussion.key, 1, roots[3]);
      const { id: foreign } = await post('open');
      const { id: misplaced } = await post(discussion, { parentId: foreign });
      const [orphan = ''] = await fill(discussion.key, 1, roots[0]);
      await site.run(`wp_trash_comment(${roots[0]});`);
      const first = await visitor.list({ discussion, sort: 'oldest', limit: 2 }, call);
      assert.deepEqual(idsOf(first.items), [roots[1], roots[2], reply, deep]);
      assert.equal(first.total, 8);
      const second = await visitor.list({ discussion, sort: 'oldest', limit: 2, cursor: first.next ?? '' }, call);
      assert.deepEqual(idsOf(second.items).toSorted(), [roots[3], below, orphan, misplaced].toSorted());
      assert.deepEqual(
        [deep, reply, orphan].map((id) => [...first.items, ...second.items].find((one) => one.id === id)?.parentId),
        [reply, roots[1], roots[0]],
      );
    });

    it('loads the rest of a branch with hundreds of replies on request', async () => {
      const discussion = await newArticle();
      const roots = await fill(discussion.key, 3);
      const many = await fill(discussion.key, 130, roots[0]);
      const some = await fill(discussion.key, 20, roots[2]);
      let parent = some[0] ?? '';
      const chain: string[] = [];
      for (let level = 0; level < 7; level++) chain.push((parent = (await fill(discussion.key, 1, parent))[0] ?? ''));
      const first = await visitor.list({ discussion, sort: 'oldest', limit: 10 }, call);
      assert.equal(first.total, 3 + 130 + 20 + 7);
      assert.ok(first.items.find(({ id }) => id === roots[0])?.replies?.next);
      const found = await listEverything(visitor, { discussion, sort: 'oldest', limit: 10 });
      assert.deepEqual(idsOf(found).toSorted(), [...roots, ...many, ...some, ...chain].toSorted());
    });

    it('lists no more than the server’s maximum, and refuses an unsupported order', async () => {
      const discussion = await newArticle();
      await fill(discussion.key, 120);
      const page = await visitor.list({ discussion, sort: 'newest', limit: 500 }, call);
      assert.ok(page.items.length < 120 && page.next !== undefined);
      await failureOf(visitor.list({ discussion, sort: 'top', limit: 5 }, call), 'unsupported');
      await failureOf(visitor.list({ discussion, sort: 'oldest', limit: 5, cursor: '17' }, call), 'invalid');
    });

    it('returns a single comment, but only of the given discussion', async () => {
      const { id } = await post('open');
      assert.equal((await visitor.get(article('open'), id, call)).id, id);
      await failureOf(visitor.get(article('empty'), id, call), 'not-found');
      await failureOf(visitor.get(article('open'), '99999', call), 'not-found');
    });

    it('counts the comments of very many articles, looking up a hundred slugs and URLs at a time', async () => {
      const [slug = '', permalink = ''] = (
        await site.run(
          "$id = wp_insert_post(['post_title'=>'Größe 日本','post_status'=>'publish','post_author'=>1,'comment_status'=>'open','post_content'=>'x']); wp_insert_comment(['comment_post_ID' => $id, 'comment_content' => 'x', 'comment_approved' => 1]); echo rawurldecode(get_post($id)->post_name), ' ', get_permalink($id);",
        )
      ).split(' ');
      const requested: string[] = [];
      const counting = all(
        guest(site, { fetch: (...request) => (requested.push(request[0] as string), fetch(...request)) }),
      );
      const nowhere = Array.from({ length: 150 }, (_, number) =>
        discussionOf(`https://shop.example/nowhere-${number}/`),
      );
      const known = ['about', 'empty', slug, permalink, `${site.url}/empty`];
      const counts = await counting.counts([...nowhere, ...known.map(discussionOf)], call);
      assert.deepEqual(
        known.map((key) => counts.get(key)),
        [0, 0, 1, 1, 0],
      );
      assert.equal(counts.size, known.length);
      assert.equal(requested.length, 4 + known.length);
    });

    it('counts the comments of several articles', async () => {
      await fill(String(site.posts.counted), 3);
      const keys = [
        article('counted'),
        article('closed'),
        discussionOf('counted'),
        discussionOf('nowhere'),
        article('draft'),
        article('secret'),
      ];
      assert.deepEqual(
        [...(await visitor.counts(keys, call))].toSorted(),
        [
          [String(site.posts.counted), 3],
          [String(site.posts.closed), 0],
          ['counted', 3],
        ].toSorted(),
      );
    });
  });

  describe('identifies the viewer', () => {
    it('identifies the viewer by an application password', async () => {
      const reader = all(program(site, 'reader'));
      const { viewer } = await reader.open(article('open'), call);
      assert.equal(viewer?.state, 'signed-in');
      assert.equal(viewer?.author?.name, 'reader');
      assert.equal(viewer?.moderator, false);
      const { comment } = await reader.submit(draftFor(article('open')), call);
      assert.equal(comment?.author?.id, viewer?.author?.id);
      assert.equal(comment?.can?.edit, false);
      await failureOf(reader.edit(article('open'), { id: comment?.id ?? '', body: 'No' }, call), 'forbidden');
      await failureOf(reader.remove(article('open'), comment?.id ?? '', call), 'forbidden');
    });

    it('treats a viewer with an invalid password as a guest, like the server', async () => {
      const nobody = program({ ...site, passwords: { reader: 'wrong' } }, 'reader');
      assert.deepEqual((await nobody.open(article('open'), call)).viewer, { state: 'anonymous' });
    });

    it('identifies the viewer by cookie and nonce, and renews an expired nonce', async () => {
      const { fetch, nonce } = await signIn(site, 'reader');
      for (const held of [nonce, 'deadbeef00']) {
        let renewals = 0;
        const counting: typeof fetch = (input, init) => {
          if ((input as string).includes('rest-nonce')) renewals++;
          return fetch(input, init);
        };
        const reader = all(guest(site, { fetch: counting, nonce: held }));
        const [{ viewer }] = await Promise.all([
          reader.open(article('open'), call),
          reader.list({ discussion: article('open'), sort: 'oldest', limit: 5 }, call),
        ]);
        assert.equal(viewer?.author?.name, 'reader');
        const { comment } = await reader.submit(draftFor(article('open')), call);
        assert.equal(comment?.author?.name, 'reader');
        assert.equal(renewals, held === nonce ? 0 : 1);
      }
    });

    it('refuses to post as an account that has signed in in another tab meanwhile', async () => {
      const [reader, writer] = [await signIn(site, 'reader'), await signIn(site, 'writer')];
      let browser = reader;
      const discussion = await newArticle();
      const tab = all(guest(site, { fetch: (...request) => browser.fetch(...request), nonce: reader.nonce }));
      assert.equal((await tab.open(discussion, call)).viewer?.author?.name, 'reader');
      browser = writer;
      await failureOf(tab.submit(draftFor(discussion), call), 'session-expired', NO_MESSAGE);
      // Reading goes on as the account of the browser, which the section does not show yet.
      assert.deepEqual((await tab.list({ discussion, sort: 'oldest', limit: 5 }, call)).items, []);
      await failureOf(tab.submit(draftFor(discussion), call), 'session-expired', NO_MESSAGE);
      assert.equal((await tab.open(discussion, call)).viewer?.author?.name, 'writer');
      assert.equal((await tab.submit(draftFor(discussion), call)).comment?.author?.name, 'writer');
      assert.equal((await tab.list({ discussion, sort: 'oldest', limit: 5 }, call)).items.length, 1);
    });

    it('keeps reading after a sign-out elsewhere, but does not post anonymously', async () => {
      const { fetch, nonce, signOut } = await signIn(site, 'reader');
      const reader = all(guest(site, { fetch, nonce }));
      await reader.open(article('open'), call);
      signOut();
      await failureOf(reader.submit(draftFor(article('open')), call), 'session-expired', NO_MESSAGE);
      assert.deepEqual((await reader.open(article('open'), call)).viewer, { state: 'anonymous' });
      assert.ok((await reader.list({ discussion: article('open'), sort: 'oldest', limit: 5 }, call)).items.length > 0);
    });
  });

  describe('lets editors', () => {
    it('lets editors edit and remove comments', async () => {
      const discussion = await newArticle();
      const { id } = await post(discussion, { body: 'First & <last>' });
      const admin = all(program(site, 'admin'));
      assert.equal((await admin.open(discussion, call)).viewer?.moderator, true);
      const [item] = (await admin.list({ discussion, sort: 'oldest', limit: 5 }, call)).items;
      assert.deepEqual(item?.can, { edit: true, remove: true });
      const edited = await admin.edit(discussion, { id, body: '2 > 1' }, call);
      assert.equal(edited.body.value, '<p>2 &gt; 1</p>\n');
      assert.equal(edited.source, '2 > 1');
      assert.deepEqual(await admin.remove(discussion, id, call), { effect: 'gone' });
      assert.deepEqual(await admin.remove(discussion, id, call), { effect: 'gone' });
      assert.deepEqual((await admin.list({ discussion, sort: 'oldest', limit: 5 }, call)).items, []);
    });

    it('lets editors close and reopen the discussion', async () => {
      const discussion = await newArticle();
      const admin = all(program(site, 'admin'));
      assert.equal((await admin.open(discussion, call)).can?.close, true);
      assert.equal((await visitor.open(discussion, call)).can?.close, false);
      assert.equal((await admin.setClosed(discussion, true, call)).state, 'closed');
      await failureOf(visitor.submit(draftFor(discussion, { guest: ada }), call), 'closed');
      assert.equal((await admin.setClosed(discussion, false, call)).state, 'open');
      await failureOf(visitor.setClosed(discussion, true, call), 'forbidden');
    });

    it('sends editors no email about a comment from the REST API, like WordPress without plugins', async () => {
      const before = site.mails().length;
      site.set({ options: { comment_moderation: '1' } });
      await visitor.submit(draftFor(article('open'), { guest: ada }), call);
      site.set({});
      assert.equal(site.mails().length, before);
    });
  });

  it('stops when aborted', async () => {
    const leaving = new AbortController();
    const asking = visitor.list({ discussion: article('open'), sort: 'oldest', limit: 5 }, { signal: leaving.signal });
    leaving.abort();
    await assert.rejects(asking, (reason) => reason === leaving.signal.reason);
    await assert.rejects(
      visitor.open(article('open'), { signal: leaving.signal }),
      (reason) => reason === leaving.signal.reason,
    );
  });

  it('reports a missing WordPress', async () => {
    const nowhere = guest({ ...site, url: 'http://127.0.0.1:1' });
    await failureOf(nowhere.open(article('open'), call), 'network');
    const page = guest(site, { src: site.url });
    await failureOf(page.open(article('open'), call), 'bad-response');
  });
});
