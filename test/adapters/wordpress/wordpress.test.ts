/** The adapter against recorded exchanges. The tests against a real WordPress are in wordpress/test. */
import { expect } from 'chai';
import { connect, wordpressAdapter } from '../../../src/adapters/wordpress.js';
import type { CommentsAdapter, DiscussionRef, ErrorKind } from '../../../src/model/adapter.js';
import { all, call, draft, failure, idsOf, NO_MESSAGE } from '../../support/adapter-fixture.js';
import { replay, type Exchange } from '../../support/replay.js';
import recordedExchanges from './exchanges.json' with { type: 'json' };

const place = 'https://news.example';
const exchanges = recordedExchanges as unknown as readonly Exchange[];
const discussion: DiscussionRef = { key: '4', url: '' };
const guest = { name: 'Ada', email: 'ada@example.test' };

function recorded(from: readonly Exchange[] = exchanges) {
  const { fetch, requests } = replay(from, place);
  return { adapter: all(wordpressAdapter({ src: `${place}/wp-json`, fetch })), requests };
}

/** A WordPress that sends the same response to every request. */
function respondingWith(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Required<CommentsAdapter> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return all(wordpressAdapter({ src: `${place}/wp-json`, fetch: async () => new Response(text, { status, headers }) }));
}

/** A WordPress with accounts, and a page that account 2 has loaded. Account 0 means signed out. */
function siteWithAccounts() {
  let account = 2;
  let generation = 1;
  let nonceStatus: number | undefined;
  const published: number[] = [];
  const validNonce = (): string => `nonce${generation}of${account}`;
  const comment = {
    id: 9,
    post: 4,
    parent: 0,
    author_name: 'A',
    date_gmt: '2026-11-24T20:00:00',
    content: { rendered: 'Yes' },
    status: 'approved',
  };
  const respond = (address: string, method: string): unknown => {
    if (address.includes('/users/me')) return { id: account, name: `Reader ${account}` };
    if (method === 'POST') {
      published.push(account);
      return comment;
    }
    return address.includes('/comments') ? [] : { id: 4, comment_status: 'open' };
  };
  const fetch = (async (address: string, { method = 'GET', headers }: RequestInit) => {
    if (address.includes('rest-nonce') && nonceStatus) return new Response('An error', { status: nonceStatus });
    if (address.includes('rest-nonce'))
      return account ? new Response(validNonce()) : new Response('0', { status: 400 });
    const nonce = new Headers(headers).get('x-wp-nonce');
    if (nonce !== null && nonce !== validNonce())
      return new Response('{"code":"rest_cookie_invalid_nonce","message":"Cookie check failed"}', { status: 403 });
    return new Response(JSON.stringify(respond(address, method)), { headers: { 'x-wp-total': '0' } });
  }) as typeof globalThis.fetch;
  return {
    adapter: all(wordpressAdapter({ src: `${place}/wp-json`, fetch, nonce: validNonce() })),
    published,
    signIn: (other: number): void => void (account = other),
    expire: (): void => void generation++,
    /** The status with which the site fails to return a nonce; undefined if it does not. */
    fail: (status: number | undefined): void => void (nonceStatus = status),
  };
}

describe('the status of a WordPress comment', () => {
  for (const [status, shown] of [
    ['approved', 'visible'],
    ['hold', 'pending'],
    ['spam', 'rejected'],
    ['trash', 'hidden'],
    ['a-plugin-has-its-own', 'hidden'],
  ] as const)
    it(`is ${shown} for "${status}"`, async () => {
      const comment = {
        id: 9,
        post: 4,
        parent: 0,
        author_name: 'A',
        date_gmt: '2026-11-24T20:00:00',
        content: { rendered: 'Yes' },
        status,
      };
      const adapter = respondingWith(200, comment);
      expect((await adapter.get(discussion, '9', call)).status).to.equal(shown);
    });
});

