import { expect } from 'chai';
import { connect, blueskyAdapter } from '../../../src/adapters/bluesky.js';
import { renderMarkdown } from '../../content/rendered.js';
import type { Body, CommentPage, DiscussionRef, Sort } from '../../../src/model/adapter.js';
import { ADA, BOB, cut, node, notFound, post, posts, ROOT, root, thread, threadgate, uriOf } from './fixture.js';
import { all, call, failure, idsOf } from '../../support/adapter-fixture.js';
import { FakeClock } from '../../support/fake-clock.js';
import { type Exchange, replayedFetch } from '../../support/replayed-fetch.js';

const discussion: DiscussionRef = { key: ROOT, url: 'https://news.example/42' };

const reading = (...exchanges: readonly Exchange[]) => blueskyAdapter({ fetch: replayedFetch(...exchanges).fetch });

const list = (exchange: Exchange, sort: Sort = 'oldest'): Promise<CommentPage> =>
  reading(exchange).list({ discussion, sort, limit: 25 }, call);

const names = ({ items }: CommentPage): readonly string[] => idsOf(items).map((id) => id.split('/').at(-1) ?? '');

/** The body of a reply with the given text. */
async function bodyOf(text: string, facets: readonly object[] = [], embed?: object): Promise<Body | undefined> {
  const { items } = await list(
    thread(node(root(), node(post({ name: 'a', text, record: { facets }, view: { embed } })))),
  );
  return items[0]?.body;
}

const facet = (byteStart: number, byteEnd: number, feature: object) => ({
  index: { byteStart, byteEnd },
  features: [feature],
});
const link = (uri: string) => ({ $type: 'app.bsky.richtext.facet#link', uri });

