/** The comments that the companion plugin prints in PHP: the markup and the data that `renderPage` makes of the same comments. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import de from '../../src/locales/de.js';
import es from '../../src/locales/es.js';
import fa from '../../src/locales/fa.js';
import fr from '../../src/locales/fr.js';
import he from '../../src/locales/he.js';
import ja from '../../src/locales/ja.js';
import th from '../../src/locales/th.js';
import zhHant from '../../src/locales/zh-Hant.js';
import type { Cursor, DiscussionRef } from '../../src/model/adapter.js';
import { renderPage, type RenderedComments, type RenderPageOptions } from '../../src/server.js';
import { call } from '../../test/backends/conversation.js';
import { type Insertion, publish } from './articles.js';
import { tree } from './markup-tree.js';
import { skipWithoutWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';
import { guest } from './wordpress-visitors.js';

describe('the comments that the companion plugin prints', { skip: skipWithoutWordPress() }, () => {
  let site: WordPressSite;
  before(async () => {
    site = await startWordPress({ plugin: 'on' });
    site.set({ guests: false });
  });
  after(() => site?.stop());

  const article = (comments: readonly Insertion[], status: 'open' | 'closed' = 'open'): Promise<string> =>
    publish(site, comments, status);

  const pageOf = async (path: string): Promise<string> => (await fetch(`${site.url}/${path}`)).text();

  /** What stands in the scripts of a page, by their type. */
  function scriptIn(html: string, type: string): Record<string, unknown> | undefined {
    const source = new RegExp(`<script type="${type.replace('+', '\\+')}">(.*?)</script>`, 's').exec(html)?.[1];
    return source === undefined ? undefined : (JSON.parse(source) as Record<string, unknown>);
  }

  async function discussionAt(slug: string): Promise<DiscussionRef> {
    const [post] = (await (await fetch(`${site.url}/wp-json/wp/v2/posts?slug=${slug}`)).json()) as {
      id: number;
      link: string;
      title: { rendered: string };
    }[];
    assert.ok(post, slug);
    return { key: String(post.id), url: post.link, title: 'Pier & promenade' };
  }

  /** What `renderPage` makes of the comments in the REST API. */
  async function rendered(slug: string, options: Partial<RenderPageOptions> = {}): Promise<RenderedComments> {
    const discussion = await discussionAt(slug);
    const adapter = guest(site);
    const info = await adapter.open(discussion, call);
    const page = await adapter.list({ discussion, sort: 'oldest', limit: 25, cursor: options.cursor }, call);
    return renderPage(page, info, { discussion, adapter, ...options });
  }

  /** Structured data whose texts are compared by their words: PHP breaks their lines elsewhere. */
  const withoutLines = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, one: unknown) =>
      typeof one === 'string' ? one.replaceAll(/\s+/g, ' ').trim() : one,
    );

  async function assertSame(
    slug: string,
    options: Partial<RenderPageOptions> = {},
    path = `${slug}/`,
  ): Promise<string> {
    const html = await pageOf(path);
    const { html: expected, data, jsonLd } = await rendered(slug, options);
    assert.deepEqual(tree(html, site.url), tree(expected, site.url));
    assert.deepEqual(withoutLines(scriptIn(html, 'application/ld+json')), withoutLines(jsonLd));
    const { loginUrl, companion, ...printed } = scriptIn(html, 'application/json') ?? {};
    assert.ok(loginUrl && companion);
    if (!data) assert.deepEqual(printed, {});
    else {
      assert.ok(Math.abs(Date.parse(String(printed.renderedAt)) - Date.now()) < 60_000);
      // Its companion is known from the start, so what it offers is left out.
      const { offer, ...expectedData } = data;
      assert.ok(offer);
      assert.deepEqual({ ...printed, renderedAt: data.renderedAt }, JSON.parse(JSON.stringify(expectedData)));
    }
    return html;
  }

  const nextHref = (slug: string) => (): string => `${site.url}/${slug}/?comments-page=2#comments`;

  it('prints plain text with links as renderPage() does', async () => {
    const slug = await article([
      {
        text: 'See https://example.com/a?b=1&amp;c=2, or (http://www.example.org).\nAnd ada@example.org.\n\n1 &lt; 2 & "3"',
      },
      { text: 'My site', author: 'example.net', url: 'https://example.org/~ada' },
      { text: 'Another', author: 'O&#039;Neill &amp; Söhne', url: 'javascript:alert(1)' },
      { text: 'Nobody', author: '' },
    ]);
    await assertSame(slug);
  });

  it('prints formatted HTML as renderPage() does, whatever is in it', async () => {
    const slug = await article([
      {
        text: `<h2>A title</h2>
            <ul><li>one<li>two <em>three</em></ul><ol start="3"><li>four</li></ol>
            <blockquote><p>quoted <del>text</del></blockquote><hr>
            <pre>\n  as\n    typed</pre> <code>a &lt; b</code> <s>s</s> <u>u</u> <i>i</i> <b>b</b> <strong>x</strong>`,
      },
      {
        text: `<a href="https://evil.example/login">bank.example</a> <a href="https://bank.example/" title="t">www.bank.example</a>
            <a href="https://пример.example/">b&#x430;nk.example</a> <a href="https://user:word@bank.example/">credentials</a>
            <a href="https://evil.example/">ｂａｎｋ.example</a> <a href="https://evil.example/">bank\u2024example</a>
            <a href="https://empty.example/"></a> <a href="javascript:alert(1)">run</a> <a href="/relative">here</a>
            <a href="mailto:ada@example.org">write</a> <A HREF='https://example.net/?a=1&amp;b="2"'>capitals</A>`,
      },
      {
        text: `<span style="color: red" onclick="alert(1)">styled</span> <img src="x" onerror="alert(1)" alt="picture">
            <script>alert(1)</script><style>p { color: red }</style><iframe src="https://evil.example"></iframe>
            <table><tr><td>cell</td></tr></table> <svg><script>alert(1)</script></svg> <!-- <b>comment</b> --> &copy; &hellip; &nosuch;`,
      },
      {
        text: `<div>first</div><div>second <b>line</b></div><div><br></div><div>&nbsp;</div><div><p>own</p></div>
            <table><caption>c</caption><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table><dl><dt>term</dt><dd>what</dd></dl>
            <ul><li><div>one</div><li>two</ul><h3><div>h</div></h3><section><header>head</header>text</section>`,
      },
      { text: '<blockquote>'.repeat(12) + 'deep' + '</blockquote>'.repeat(12) },
    ]);
    await assertSame(slug);
  });

  it('limits how deeply the elements of a comment are nested', async () => {
    const html = await site.run(
      `echo Article_Comments\\Markup::html(Article_Comments\\Comment_Body::nodes(str_repeat('<b>', 5000) . 'deep'));`,
    );
    assert.match(html, /^(<b>){63}deep(<\/b>){63}$/);
  });

  it('prints deep, moved, edited and orphaned comments as renderPage() does', async () => {
    const slug = await article([
      { text: 'Top', author: 'Rosa' },
      ...Array.from({ length: 5 }, (_, depth) => ({
        text: `Level ${depth + 1}`,
        author: `Jun ${depth}`,
        parent: depth,
      })),
      { text: 'Moved up', author: 'Ian', parent: 0, meta: { _article_comments_reply_to: 4 } },
      { text: 'By the author', author: 'Editor', user: 1, parent: 0 },
      { text: 'Edited', meta: { _article_comments_edited: 1_774_733_000 } },
      { text: 'In the trash', status: 'trash' },
      { text: 'An orphan', author: 'Kim', parent: 9 },
      { text: 'Below an orphan', author: 'Lee', parent: 10 },
    ]);
    const html = await assertSame(slug);
    assert.doesNotMatch(html, /In the trash/);
  });

  it('leaves out comments that are held, spam or in the trash', async () => {
    const slug = await article([
      { text: 'For everybody' },
      { text: 'HELD', status: '0' },
      { text: 'SPAM', status: 'spam' },
      { text: 'TRASH', status: 'trash', author: 'TRASH' },
    ]);
    assert.doesNotMatch(await assertSame(slug), /HELD|SPAM|TRASH/);
  });

  it('prints each page as renderPage() does, with a link from the first to the second', async () => {
    const slug = await article([
      ...Array.from({ length: 30 }, (_, index) => ({ text: `Comment ${index}` })),
      { text: 'Reply on the first page', parent: 3 },
      { text: 'Reply on the second page', parent: 28 },
    ]);
    await assertSame(slug, { nextHref: nextHref(slug) });
    const { data } = await rendered(slug);
    const cursor = data?.page.next as Cursor;
    const second = await assertSame(slug, { cursor }, `${slug}/?comments-page=2`);
    assert.match(second, new RegExp(`<link rel="canonical" href="${site.url}/${slug}/" />`));
    assert.match(await pageOf(`${slug}/?comments-page=9`), /Comment 0/);
  });

  it('divides comments into pages as the settings of the site require', async () => {
    const slug = await article(Array.from({ length: 7 }, (_, index) => ({ text: `Comment ${index}` })));
    for (const first of ['oldest', 'newest']) {
      const options = { page_comments: '1', comments_per_page: '5', default_comments_page: first };
      site.set({ guests: false, options });
      const html = await pageOf(`${slug}/`);
      assert.match(html, / page-size="5">/);
      assert.match(html, new RegExp(`rel="next" href="${site.url}/${slug}/comment-page-2/#comments"`));
      assert.deepEqual(
        html.match(/Comment \d(?=<)/g),
        ['Comment 0', 'Comment 1', 'Comment 2', 'Comment 3', 'Comment 4'],
        first,
      );
      const second = await pageOf(`${slug}/comment-page-2/`);
      assert.deepEqual(second.match(/Comment \d(?=<)/g), ['Comment 5', 'Comment 6'], first);
    }
    site.set({ guests: false });
  });

  it('prints a comment with more replies than fit as renderPage() does', async () => {
    const slug = await article([
      { text: 'Popular' },
      { text: 'Also' },
      ...Array.from({ length: 104 }, (_, index) => ({ text: `Reply ${index}`, parent: 0 })),
      { text: 'Below', parent: 2 },
      { text: 'Other', parent: 1 },
    ]);
    const html = await assertSame(slug);
    assert.match(html, /data-words="Load more replies"/);
  });

  it('prints many comments as renderPage() does, in blocks that browsers lay out only near the reader', async () => {
    const slug = await article([
      ...Array.from({ length: 25 }, (_, index) => ({ text: `Comment ${index}` })),
      ...Array.from({ length: 100 }, (_, index) => ({ text: `Reply ${index}`, parent: index % 25 })),
      ...Array.from({ length: 10 }, (_, index) => ({ text: `Answer ${index}`, parent: 25 + index })),
    ]);
    assert.match(await assertSame(slug), /class="ac-block"/);
  });

  const languages = {
    de_DE: { messages: de, zone: 'Europe/Berlin', time: '28. März 2026, 22:30 MEZ' },
    es_ES: { messages: es, zone: 'America/Mexico_City', time: '28 mar 2026, 15:30 GMT-6' },
    fa_IR: { messages: fa, zone: 'Asia/Tehran', time: '۹ فروردین ۱۴۰۵، ۱:۰۰ (‎+۳:۳۰ گرینویچ)' },
    fr_FR: { messages: fr, zone: 'Europe/Paris', time: '28 mars 2026, 22:30 UTC+1' },
    he_IL: { messages: he, zone: 'Asia/Jerusalem', time: '29 במרץ 2026, 00:30 GMT‎+3‎' },
    ja: { messages: ja, zone: 'Asia/Tokyo', time: '2026年3月29日 6:30 JST' },
    th: { messages: th, zone: 'Asia/Bangkok', time: '29 มี.ค. 2569 4:30 GMT+7' },
    zh_TW: { messages: zhHant, zone: 'Asia/Taipei', time: '2026年3月29日 上午5:30 [GMT+8]' },
  };

  for (const [locale, { messages, zone, time }] of Object.entries(languages)) {
    it(`prints the language ${locale} as renderPage() does, in the time zone of the site`, async () => {
      const slug = await article([{ text: '1' }, { text: '2', parent: 0 }, { text: '3', author: '', parent: 0 }]);
      site.set({ guests: false, options: { WPLANG: locale, timezone_string: zone } });
      const html = await assertSame(slug, { messages, timeZone: zone });
      assert.equal(/<time [^>]*>(.*?)</.exec(html)?.[1], time);
      site.set({ guests: false });
    });
  }

  it('prints times in a time zone without a name as renderPage() does', async () => {
    const slug = await article([{ text: 'Hello' }]);
    site.set({ guests: false, options: { timezone_string: '', gmt_offset: '-3' } });
    const html = await assertSame(slug, { timeZone: 'Etc/GMT+3' });
    assert.match(html, /<time [^>]*>Mar 28, 2026, 6:30 PM GMT-3</);
    site.set({ guests: false });
  });

  it('prints a closed, a flat and an empty discussion as renderPage() does', async () => {
    await assertSame(await article([{ text: 'The last word' }], 'closed'));
    await assertSame(await article([]));
    const slug = await article([{ text: 'Flat' }, { text: 'And flat', parent: 0 }]);
    site.set({ guests: false, options: { thread_comments: '0' } });
    await assertSame(slug);
    site.set({ guests: false });
  });

  it('exposes no address of a picture, a hash of the email address, on the page or in the REST API', async () => {
    const slug = await article([{ text: 'Who am I?', author: 'Rosa Winter' }]);
    const html = await assertSame(slug);
    const { key } = await discussionAt(slug);
    const comments = await (await fetch(`${site.url}/wp-json/wp/v2/comments?post=${key}`)).text();
    assert.match(comments, /Rosa Winter/);
    for (const text of [html, comments]) assert.doesNotMatch(text, /gravatar|avatar_urls|ac-avatar| avatars/);
  });

  it('prints pictures and initials as renderPage() does, where the site shows them', async () => {
    const names = ['Rosa Winter', 'émile de la Tour', '“Quoted” name', 'سارة علي', '👩‍🚀 Space', '李明', '—', ''];
    const slug = await article(names.map((author, index) => ({ text: `Comment ${index}`, author })));
    site.set({ guests: false, settings: { AVATARS: true } });
    const html = await assertSame(slug, { avatars: true });
    assert.match(html, / page-size="25" avatars>/);
    assert.match(html, /<img alt="" [^>]*src="https:\/\/secure\.gravatar\.com\/avatar\//);
    site.set({ guests: false, settings: { AVATARS: true }, options: { show_avatars: '0' } });
    assert.doesNotMatch(await assertSame(slug), /gravatar/);
    site.set({ guests: false });
  });

  it('prints no comments of a protected article before the password is given', async () => {
    await site.run(
      `wp_insert_comment(['comment_post_ID' => ${site.posts.secret}, 'comment_content' => 'BEHIND', 'comment_approved' => 1]);`,
    );
    assert.doesNotMatch(await pageOf('secret/'), /BEHIND|article-comments\.css/);
  });

  it('adds a style sheet whose address changes with the version', async () => {
    for (const theme of ['classic', 'blocks']) {
      site.set({ guests: false, options: { template: theme, stylesheet: theme } });
      const [head = ''] = (await pageOf('open/')).split('<body');
      assert.match(head, /<link rel='stylesheet' [^>]*\/assets\/article-comments\.css\?ver=1\.0\.0'/, theme);
    }
    site.set({ guests: false });
  });

  it('writes dates and numbers as browsers do, in each country and time zone', async () => {
    const tags = ['en-US', 'en-GB', 'en-AU', 'en-ZA', 'de-DE', 'de-AT', 'ar', 'fr-CA', 'fa-IR', 'th', 'zh-TW', 'cy'];
    const zones = ['UTC', 'Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'];
    const times = [0, 7, 11].map((month) => Date.UTC(2026, month, 8, 23, 5) / 1000);
    const printed = JSON.parse(
      await site.run(`
          foreach (${JSON.stringify(zones)} as $zone) {
            $set = function () use ($zone) { return $zone; };
            add_filter('pre_option_timezone_string', $set);
            foreach (${JSON.stringify(tags)} as $tag) foreach (${JSON.stringify(times)} as $time) {
              $formats = (new Article_Comments\\Words($tag))->formats();
              $all[] = "$tag $zone " . $formats->time($time) . ' ' . $formats->number(12345);
            }
            remove_filter('pre_option_timezone_string', $set);
          }
          echo wp_json_encode($all);`),
    ) as string[];
    const style = { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
    const expected = zones.flatMap((timeZone) =>
      tags.flatMap((tag) => {
        const lang = tag === 'cy' ? 'en' : tag;
        const format = new Intl.DateTimeFormat(lang, { ...style, timeZone, timeZoneName: 'short' });
        return times.map(
          (time) => `${tag} ${timeZone} ${format.format(time * 1000)} ${new Intl.NumberFormat(lang).format(12345)}`,
        );
      }),
    );
    assert.deepEqual(printed, expected);
  });

  it('can do without structured data', async () => {
    const types = await site.run(`
        add_filter('article_comments_json_ld', '__return_null');
        $GLOBALS['wp_query'] = new WP_Query(['p' => ${site.posts.open}]);
        the_post();
        ob_start();
        Article_Comments\\Section::render();
        preg_match_all('/<script type="([^"]*)"/', ob_get_clean(), $found);
        echo implode(' ', $found[1]);`);
    assert.equal(types, 'application/json');
  });
});
