/** Responses recorded from Ghost 5.130, reduced to the parts that the adapter reads. */
import { expect } from 'chai';
import { connect, ghostAdapter, type GhostOptions } from '../../../src/adapters/ghost.js';
import { textToHtml } from '../../../src/adapters/ghost/writing.js';
import type { AdapterError, DiscussionRef, Draft } from '../../../src/model/adapter.js';
import { all, call, failure, idsOf, NO_MESSAGE } from '../../support/adapter-fixture.js';
import { type Exchange, replayedFetch } from '../../support/replayed-fetch.js';

const POST = '6b05955ba6819b5681cf982c';
const API = '/members/api';
const discussion: DiscussionRef = { key: POST, url: 'https://blog.example/article/' };
const bob = {
  id: '6b05955fa6819b5681cf983e',
  uuid: '44309fa5-eb61-44ac-8a60-283cec616956',
  name: 'bob',
  expertise: null,
  avatar_image: null,
};

const comment = (id: string, fields: object = {}) => ({
  id,
  in_reply_to_id: null,
  in_reply_to_snippet: null,
  status: 'published',
  html: `<p>Text of ${id}</p>`,
  created_at: '2026-11-24T13:47:48.000Z',
  edited_at: null,
  member: bob,
  replies: [],
  liked: false,
  count: { replies: 0, likes: 0 },
  ...fields,
});

const page = (comments: readonly object[], next: number | null = null): Exchange => ({
  request: `GET ${API}/comments/`,
  body: { comments, meta: { pagination: { page: 1, limit: 2, pages: 1, total: 2, next, prev: null } } },
});

const refused = (request: string, status: number, message: string, context: string | null = null): Exchange => ({
  request: `${request}`,
  status,
  body: {
    errors: [
      {
        message,
        context,
        type: 'Error',
        details: null,
        property: null,
        help: null,
        code: null,
        id: 'a2',
        ghostErrorCode: null,
      },
    ],
  },
});

const signedOut: Exchange = { request: `GET ${API}/member/`, status: 204 };
const member: Exchange = { request: `GET ${API}/member/`, body: { ...bob, email: 'bob@example.test', paid: false } };
const counts: Exchange = { request: `GET ${API}/comments/counts/`, body: { [POST]: 4 } };
const posted = (fields: object = {}): Exchange => ({
  request: `POST ${API}/comments/`,
  status: 201,
  body: { comments: [comment('new', fields)] },
});

function blog(exchanges: readonly Exchange[], options: Partial<GhostOptions> = {}) {
  const { fetch, sent } = replayedFetch(...exchanges);
  return { adapter: all(ghostAdapter({ src: `${location.origin}/`, fetch, ...options })), sent };
}
const list = (adapter: ReturnType<typeof blog>['adapter'], fields: object = {}) =>
  adapter.list({ discussion, sort: 'oldest', limit: 2, ...fields }, call);
const draft = (fields: Partial<Draft> = {}): Draft => ({
  discussion,
  parentId: null,
  body: 'Hello',
  submitKey: 'one',
  ...fields,
});