describe('the Bluesky adapter without an account', () => {
  const conversation = thread(
    node(
      root(),
      node(post({ name: 'c', at: '2026-11-24T20:58:33.000Z', view: { likeCount: 2 } })),
      node(
        post({ name: 'a', at: '2026-11-24T20:58:31.000Z' }),
        node(post({ name: 'a2', at: '2026-11-24T20:58:36.000Z' })),
        node(
          post({
            name: 'a1',
            author: ADA,
            at: '2026-11-24T20:58:35.000Z',
            profile: { displayName: 'Ada Lovelace', avatar: 'https://cdn.example/ada' },
          }),
        ),
      ),
      node(post({ name: 'b', at: '2026-11-24T20:58:32.000Z', view: { likeCount: 5 } })),
    ),
  );

  it('lists each reply after its parent, direct replies as requested and the others by time', async () => {
    expect(names(await list(conversation))).to.deep.equal(['a', 'a1', 'a2', 'b', 'c']);
    expect(names(await list(conversation, 'newest'))).to.deep.equal(['c', 'b', 'a', 'a1', 'a2']);
    expect(names(await list(conversation, 'top'))).to.deep.equal(['b', 'c', 'a', 'a1', 'a2']);
    const { items, total, next } = await list(conversation);
    expect(items.map(({ parentId }) => parentId)).to.deep.equal([null, uriOf(BOB, 'a'), uriOf(BOB, 'a'), null, null]);
    expect({ total, next }).to.deep.equal({ total: 5, next: undefined });
  });

  it('maps authors, their pages, and the badge of the root author', async () => {
    const { items } = await list(conversation);
    expect(items[0]).to.deep.include({
      author: { id: BOB, name: 'bob.test', url: `https://bsky.app/profile/${BOB}` },
      permalink: `https://bsky.app/profile/${BOB}/post/a`,
      createdAt: '2026-11-24T20:58:31.000Z',
      votes: { up: 0 },
    });
    expect(items[1]?.author).to.deep.equal({
      id: ADA,
      name: 'Ada Lovelace',
      url: `https://bsky.app/profile/${ADA}`,
      avatar: 'https://cdn.example/ada',
      badges: ['author'],
    });
  });

  it('ignores a creation time after the first appearance in the AppView', async () => {
    const record = { createdAt: '2031-01-01T00:00:00.000Z' };
    const { items } = await list(
      thread(node(root(), node(post({ name: 'a', at: '2026-11-24T20:58:31.000Z', record })))),
    );
    expect(items[0]?.createdAt).to.equal('2026-11-24T20:58:31.000Z');
  });

  it('loads the rest of a branch that was cut off', async () => {
    const { fetch, sent } = replayedFetch(
      thread(node(root(), cut(post({ name: 'a', view: { replyCount: 2 } })), cut(post({ name: 'b' })))),
      thread(node(post({ name: 'a' }), node(post({ name: 'a1' })), node(post({ name: 'a2' })))),
    );
    const adapter = blueskyAdapter({ fetch });
    const { items, total } = await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(total).to.equal(4);
    expect(items[0]?.replies?.total).to.equal(2);
    expect(items[1]).not.to.have.property('replies');
    const parentId = items[0]?.id ?? '';
    const rest = await adapter.list(
      { discussion, sort: 'oldest', limit: 25, parentId, cursor: items[0]?.replies?.next },
      call,
    );
    expect(sent[1]?.url.searchParams.get('uri')).to.equal(parentId);
    expect(names(rest)).to.deep.equal(['a1', 'a2']);
    expect(rest.items.map((comment) => comment.parentId)).to.deep.equal([parentId, parentId]);
  });

  it('reads a branch of a thousand replies', async () => {
    let branch: object | undefined;
    for (let depth = 1000; depth > 0; depth--) branch = node(post({ name: `p${depth}` }), ...(branch ? [branch] : []));
    expect((await list(thread(node(root(), branch ?? {})))).items).to.have.length(1000);
  });

  it('omits blocked and deleted posts', async () => {
    const blocked = {
      $type: 'app.bsky.feed.defs#blockedPost',
      uri: uriOf(BOB, 'x'),
      blocked: true,
      author: { did: BOB },
    };
    const gone = { $type: 'app.bsky.feed.defs#notFoundPost', uri: uriOf(BOB, 'y'), notFound: true };
    const page = await list(thread(node(root(), blocked, gone, node(post({ name: 'a' })))));
    expect(names(page)).to.deep.equal(['a']);
    expect(page.total).to.equal(1);
  });

  it('hides what the root author, moderators or the author hide, and keeps hidden parents as tombstones', async () => {
    const label = (val: string, neg?: boolean) => ({ labels: [{ src: ADA, val, neg }] });
    const hidden = [
      post({ name: 'gate' }),
      post({ name: 'label', view: label('!hide') }),
      post({ name: 'account', profile: label('!takedown') }),
      post({ name: 'members', profile: label('!no-unauthenticated') }),
    ];
    const shown = [post({ name: 'back', view: label('!hide', true) }), post({ name: 'other', view: label('spam') })];
    const gate = threadgate({ hiddenReplies: [uriOf(BOB, 'gate')] });
    const leaves = await list(thread(node(root(), ...[...hidden, ...shown].map((one) => node(one))), gate));
    expect(names(leaves)).to.deep.equal(['back', 'other']);
    const withReplies = await list(
      thread(node(root(), ...hidden.map((one, index) => node(one, node(post({ name: `${index}` }))))), gate),
    );
    expect(withReplies.items.map(({ status }) => status)).to.deep.equal([
      'hidden',
      'visible',
      'hidden',
      'visible',
      'hidden',
      'visible',
      'hidden',
      'visible',
    ]);
    expect(withReplies.total).to.equal(4);
  });

  it('is open but read-only, and links to the post on Bluesky', async () => {
    const adapter = reading(thread(cut(root())));
    expect(adapter).not.to.have.any.keys('submit', 'vote', 'report', 'remove', 'signIn');
    const info = await adapter.open(discussion, call);
    expect(info.state).to.equal('open');
    expect(info.viewer).to.deep.equal({ state: 'anonymous' });
    expect(info.posting?.refusal).to.include({
      reason: 'other',
      href: `https://bsky.app/profile/${ADA}/post/3n33jwjght22t`,
      label: 'Reply on Bluesky',
    });
    expect(info.posting?.refusal?.message).not.to.equal('');
    const { fetch } = replayedFetch(thread(cut(root())));
    const german = blueskyAdapter({ fetch, replyElsewhere: 'Antworten Sie dort.', replyLink: 'Zu Bluesky' });
    expect((await german.open(discussion, call)).posting?.refusal).to.include({
      message: 'Antworten Sie dort.',
      label: 'Zu Bluesky',
    });
  });

  it('is closed if no account may reply to the thread, and open if some may', async () => {
    const state = async (gate: object) =>
      (await reading(thread(cut(root()), threadgate(gate))).open(discussion, call)).state;
    expect(await state({ allow: [] })).to.equal('closed');
    expect(await state({ allow: [{ $type: 'app.bsky.feed.threadgate#followerRule' }] })).to.equal('open');
    expect(await state({ hiddenReplies: [] })).to.equal('open');
  });

  it('reports the state missing if the post does not exist', async () => {
    expect(await reading(notFound).open(discussion, call)).to.deep.equal({ state: 'missing' });
    expect(await list(notFound)).to.deep.equal({ items: [], total: 0 });
  });

  it('accepts addresses of posts, and reports invalid keys', async () => {
    const { fetch, sent } = replayedFetch(thread(cut(root())));
    const adapter = blueskyAdapter({ fetch, service: 'https://appview.example/' });
    await adapter.open({ key: 'https://bsky.app/profile/ada.test/post/3n33jwjght22t', url: '' }, call);
    expect(sent[0]?.url.origin).to.equal('https://appview.example');
    expect(sent[0]?.url.searchParams.get('uri')).to.equal('at://ada.test/app.bsky.feed.post/3n33jwjght22t');
    for (const key of [
      'https://news.example/42',
      'at://ada.test/app.bsky.feed.like/3n',
      'https://bsky.app/profile/ada.test',
      '',
    ]) {
      const error = await failure(adapter.open({ key, url: '' }, call), 'invalid');
      expect(error.message).to.include(`"${key}"`).and.to.include('https://bsky.app/profile/');
    }
  });

  it('counts direct replies, 25 posts in a request, and omits missing posts', async () => {
    const uris = Array.from({ length: 30 }, (_, index) => uriOf(ADA, `n${index}`));
    const handle: Exchange = {
      request: 'GET /xrpc/com.atproto.identity.resolveHandle?handle=ada.test',
      body: { did: ADA },
    };
    const nobody: Exchange = {
      request: 'GET /xrpc/com.atproto.identity.resolveHandle?handle=nobody.test',
      status: 400,
      body: { error: 'InvalidRequest', message: 'Unable to resolve handle' },
    };
    const found = [
      posts(post({ name: 'n0', author: ADA, view: { replyCount: 7 } })),
      posts(post({ name: 'n29', author: ADA, view: { replyCount: 0 } })),
    ];
    const { fetch, sent } = replayedFetch(handle, nobody, ...found);
    const adapter = all(blueskyAdapter({ fetch }));
    const keys = [
      ...uris,
      'at://ada.test/app.bsky.feed.post/n0',
      'at://nobody.test/app.bsky.feed.post/n0',
      'no address',
    ];
    const counts = await adapter.counts(
      keys.map((key) => ({ key, url: '' })),
      call,
    );
    expect([...counts]).to.deep.equal([
      [uris[0], 7],
      [uris[29], 0],
      ['at://ada.test/app.bsky.feed.post/n0', 7],
    ]);
    const asked = sent
      .filter(({ request }) => request.includes('getPosts'))
      .map(({ url }) => url.searchParams.getAll('uris').length);
    expect(asked).to.deep.equal([25, 5]);
  });

  it('connects without src', () => {
    expect(connect({}).name).to.equal('bluesky');
    expect(connect({ src: 'https://appview.example' })).not.to.have.any.keys('submit', 'vote');
  });
});