describe('the WordPress adapter', () => {
  it('opens with one request, and sends no header that needs a preflight for a guest', async () => {
    const { adapter, requests } = recorded();
    const info = await adapter.open(discussion, call);
    expect(info.state).to.equal('open');
    expect(info.viewer).to.deep.equal({ state: 'anonymous' });
    expect(info.posting?.who).to.equal('unknown');
    expect(requests.map(({ headers }) => [...headers])).to.deep.equal([[]]);
    expect((await adapter.open({ key: 'closed', url: '' }, call)).state).to.equal('closed');
    expect((await adapter.open({ key: 'nowhere', url: '' }, call)).state).to.equal('missing');
    expect(adapter).not.to.have.any.keys('report', 'vote', 'signIn', 'subscribe');
  });

  it('lists comments with their replies, in two parallel requests', async () => {
    const { adapter, requests } = recorded();
    const first = await adapter.list({ discussion, sort: 'oldest', limit: 2 }, call);
    expect(requests).to.have.length(2);
    expect(idsOf(first.items)).to.deep.equal(['2', '4', '3']);
    expect(first.items[2]?.parentId).to.equal('2');
    expect(first.total).to.equal(4);
    expect(first.items[0]?.body).to.deep.equal({ format: 'html', value: '<p>1 &lt; 2 &amp; so on</p>\n' });
    expect(first.items[0]?.createdAt).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const second = await adapter.list({ discussion, sort: 'oldest', limit: 2, cursor: first.next ?? '' }, call);
    expect(idsOf(second.items)).to.deep.equal(['5']);
    expect(second).not.to.have.property('next');
    await failure(adapter.list({ discussion, sort: 'oldest', limit: 2, cursor: '7' }, call), 'invalid');
    await failure(adapter.list({ discussion, sort: 'top', limit: 2 }, call), 'unsupported');
  });

  it('escapes posted text', async () => {
    const { adapter, requests } = recorded();
    const result = await adapter.submit(draft({ discussion, body: '1 < 2 & so on &#8217; \\', guest }), call);
    expect(result.outcome).to.equal('published');
    expect(result.comment?.source).to.equal('1 < 2 & so on &#8217; \\');
    expect(requests[0]?.body).to.deep.equal({
      post: 4,
      content: '1 &lt; 2 &amp; so on &amp;&#035;8217; &#092;',
      author_name: 'Ada',
      author_email: 'ada@example.test',
    });
    await failure(adapter.submit(draft({ discussion, guest }), call), 'duplicate', { code: 'comment_duplicate' });
  });

  it('counts with one request for each post without the companion plugin', async () => {
    const { adapter } = recorded();
    expect([...(await adapter.counts([discussion, { key: '5', url: '' }], call))].sort()).to.deep.equal([
      ['4', 4],
      ['5', 0],
    ]);
  });

  it('reports the outcome of each submission', async () => {
    const outcomes: unknown[] = [];
    // All submissions have the same URL, and each recorded response is used once.
    const posts = exchanges.filter(({ asked }) => asked.startsWith('POST /wp-json/wp/v2/comments?'));
    const { adapter } = recorded(posts);
    for (const [index] of posts.entries()) {
      const submission = adapter.submit(draft({ discussion, body: `${index}`, guest }), call);
      outcomes.push(
        await submission.then(
          ({ outcome }) => outcome,
          ({ kind }: { kind: ErrorKind }) => kind,
        ),
      );
    }
    const posted = ['published', 'duplicate', 'published', 'published', 'published', 'invalid'];
    expect(outcomes).to.deep.equal([...posted, 'closed', 'rate-limited', 'sign-in-required', 'pending', 'rejected']);
  });

  const errors: readonly [number, string, ErrorKind, object][] = [
    [400, 'comment_flood', 'rate-limited', { retryAfter: 15 }],
    [400, 'rest_comment_author_data_required', 'invalid', { field: 'email' }],
    [400, 'rest_comment_content_invalid', 'invalid', { field: 'body' }],
    [400, 'comment_content_column_length', 'too-long', { field: 'body' }],
    [400, 'comment_author_url_column_length', 'invalid', { field: 'website' }],
    [401, 'rest_comment_login_required', 'sign-in-required', {}],
    [401, 'rest_cannot_read_post', 'forbidden', {}],
    [403, 'rest_cannot_edit', 'forbidden', {}],
    [403, 'rest_comment_closed', 'closed', {}],
    [403, 'rest_comment_invalid_post_id', 'not-found', {}],
    [403, 'rest_comment_draft_post', 'not-found', {}],
    [404, 'rest_comment_invalid_id', 'not-found', {}],
    [404, 'rest_no_route', 'unsupported', {}],
    [409, 'comment_duplicate', 'duplicate', {}],
    [409, 'article_comments_parent_gone', 'parent-gone', {}],
    [500, 'rest_comment_failed_create', 'unavailable', {}],
  ];
  for (const [status, code, kind, info] of errors) {
    it(`maps ${code} to ${kind}`, async () => {
      const adapter = respondingWith(status, {
        code,
        message: '<strong>Error:</strong> you&#8217;ve said &quot;no&quot;',
        data: { status },
      });
      const { message } = await failure(adapter.submit(draft({ discussion, guest }), call), kind, { code, ...info });
      expect(message).to.equal('Error: you’ve said "no"');
    });
  }

  it('names the invalid field', async () => {
    const adapter = respondingWith(400, {
      code: 'rest_invalid_param',
      message: 'No',
      data: { params: { author_email: 'Invalid email address.' } },
    });
    await failure(adapter.submit(draft({ discussion, guest }), call), 'invalid', { field: 'email' });
  });

  it('rejects responses that do not come from WordPress', async () => {
    await failure(respondingWith(200, '<!doctype html>').open(discussion, call), 'bad-response');
    await failure(respondingWith(404, '<!doctype html>').open(discussion, call), 'bad-response');
    await failure(respondingWith(502, '<!doctype html>').open(discussion, call), 'unavailable', {
      audience: 'support',
    });
    // The section's own message for this kind needs no status.
    const limited = respondingWith(429, '', { 'retry-after': '7' });
    await failure(limited.open(discussion, call), 'rate-limited', { retryAfter: 7 }, NO_MESSAGE);
    for (const wrong of [
      {},
      [7],
      [{ id: 'x' }],
      [{ id: 1, author_name: 'A', date_gmt: '2026', content: { rendered: 7 } }],
    ]) {
      await failure(respondingWith(200, wrong).list({ discussion, sort: 'oldest', limit: 2 }, call), 'bad-response');
    }
    await failure(respondingWith(200, { id: 'four' }).open(discussion, call), 'bad-response');
  });

  it('hides comments with an unknown status', async () => {
    const comment = {
      id: 9,
      post: 4,
      parent: 0,
      author: 0,
      author_name: 'A',
      date_gmt: '2026-11-24T20:00:00',
      content: { rendered: '' },
      status: 'odd',
    };
    expect((await respondingWith(200, comment).get(discussion, '9', call)).status).to.equal('hidden');
    await failure(respondingWith(200, { ...comment, post: 5 }).get(discussion, '9', call), 'not-found');
  });

  it('offers what WordPress allows, unless the companion plugin decides otherwise', async () => {
    const comment = {
      id: 9,
      post: 4,
      parent: 0,
      author: 2,
      author_name: 'A',
      date_gmt: '2026-11-24T20:00:00',
      content: { rendered: 'Yes' },
      status: 'approved',
      _links: { self: [{ targetHints: { allow: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] } }] },
    };
    const can = async (more: object) =>
      (await respondingWith(200, { ...comment, ...more }).get(discussion, '9', call)).can;
    expect(await can({})).to.deep.equal({ edit: true, remove: true });
    // As after the edit window, which WordPress itself does not have.
    expect(await can({ article_comments: { can: { edit: false, reply: false } } })).to.deep.equal({
      edit: false,
      remove: true,
      reply: false,
    });
  });

  it('renews an expired nonce once for all refused requests, and sends each of them again', async () => {
    const seen: string[] = [];
    const fetch = (async (address: string, { headers }: RequestInit) => {
      const nonce = new Headers(headers).get('x-wp-nonce');
      seen.push(address.includes('rest-nonce') ? 'refresh' : String(nonce));
      if (address.includes('rest-nonce')) return new Response('abcdef0123');
      if (nonce !== 'abcdef0123')
        return new Response('{"code":"rest_cookie_invalid_nonce","message":"Cookie check failed"}', { status: 403 });
      return new Response(
        JSON.stringify(address.includes('/me') ? { id: 2, name: 'reader' } : { id: 4, comment_status: 'open' }),
      );
    }) as typeof globalThis.fetch;
    const adapter = wordpressAdapter({ src: `${place}/wp-json`, fetch, nonce: 'stale' });
    expect((await adapter.open(discussion, call)).viewer?.author?.name).to.equal('reader');
    // The third request with the fresh nonce loads the account that it belongs to.
    expect(seen).to.deep.equal(['stale', 'stale', 'refresh', 'abcdef0123', 'abcdef0123', 'abcdef0123']);
  });

  it('requests a fresh nonce from the address of the site, with or without parameters', async () => {
    const stale = '{"code":"rest_cookie_invalid_nonce","message":"Cookie check failed"}';
    const askedAt = async (options: { src: string; adminAjax?: string }): Promise<string | undefined> => {
      const asked: string[] = [];
      const fetch = (async (address: string) => {
        if (address.includes('admin-ajax')) asked.push(address);
        return new Response(stale, { status: 403 });
      }) as typeof globalThis.fetch;
      const adapter = wordpressAdapter({ ...options, fetch, nonce: 'stale' });
      await adapter.open(discussion, call).catch(() => undefined);
      return asked[0];
    };
    const ajax = `${place}/wp-admin/admin-ajax.php`;
    expect(await askedAt({ src: `${place}/wp-json/` })).to.equal(`${ajax}?action=rest-nonce`);
    expect(await askedAt({ src: `${place}/?rest_route=/` })).to.equal(`${ajax}?action=rest-nonce`);
    expect(await askedAt({ src: `${place}/index.php?rest_route=/` })).to.equal(`${ajax}?action=rest-nonce`);
    expect(await askedAt({ src: `${place}/index.php/wp-json/` })).to.equal(`${ajax}?action=rest-nonce`);
    // Plugins for several languages add a parameter.
    const french = { src: `${place}/fr/wp-json/`, adminAjax: `${ajax}?lang=fr` };
    expect(await askedAt(french)).to.equal(`${ajax}?lang=fr&action=rest-nonce`);
  });

  for (const status of [500, 502])
    it(`stays signed in if the site answers a renewal of the nonce with ${status}`, async () => {
      const { adapter, expire, fail, published } = siteWithAccounts();
      await adapter.open(discussion, call);
      expire();
      fail(status);
      await failure(adapter.submit(draft({ discussion }), call), 'session-expired', {}, NO_MESSAGE);
      fail(undefined);
      await adapter.submit(draft({ discussion }), call);
      expect(published).to.deep.equal([2]);
    });

  it('has the text of a guest as it was edited last, which no list contains', async () => {
    const listed = (body: string): object => ({
      id: 9,
      post: 4,
      parent: 0,
      author_name: 'Ada',
      date_gmt: '2026-11-24T20:00:00',
      content: { rendered: `<p>${body}</p>` },
      status: 'approved',
    });
    const proof = { token: 'signed', until: '2999-01-01T00:00:00Z' };
    let stored = '';
    const fetch = (async (address: string, { method = 'GET', body }: RequestInit) => {
      if (/\/posts\b/.test(address)) return Response.json([{ id: 4, comment_status: 'open' }]);
      if (method === 'GET') return Response.json([listed(stored)], { headers: { 'x-wp-total': '1' } });
      stored = (JSON.parse(body as string) as { readonly content: string }).content;
      return Response.json({ ...listed(stored), article_comments: { proof } });
    }) as typeof globalThis.fetch;
    const adapter = all(wordpressAdapter({ src: `${place}/wp-json`, fetch }));
    await adapter.submit(draft({ discussion, body: 'Once', guest }), call);
    for (const body of ['Twice', 'Three times']) {
      await adapter.edit(discussion, { id: '9', body }, call);
      const [comment] = (await adapter.list({ discussion, sort: 'oldest', limit: 2 }, call)).items;
      expect(comment?.source).to.equal(body);
    }
  });

  it('does not publish as another account that has signed in meanwhile', async () => {
    const { adapter, signIn, published } = siteWithAccounts();
    expect((await adapter.open(discussion, call)).viewer?.author?.id).to.equal('2');
    signIn(3);
    await failure(adapter.submit(draft({ discussion }), call), 'session-expired', {}, NO_MESSAGE);
    expect(published).to.deep.equal([]);
  });

  it('does not publish as another account for which a read has renewed the nonce', async () => {
    const { adapter, signIn, published } = siteWithAccounts();
    await adapter.open(discussion, call);
    signIn(3);
    await adapter.list({ discussion, sort: 'oldest', limit: 2 }, call);
    await failure(adapter.submit(draft({ discussion }), call), 'session-expired', {}, NO_MESSAGE);
    expect(published).to.deep.equal([]);
    // From now on the section shows the other account, and publishes as that account.
    expect((await adapter.open(discussion, call)).viewer?.author?.id).to.equal('3');
    await adapter.submit(draft({ discussion }), call);
    expect(published).to.deep.equal([3]);
  });

  it('does not publish as another account that the page detects after the comment was submitted', async () => {
    const { adapter, published, signIn } = siteWithAccounts();
    await adapter.open(discussion, call);
    signIn(7);
    await adapter.open(discussion, call);
    await failure(adapter.submit(draft({ discussion, authorId: '2' }), call), 'session-expired', {}, NO_MESSAGE);
    expect(published).to.deep.equal([]);
    await adapter.submit(draft({ discussion, authorId: '7' }), call);
    expect(published).to.deep.equal([7]);
  });

  it('does not publish as a guest after the session has ended, although reading continues', async () => {
    const { adapter, signIn, published } = siteWithAccounts();
    await adapter.open(discussion, call);
    signIn(0);
    await adapter.list({ discussion, sort: 'oldest', limit: 2 }, call);
    await failure(adapter.submit(draft({ discussion }), call), 'session-expired', {}, NO_MESSAGE);
    expect(published).to.deep.equal([]);
  });

  it('publishes with a renewed nonce of the same account', async () => {
    const { adapter, expire, published } = siteWithAccounts();
    await adapter.open(discussion, call);
    expire();
    await adapter.submit(draft({ discussion }), call);
    expect(published).to.deep.equal([2]);
  });

  it('sends the key of a report, which makes a retry the same report', async () => {
    const bodies: unknown[] = [];
    const fetch = (async (_address: string, { body }: RequestInit) => {
      if (typeof body === 'string') bodies.push(JSON.parse(body));
      return new Response(JSON.stringify({ id: 4, comment_status: 'open', article_comments: { state: 'open' } }));
    }) as typeof globalThis.fetch;
    const adapter = all(wordpressAdapter({ src: `${place}/wp-json`, fetch }));
    await adapter.open(discussion, call);
    const key = 'f0e1d2c3-b4a5-4678-9abc-def012345678';
    await adapter.report(discussion, { id: '7', reason: 'spam', key }, call);
    expect(bodies).to.deep.equal([{ reason: 'spam', key }]);
  });

  it('rejects with the reason of the signal, and times out', async () => {
    const never = ((_address: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error)),
      )) as typeof globalThis.fetch;
    const adapter = wordpressAdapter({ src: `${place}/wp-json`, fetch: never, timeout: { read: 20 } });
    const leaving = new AbortController();
    const opening = adapter.open(discussion, { signal: leaving.signal });
    leaving.abort();
    expect(await opening.catch((error: unknown) => error)).to.equal(leaving.signal.reason);
    await failure(adapter.open(discussion, call), 'timeout');
  });

  it('connects with src and the script inside the element, and reports mistakes in them', async () => {
    const adapter = connect({ src: `${place}/wp-json`, data: '{"loginUrl": "https://news.example/wp-login.php"}' });
    expect(await adapter.signIn?.(call)).to.deep.equal({ redirect: 'https://news.example/wp-login.php' });
    expect(() => connect({})).to.throw(/needs src/);
    expect(() => connect({ src: place, data: 'nonce' })).to.throw(/not JSON: "nonce"/);
    expect(() => connect({ src: 'https://' })).to.throw(/src="https:\/\/" is not a URL/);
  });

  it('has the features of the companion plugin before the first response if the page announces them', async () => {
    const data = '{"companion": {"nesting": "flat"}}';
    const adapter = connect({ src: `${place}/wp-json`, data });
    expect(adapter.report).to.be.a('function');
    expect(adapter.features).to.include({ nesting: 'flat' });
    expect(adapter.features?.sorts).to.deep.equal(['oldest', 'newest']);
    expect(connect({ src: `${place}/wp-json` }).report).to.equal(undefined);
  });
});
