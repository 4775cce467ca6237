import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { DiscussionInfo } from '../../src/model/adapter.js';
import { ModerationPages } from './moderation-pages.js';
import { newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';

onOneDatabase('the feed of a discussion', (server) => {
  const feedOf = (key: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${server().address}/feed?discussion=${encodeURIComponent(key)}`, { headers });

  it('is linked by the discussion if it has comments', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const open = async (): Promise<DiscussionInfo> =>
      (await reader.call<{ readonly discussion: DiscussionInfo }>('GET', '/discussion', { query: { discussion: key } }))
        .discussion;
    assert.equal((await open()).feedUrl, undefined);
    await reader.post(key, 'First.');
    const { feedUrl = '' } = await open();
    assert.equal(feedUrl, `${server().address}/feed?discussion=${encodeURIComponent(key)}`);
    assert.equal((await fetch(feedUrl)).status, 200);
  });

  it('contains the newest comments first, escaped, with links to them', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const first = await reader.post(key, 'First.');
    const second = await reader.post(key, 'a < b && "c" </content><script>alert(1)</script>');
    const pages = await ModerationPages.open(server(), 'moderator');
    await pages.send('/moderation/discussion', {
      discussion: key,
      url: 'https://news.example/?a=1&b=2',
      title: 'a < b',
    });
    const response = await feedOf(key);
    assert.equal(response.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
    const text = await response.text();
    assert.ok(text.includes('a &lt; b &amp;&amp; &quot;c&quot; &lt;/content&gt;&lt;script&gt;'), text);
    assert.ok(!text.includes('<script'));
    assert.ok(text.includes('<title>Comments: a &lt; b</title>'), text);
    assert.ok(text.includes(`<link href="https://news.example/?a=1&amp;b=2#comment-${first.id}"/>`), text);
    assert.ok(text.indexOf(`comment-${second.id}`) < text.indexOf(`comment-${first.id}`));
    assert.match(text, /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/);
  });

  it('contains no held and no removed comments for any viewer', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const { id } = await reader.post(key, 'Soon gone.');
    await reader.post(key, 'Stays.');
    await reader.post(key, 'Win at the casino.');
    await reader.callComment('DELETE', '', key, id);
    const token = await server().token('moderator');
    for (const authorization of ['', `Bearer ${token}`]) {
      const text = await (await feedOf(key, authorization ? { authorization } : {})).text();
      assert.match(text, /Stays\./);
      assert.doesNotMatch(text, /Soon gone|casino/);
    }
  });

  it('can be cached and revalidated without a body', async () => {
    const key = newKey();
    await (await server().person('reader')).post(key, 'First.');
    const response = await feedOf(key);
    const tag = response.headers.get('etag') ?? '';
    assert.equal(response.headers.get('cache-control'), 'no-cache');
    assert.equal((await feedOf(key, { 'if-none-match': tag })).status, 304);
  });

  it('is missing for a discussion without comments, and requires a key', async () => {
    assert.equal((await feedOf(newKey())).status, 404);
    assert.equal((await fetch(`${server().address}/feed`)).status, 422);
  });
});