describe('the body of a post', () => {
  it('is plain text if every link shows its own URL', async () => {
    expect(await bodyOf('1 < 2 *and* https://example.com/a')).to.deep.equal({
      format: 'text',
      value: '1 < 2 *and* https://example.com/a',
    });
    const uri = 'https://example.com/a';
    expect(await bodyOf(`See ${uri}`, [facet(4, 25, link(uri))])).to.deep.equal({
      format: 'text',
      value: `See ${uri}`,
    });
  });

  it('has links at the byte ranges of its facets, and no other markup', async () => {
    const text = 'Ä *see* [x](https://evil.example) @ada.test\n# no heading';
    const at = new TextEncoder().encode(text.slice(0, text.indexOf('@'))).length;
    const body = await bodyOf(text, [facet(at, at + 9, { $type: 'app.bsky.richtext.facet#mention', did: ADA })]);
    expect(body?.format).to.equal('markdown');
    const drawn = document.createElement('div');
    drawn.append(renderMarkdown(body?.value ?? ''));
    expect([...drawn.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([`https://bsky.app/profile/${ADA}`]);
    expect(drawn.querySelector('em, strong, h1')).to.equal(null);
    expect(drawn.textContent).to.include('Ä *see* [x](https://evil.example) @ada.test').and.to.include('# no heading');
  });

  it('has links at the same text in a post that begins with a byte order mark', async () => {
    const body = await bodyOf('\ufeffSee #news', [facet(7, 12, { $type: 'app.bsky.richtext.facet#tag', tag: 'news' })]);
    const drawn = document.createElement('div');
    drawn.append(renderMarkdown(body?.value ?? ''));
    expect(drawn.querySelector('a')?.textContent).to.equal('#news');
  });

  it('links tags and shortened URLs, including URLs with brackets', async () => {
    const body = await bodyOf('#news example.com/…', [
      facet(6, 21, link('https://example.com/(a)<b>?c=d')),
      facet(0, 5, { $type: 'app.bsky.richtext.facet#tag', tag: 'news' }),
    ]);
    const drawn = document.createElement('div');
    drawn.append(renderMarkdown(body?.value ?? ''));
    expect([...drawn.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'https://bsky.app/hashtag/news',
      'https://example.com/%28a%29%3cb%3e?c=d',
    ]);
  });

  it('has no code blocks where lines are indented', async () => {
    const text = '    For @ada.test\n\n    The tide, decides.\n\t@ada.test';
    const mention = { $type: 'app.bsky.richtext.facet#mention', did: ADA };
    const last = text.lastIndexOf('@');
    const body = await bodyOf(text, [facet(8, 17, mention), facet(last, last + 9, mention)]);
    const drawn = document.createElement('div');
    drawn.append(renderMarkdown(body!.value));
    expect(drawn.querySelector('pre, code')).to.equal(null);
    expect(drawn.querySelectorAll('a')).to.have.length(2);
    expect([...drawn.querySelectorAll('p')].map((line) => line.textContent?.split(' (')[0])).to.deep.equal([
      'For @ada.test',
      'The tide, decides.\n@ada.test',
    ]);
  });

  it('ignores facets with invalid URLs or byte ranges', async () => {
    const text = 'one two three';
    for (const [start, end, uri] of [
      [0, 3, 'javascript:alert(1)'],
      [0, 3, 'https://bank.example@evil.example/'],
      [0, 3, 'https://['],
      [0, 99, 'https://example.com/'],
      [-1, 3, 'https://example.com/'],
      [3, 3, 'https://example.com/'],
      [5, 2, 'https://example.com/'],
    ] as const) {
      const body = await bodyOf(text, [facet(start, end, link(uri))]);
      const drawn = document.createElement('div');
      drawn.append(body?.format === 'markdown' ? renderMarkdown(body.value) : (body?.value ?? ''));
      expect(drawn.querySelector('a'), `${start} to ${end}, ${uri}`).to.equal(null);
      expect(drawn.textContent).to.equal(text);
    }
    const overlapping = await bodyOf(text, [
      facet(0, 7, link('https://one.example/')),
      facet(4, 13, link('https://two.example/')),
    ]);
    expect(overlapping?.value).to.equal('[one two](<https://one.example/>) three');
  });

  it('contains the URL of an embed once', async () => {
    const external = { $type: 'app.bsky.embed.external#view', external: { uri: 'https://example.com/a', title: 'A' } };
    expect((await bodyOf('Look', [], external))?.value).to.equal('Look\n\nhttps://example.com/a');
    expect((await bodyOf('https://example.com/a', [], external))?.value).to.equal('https://example.com/a');
    expect((await bodyOf('Look here', [facet(5, 9, link('https://example.com/a'))], external))?.value).not.to.match(
      /\n/,
    );
    expect((await bodyOf('#a', [facet(0, 2, { tag: 'a' })], external))?.value).to.match(
      /\n\n<https:\/\/example\.com\/a>$/,
    );
    const images = { $type: 'app.bsky.embed.images#view', images: [] };
    expect((await bodyOf('', [], images))?.value).to.equal(`\n\nhttps://bsky.app/profile/${BOB}/post/a`);
  });
});

describe('errors of the Bluesky adapter', () => {
  const path = 'GET /xrpc/app.bsky.feed.getPostThread';
  const open = (exchange: Partial<Exchange>) => reading({ request: path, ...exchange }).open(discussion, call);

  it('fails with the kind of error that corresponds to the response of Bluesky', async () => {
    await failure(open({ status: 502, body: '<html>Bad gateway</html>' }), 'unavailable', {
      code: '502',
      audience: 'support',
    });
    await failure(
      open({ status: 500, body: { error: 'InternalServerError', message: 'Internal Server Error' } }),
      'unavailable',
      { audience: 'support' },
    );
    await failure(open({ status: 403, body: '' }), 'forbidden');
    await failure(open({ body: '<html></html>' }), 'bad-response');
    await failure(open({ body: {} }), 'bad-response');
    await failure(open({ body: { thread: { $type: 'app.bsky.feed.defs#blockedPost', blocked: true } } }), 'forbidden');
    await failure(
      list({ request: path, body: { thread: { post: { ...root(), record: null }, replies: [{ post: {} }] } } }),
      'bad-response',
    );
    const clock = FakeClock.installAt('2026-11-24T20:58:30Z');
    try {
      const headers = { 'ratelimit-reset': String(clock.now / 1000 + 30) };
      const limited = await failure(
        open({ status: 429, headers, body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' } }),
        'rate-limited',
      );
      expect(limited.info.retryAfter).to.equal(30);
    } finally {
      clock.uninstall();
    }
    const offline = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch;
    await failure(blueskyAdapter({ fetch: offline }).open(discussion, call), 'network');
  });

  it('rejects an aborted call to Bluesky with the reason of its signal', async () => {
    const leaving = new AbortController();
    const hanging = ((_address: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      )) as typeof fetch;
    const adapter = blueskyAdapter({ fetch: hanging });
    const pending = adapter.open(discussion, { signal: leaving.signal });
    const reason = new DOMException('left', 'AbortError');
    leaving.abort(reason);
    expect(await pending.catch((error: unknown) => error)).to.equal(reason);
    expect(await adapter.open(discussion, { signal: leaving.signal }).catch((error: unknown) => error)).to.equal(
      reason,
    );
  });
});