describe('the Ghost adapter', () => {
  it('opens for everyone, and recognises a signed-in member', async () => {
    const { adapter } = blog([signedOut, counts, page([])]);
    expect(await adapter.open(discussion, call)).to.deep.equal({
      state: 'open',
      viewer: { state: 'anonymous' },
      posting: { who: 'signed-in' },
      total: 4,
    });
    expect((await blog([member, counts, page([])]).adapter.open(discussion, call)).viewer).to.deep.equal({
      state: 'signed-in',
      author: { id: bob.uuid, name: 'bob' },
    });
  });

  it('is disabled if comments are switched off on the blog', async () => {
    const off = refused(
      `GET ${API}/comments/post/`,
      405,
      'Method not allowed, cannot list comments.',
      'Comments are not enabled for this site.',
    );
    expect(await blog([signedOut, counts, off]).adapter.open(discussion, call)).to.deep.equal({ state: 'disabled' });
    await failure(list(blog([off]).adapter), 'disabled');
  });

  it('is read-only and links to the blog on a page of another origin, where no cookie is sent', async () => {
    const { adapter } = blog([signedOut, counts, page([])], { src: 'https://blog.example' });
    expect((await adapter.open(discussion, call)).posting?.refusal).to.include({
      reason: 'other',
      href: 'https://blog.example/',
      label: 'Go to the blog',
    });
    expect(adapter).not.to.have.any.keys('submit', 'vote', 'report', 'edit', 'remove', 'signIn', 'signOut');
    const german = blog([signedOut, counts, page([])], {
      src: 'https://blog.example',
      replyElsewhere: 'Schreiben Sie im Blog.',
      replyLink: 'Zum Blog',
    });
    expect((await german.adapter.open(discussion, call)).posting?.refusal).to.include({
      message: 'Schreiben Sie im Blog.',
      label: 'Zum Blog',
    });
  });

  it('lists comments with the included replies and a cursor for the rest', async () => {
    const replies = [comment('r1'), comment('r2', { in_reply_to_id: 'r1', liked: true, count: { likes: 3 } })];
    const { adapter, sent } = blog([
      page([comment('a', { replies, count: { replies: 5, likes: 1 } }), comment('b')], 2),
      page([comment('r3')]),
    ]);
    const { items, next } = await list(adapter);
    expect(idsOf(items)).to.deep.equal(['a', 'r1', 'r2', 'b']);
    expect(items[0]).to.deep.include({ parentId: null, replies: { total: 5, next: 'r2' }, votes: { up: 1, mine: 0 } });
    expect(items[2]).to.deep.include({ parentId: 'a', replyTo: { id: 'r1', name: 'bob' }, votes: { up: 3, mine: 1 } });
    expect(next).to.equal('b');
    await list(adapter, { cursor: next });
    await list(adapter, { parentId: 'a', cursor: 'r2', sort: 'newest' });
    const asked = sent.map(({ url }) => [url.pathname, url.searchParams.get('order'), url.searchParams.get('filter')]);
    expect(asked).to.deep.equal([
      [`${API}/comments/post/${POST}/`, 'id asc', null],
      [`${API}/comments/post/${POST}/`, 'id asc', "id:>'b'"],
      [`${API}/comments/a/replies/`, 'id asc', "id:>'r2'"],
    ]);
  });

  it('offers no more replies if all of them were included, or none exist', async () => {
    const whole = comment('a', { replies: [comment('r1')], count: { replies: 1, likes: 0 } });
    const { items } = await list(blog([page([whole, comment('b')])]).adapter);
    expect(items.map(({ id, replies }) => [id, replies])).to.deep.equal([
      ['a', undefined],
      ['r1', undefined],
      ['b', undefined],
    ]);
  });

  it('keeps deleted comments as tombstones, and hides unknown statuses', async () => {
    const states = ['deleted', 'hidden', 'constructor'].map((status) =>
      comment(status, { status, html: null, member: null }),
    );
    const { items } = await list(blog([page(states)]).adapter);
    expect(items.map(({ status, author, body }) => [status, author, body.value])).to.deep.equal([
      ['deleted', null, ''],
      ['hidden', null, ''],
      ['hidden', null, ''],
    ]);
  });

  it('does not show the author of a hidden or deleted comment, although Ghost sends it', async () => {
    const states = ['hidden', 'deleted', 'unheard-of', 'published'].map((status) => comment(status, { status }));
    const { items } = await list(blog([page(states)]).adapter);
    expect(items.map(({ status, author }) => [status, author?.name])).to.deep.equal([
      ['hidden', undefined],
      ['deleted', undefined],
      ['hidden', undefined],
      ['visible', 'bob'],
    ]);
  });

  it('posts text as escaped HTML, and a reply to a reply below the same top-level comment', async () => {
    const parent: Exchange = {
      request: `GET ${API}/comments/r1/?include=parent`,
      body: { comments: [comment('r1', { parent: comment('a') })] },
    };
    const { adapter, sent } = blog([parent, posted({ in_reply_to_id: 'r1' })]);
    const result = await adapter.submit(draft({ parentId: 'r1', body: '1 < 2' }), call);
    expect(result.comment).to.deep.include({ id: 'new', parentId: 'a', replyTo: { id: 'r1', name: 'bob' } });
    expect(sent[1]?.body).to.deep.equal({
      comments: [{ post_id: POST, parent_id: 'a', in_reply_to_id: 'r1', html: '<p>1 &lt; 2</p>' }],
    });
    expect(textToHtml('a\r\nb\n\n\n"c" & https://example.com/?x=1&y="2".')).to.equal(
      '<p>a<br>b</p><p>&quot;c&quot; &amp; <a href="https://example.com/?x=1&amp;y=">https://example.com/?x=1&amp;y=</a>&quot;2&quot;.</p>',
    );
  });

  it('links whole addresses, with the brackets that they open, and without the quotation marks around them', () => {
    const link = (url: string): string => `<a href="${url}">${url}</a>`;
    const tower = 'https://example.com/wiki/Tower_(bridge)';
    expect(textToHtml(`${tower}, (${tower})`)).to.equal(`<p>${link(tower)}, (${link(tower)})</p>`);
    expect(textToHtml(`„https://example.com/a“ …`)).to.equal(`<p>„${link('https://example.com/a')}“ …</p>`);
    expect(textToHtml('It begins with https://.')).to.equal('<p>It begins with https://.</p>');
  });

  it('posts only as the member whom the page shows, although another tab may have signed in or out', async () => {
    const alice: Exchange = { request: `GET ${API}/member/`, body: { ...bob, uuid: 'of-alice', name: 'alice' } };
    for (const by of [alice, signedOut]) {
      const { adapter, sent } = blog([by, posted()]);
      await failure(adapter.submit(draft({ authorId: bob.uuid }), call), 'session-expired', {}, NO_MESSAGE);
      expect(sent.filter(({ request }) => request.startsWith('POST'))).to.be.empty;
    }
    const { adapter } = blog([member, posted()]);
    expect((await adapter.submit(draft({ authorId: bob.uuid }), call)).outcome).to.equal('published');
  });

  it('accepts a like that exists already, and one that is gone already', async () => {
    const like = refused(`POST ${API}/comments/a/like/`, 400, 'This comment was liked already');
    const { adapter } = blog([like, page([comment('a', { count: { likes: 2 } })])]);
    expect(await adapter.vote(discussion, { id: 'a', value: 1 }, call)).to.deep.equal({ up: 2, mine: 1 });
    const none = blog([refused(`DELETE ${API}/comments/a/like/`, 404, 'Unable to find like'), page([comment('a')])]);
    expect(await none.adapter.vote(discussion, { id: 'a', value: 0 }, call)).to.deep.equal({ up: 0, mine: 0 });
    const gone = refused(
      `POST ${API}/comments/a/like/`,
      500,
      'An unexpected error occurred, please try again.',
      'SQLITE_CONSTRAINT: FOREIGN KEY constraint failed',
    );
    const error = await failure(blog([gone]).adapter.vote(discussion, { id: 'a', value: 1 }, call), 'not-found');
    expect(error.message).not.to.include('SQLITE');
  });

  it('keeps what a database says for support', async () => {
    const locked = refused(`POST ${API}/comments/a/like/`, 500, 'An unexpected error occurred.', 'SQLITE_BUSY: locked');
    const error = await failure(blog([locked]).adapter.vote(discussion, { id: 'a', value: 1 }, call), 'unavailable');
    expect(error.message).to.equal('SQLITE_BUSY: locked');
    expect(error.info.audience).to.equal('support');
  });

  it('edits, deletes, reports and signs out', async () => {
    const { adapter, sent } = blog([
      {
        request: `PUT ${API}/comments/a/`,
        body: { comments: [comment('a', { edited_at: '2026-11-24T13:48:00.000Z' })] },
      },
      {
        request: `PUT ${API}/comments/a/`,
        body: { comments: [comment('a', { status: 'deleted', html: null, count: { replies: 2 } })] },
      },
      // A report is only for a comment that is still there.
      { request: `GET ${API}/comments/a/`, body: { comments: [comment('a')] } },
      { request: `POST ${API}/comments/a/report/`, status: 204 },
      { request: `DELETE ${API}/session/`, status: 204 },
    ]);
    expect(await adapter.edit(discussion, { id: 'a', body: 'Better' }, call)).to.include({
      editedAt: '2026-11-24T13:48:00.000Z',
    });
    expect(await adapter.remove(discussion, 'a', call)).to.deep.equal({ effect: 'tombstone' });
    expect(await adapter.report(discussion, { id: 'a', reason: 'abuse' }, call)).to.equal(undefined);
    await adapter.signOut(call);
    expect(sent.map(({ body }) => body)).to.deep.equal([
      { comments: [{ html: '<p>Better</p>' }] },
      { comments: [{ status: 'deleted' }] },
      undefined,
      undefined,
      undefined,
    ]);
    expect(sent.every(({ credentials }) => credentials === undefined)).to.equal(true);
  });

  it('refuses to edit or report a removed comment, which Ghost would accept', async () => {
    const removed = { comments: [comment('a', { status: 'deleted', html: null })] };
    const { adapter, sent } = blog([
      { request: `PUT ${API}/comments/a/`, body: removed },
      { request: `GET ${API}/comments/a/`, body: removed },
    ]);
    await failure(adapter.edit(discussion, { id: 'a', body: 'Better' }, call), 'not-found');
    await failure(adapter.report(discussion, { id: 'a', reason: 'abuse' }, call), 'not-found');
    expect(sent).to.have.length(2);
  });

  it('links to the paid plans once the blog has refused a comment', async () => {
    const no = refused(
      `POST ${API}/comments/`,
      403,
      'Permission error',
      'You do not have permission to comment on this post.',
    );
    const { adapter } = blog([signedOut, counts, page([]), no]);
    expect((await adapter.open(discussion, call)).posting).not.to.have.property('refusal');
    await failure(adapter.submit(draft(), call), 'forbidden');
    expect((await adapter.open(discussion, call)).posting?.refusal).to.deep.equal({
      reason: 'not-a-member',
      href: `${location.origin}/#/portal/account/plans`,
    });
  });

  it('signs in through the portal on the page if the theme loads it, else on the front page of the blog', async () => {
    const { adapter } = blog([]);
    expect(await adapter.signIn(call)).to.deep.equal({ redirect: `${location.origin}/#/portal/signin` });
    const script = document.head.appendChild(Object.assign(document.createElement('script'), { type: 'text/plain' }));
    script.dataset.ghost = location.origin;
    expect(await adapter.signIn(call)).to.deep.equal({
      redirect: `${location.pathname}${location.search}#/portal/signin`,
    });
    script.remove();
    expect(await blog([], { signInUrl: '/account' }).adapter.signIn(call)).to.deep.equal({ redirect: '/account' });
  });

  it('maps errors to kinds, and never repeats a write', async () => {
    const post = async (exchange: Exchange, fields: Partial<Draft> = {}) => {
      const { adapter, sent } = blog([exchange]);
      const outcome = await adapter.submit(draft(fields), call).catch((error: unknown) => error);
      expect(sent.filter(({ request }) => request.startsWith('POST'))).to.have.length.at.most(1);
      return outcome as { kind: string; message: string };
    };
    const request = `POST ${API}/comments/`;
    const empty = refused(
      request,
      422,
      'Validation error, cannot save comment.',
      'The body of a comment cannot be empty',
    );
    expect(await post(empty)).to.include({ kind: 'invalid', message: 'The body of a comment cannot be empty' });
    expect(await post(refused(request, 401, 'Authorisation error', 'Unable to find member'))).to.include({
      kind: 'sign-in-required',
    });
    expect(
      await post(refused(request, 403, 'Permission error', 'You do not have permission to comment on this post.')),
    ).to.include({
      kind: 'forbidden',
    });
    const failing = await post({ request, status: 502, body: '<html>' });
    expect(failing).to.include({ kind: 'unavailable' });
    expect((failing as AdapterError).info).to.include({ code: '502', audience: 'support' });
    expect(await post({ request, status: 201, body: '<html>' })).to.include({ kind: 'bad-response' });
    expect(await post({ request, status: 201, body: { comments: [] } })).to.include({ kind: 'bad-response' });
    expect(
      await post(refused(`GET ${API}/comments/x/`, 404, 'Resource not found error', 'Comment could not be found'), {
        parentId: 'x',
      }),
    ).to.include({
      kind: 'parent-gone',
    });
    await failure(list(blog([{ request: 'GET', body: '<html>private</html>' }]).adapter), 'bad-response');
    await failure(list(blog([{ request: 'GET', body: { comments: null } }]).adapter), 'bad-response');
    const noId = refused(`GET ${API}/comments/zzz/`, 422, 'Validation (matches) failed for id', 'undefined.id');
    await failure(blog([noId]).adapter.get(discussion, 'zzz', call), 'not-found');
    const offline = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch;
    await failure(list(blog([], { fetch: offline }).adapter), 'network');
    const reason = new DOMException('left', 'AbortError');
    const left = blog([page([])]).adapter.list(
      { discussion, sort: 'oldest', limit: 2 },
      { signal: AbortSignal.abort(reason) },
    );
    expect(await left.catch((error: unknown) => error)).to.equal(reason);
  });

  it('times out if the blog does not respond', async () => {
    const silent = (() => new Promise(() => {})) as typeof fetch;
    const { adapter } = blog([], { fetch: silent, timeout: { read: 10, write: 10 } });
    await failure(list(adapter), 'timeout');
    expect((await failure(adapter.submit(draft(), call), 'timeout')).info.stored).not.to.equal('no');
  });

  it('connects to the blog in src, and requires one', () => {
    expect(connect({ src: 'https://blog.example' }).name).to.equal('ghost');
    expect(() => connect({})).to.throw('src="…"');
  });
});
