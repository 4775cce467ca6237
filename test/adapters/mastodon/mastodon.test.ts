/**
 * No package contains a Mastodon instance, so these responses were not recorded: they follow Mastodon's documentation. Those in
 * snac.test.ts come from a server that speaks the same API.
 */
import { expect } from 'chai';
import { connect, mastodonAdapter, type MastodonOptions } from '../../../src/adapters/mastodon.js';
import type { DiscussionRef, Draft } from '../../../src/model/adapter.js';
import { all, call, failure, idsOf, NO_MESSAGE } from '../../support/adapter-fixture.js';
import { FakeClock } from '../../support/fake-clock.js';
import { type Exchange, replayedFetch } from '../../support/replayed-fetch.js';

const discussion: DiscussionRef = { key: '100', url: 'https://news.example/42' };
const account = (name: string, fields: object = {}) => ({
  id: `of-${name}`,
  username: name,
  acct: `${name}@far.example`,
  display_name: '',
  url: `https://far.example/@${name}`,
  avatar: `https://far.example/${name}.png`,
  emojis: [],
  ...fields,
});
const status = (id: string, parent: string | null = '100', fields: object = {}) => ({
  id,
  created_at: `2026-11-24T10:00:${id.slice(-2)}.000Z`,
  edited_at: null,
  in_reply_to_id: parent,
  in_reply_to_account_id: null,
  sensitive: false,
  spoiler_text: '',
  visibility: 'public',
  language: 'en',
  uri: `https://far.example/users/ada/statuses/${id}`,
  url: `https://far.example/@ada/${id}`,
  replies_count: 0,
  reblogs_count: 0,
  favourites_count: 0,
  content: `<p>Text of ${id}</p>`,
  account: account('ada'),
  media_attachments: [],
  mentions: [],
  tags: [],
  emojis: [],
  card: null,
  poll: null,
  ...fields,
});
const root = status('100', null, { account: account('news') });
const get = (path: string, body: unknown): Exchange => ({ request: `GET /api/${path}`, body });
const context = (...descendants: readonly object[]): Exchange =>
  get('v1/statuses/100/context', { ancestors: [], descendants });
const refused = (request: string, code: number, error: string, headers: Record<string, string> = {}): Exchange => ({
  request,
  status: code,
  headers,
  body: { error },
});

function instance(exchanges: readonly Exchange[], options: Partial<MastodonOptions> = {}) {
  const { fetch, sent } = replayedFetch(...exchanges);
  return { adapter: all(mastodonAdapter({ src: 'https://mastodon.example/', fetch, ...options })), sent };
}
const list = (adapter: ReturnType<typeof instance>['adapter'], fields: object = {}) =>
  adapter.list({ discussion, sort: 'oldest', limit: 25, ...fields }, call);
const draft = (fields: Partial<Draft> = {}): Draft => ({
  discussion,
  parentId: null,
  body: 'Hello',
  submitKey: 'one',
  ...fields,
});
const token = 'token';

describe('the Mastodon adapter', () => {
  it('lists each reply after its parent, in three orders', async () => {
    const descendants = [
      status('130'),
      status('112', '111'),
      status('111', '110'),
      status('110', '100', { favourites_count: 3 }),
      status('120'),
    ];
    const { adapter } = instance([context(...descendants)]);
    const page = await list(adapter);
    expect(idsOf(page.items)).to.deep.equal(['110', '120', '130', '111', '112']);
    expect(page.items.map(({ parentId }) => parentId)).to.deep.equal([null, null, null, '110', '111']);
    expect(page.total).to.equal(5);
    expect(page).not.to.have.property('truncated');
    expect(idsOf((await list(adapter, { sort: 'newest' })).items)).to.deep.equal(['130', '120', '110', '111', '112']);
    expect(idsOf((await list(adapter, { sort: 'top' })).items)).to.deep.equal(['110', '120', '130', '111', '112']);
  });

  it('reports a thread as truncated at the limits for reading without an account', async () => {
    const many = Array.from({ length: 60 }, (_, index) => status(`2${String(index).padStart(2, '0')}`));
    const page = await list(instance([context(...many)]).adapter);
    expect(page.truncated).to.equal(true);
    expect(page.total).to.equal(undefined);
    expect(await list(instance([context(...many)], { token }).adapter)).not.to.have.property('truncated');
    const deep = Array.from({ length: 20 }, (_, index) =>
      status(`${300 + index}`, index === 0 ? '100' : `${299 + index}`),
    );
    expect(await list(instance([context(...deep)]).adapter)).not.to.have.property('truncated');
    const last = { ...deep[19], replies_count: 1 };
    expect((await list(instance([context(...deep.slice(0, 19), last)]).adapter)).truncated).to.equal(true);
  });

  it('maps authors, content warnings, attachments and shortcodes', async () => {
    const shown = status('110', '100', {
      spoiler_text: '<b>spoiler & more',
      content: '<p>Hello :blobcat: <span class="invisible">https://</span></p>',
      account: account('news', { display_name: 'The News :verified:' }),
      media_attachments: [
        { url: 'https://far.example/a.png?"', description: 'A <cat>' },
        { url: null, description: null },
      ],
      edited_at: '2026-11-24T11:00:00.000Z',
    });
    const { adapter } = instance([get('v1/statuses/100', root), context(shown)]);
    await adapter.open(discussion, call);
    const [comment] = (await list(adapter)).items;
    expect(comment).to.deep.include({
      author: {
        id: 'of-news',
        name: 'The News :verified:',
        url: 'https://far.example/@news',
        avatar: 'https://far.example/news.png',
        badges: ['author'],
      },
      permalink: 'https://far.example/@ada/110',
      editedAt: '2026-11-24T11:00:00.000Z',
      votes: { up: 0 },
      can: { edit: false },
    });
    expect(comment?.body).to.deep.equal({
      format: 'html',
      value:
        '<p><strong>&lt;b&gt;spoiler &amp; more</strong></p><p>Hello :blobcat: <span class="invisible">https://</span></p>' +
        '<p><a href="https://far.example/a.png?&quot;">A &lt;cat&gt;</a></p>',
    });
  });

  for (const [content, fields] of [
    ['a poll', { poll: { id: '7', options: [{ title: 'Tea' }, { title: 'Coffee' }] } }],
    ['a content warning', { spoiler_text: 'Spiders' }],
    ['an attachment', { media_attachments: [{ url: 'https://far.example/a.png', description: null }] }],
  ] as const)
    it(`does not offer to edit a status with ${content}, which editing the text would drop`, async () => {
      const { items } = await list(instance([context(status('110', '100', fields))], { token }).adapter);
      expect(items[0]).to.deep.include({ id: '110', can: { edit: false } });
    });

  it('does not forbid the edit of a status that is only text', async () => {
    const { items } = await list(instance([context(status('110'))], { token }).adapter);
    expect(items[0]).to.include({ id: '110' }).and.not.have.property('can');
  });

  it('is read-only and links to the status without a token', async () => {
    const { adapter } = instance([get('v1/statuses/100', root)]);
    expect(adapter).not.to.have.any.keys('submit', 'vote', 'report', 'edit', 'remove', 'source');
    const info = await adapter.open(discussion, call);
    expect(info).to.deep.include({ state: 'open', viewer: { state: 'anonymous' } });
    expect(info.posting?.refusal).to.include({
      reason: 'other',
      href: 'https://far.example/@ada/100',
      label: 'Reply on Mastodon',
    });
    const german = instance([get('v1/statuses/100', root)], {
      replyElsewhere: 'Antworten Sie dort.',
      replyLink: 'Zu Mastodon',
    });
    expect((await german.adapter.open(discussion, call)).posting?.refusal).to.include({
      message: 'Antworten Sie dort.',
      label: 'Zu Mastodon',
    });
  });

  it('treats an empty token as none, as on a page without a signed-in viewer', async () => {
    const { adapter, sent } = instance([get('v1/statuses/100', root)], { token: '' });
    expect(adapter).not.to.have.any.keys('submit', 'vote', 'report', 'edit', 'remove', 'source');
    expect((await adapter.open(discussion, call)).posting?.refusal).to.include({ label: 'Reply on Mastodon' });
    expect(sent[0]?.headers.get('authorization')).to.equal(null);
  });

  it('reports the state missing if the status does not exist', async () => {
    const none = (path: string) => refused(`GET /api/v1/statuses/100${path}`, 404, 'Record not found');
    expect(await instance([none('')]).adapter.open(discussion, call)).to.deep.equal({ state: 'missing' });
    expect(await list(instance([none('/context')]).adapter)).to.deep.equal({ items: [], total: 0 });
  });

  it('accepts ids and addresses of statuses, and reports invalid keys', async () => {
    const keys = ['100', 'https://mastodon.example/@news/100', 'https://mastodon.example/users/news/statuses/100/?a#b'];
    const { adapter, sent } = instance([get('v1/statuses/100', root)]);
    for (const key of keys) await adapter.open({ key, url: '' }, call);
    expect(new Set(sent.map(({ url }) => url.href))).to.deep.equal(
      new Set(['https://mastodon.example/api/v1/statuses/100']),
    );
    const error = await failure(adapter.open({ key: 'https://news.example/article', url: '' }, call), 'invalid');
    expect(error.message)
      .to.include('"https://news.example/article"')
      .and.to.include('https://mastodon.example/@news/109');
  });

  it('counts direct replies, 20 statuses in a request', async () => {
    const keys = Array.from({ length: 25 }, (_, index) => `${500 + index}`);
    const { adapter, sent } = instance([
      get('v1/statuses?id[]=500', [status('500', null, { replies_count: 4 })]),
      get('v1/statuses?id[]=520', []),
    ]);
    const counts = await adapter.counts(
      keys.map((key) => ({ key, url: '' })),
      call,
    );
    expect([...counts]).to.deep.equal([['500', 4]]);
    expect(sent.map(({ url }) => url.searchParams.getAll('id[]').length)).to.deep.equal([20, 5]);
  });

  it('times out if the instance does not respond', async () => {
    const silent = (() => new Promise(() => {})) as typeof fetch;
    const { adapter } = instance([], { fetch: silent, token, timeout: { read: 10, write: 10 } });
    await failure(list(adapter), 'timeout');
    expect((await failure(adapter.submit(draft(), call), 'timeout')).info.stored).not.to.equal('no');
  });

  it('connects to the instance in src, and requires one', async () => {
    const adapter = await connect({ src: 'https://mastodon.example' });
    expect(adapter).to.include({ name: 'mastodon' }).and.not.to.have.property('submit');
    expect((await failure(connect({}), 'invalid')).message).to.contain('src="…"');
  });

  it('connects as the owner of the element’s token, and anonymously if it is empty', async () => {
    const src = 'https://mastodon.example';
    for (const token of ['ada', () => 'ada', async () => 'ada'])
      expect(await connect({ src, token })).to.have.property('submit');
    for (const token of ['', () => '', undefined]) expect(await connect({ src, token })).not.to.have.property('submit');
    const error = new Error('Nobody knows.');
    expect(await connect({ src, token: () => Promise.reject(error) }).catch((thrown: unknown) => thrown)).to.equal(
      error,
    );
  });
});

describe('the Mastodon adapter with a token', () => {
  const credentials = get('v1/accounts/verify_credentials', account('bob', { display_name: 'Bob' }));
  const limits = get('v2/instance', {
    configuration: { statuses: { max_characters: 500, characters_reserved_per_url: 23 } },
  });

  it('recognises the viewer and the maximum length of a status', async () => {
    const { adapter, sent } = instance([credentials, limits, get('v1/statuses/100', root)], { token });
    const { viewer, posting } = await adapter.open(discussion, call);
    expect(viewer).to.deep.include({ state: 'signed-in' }).and.to.have.nested.property('author.name', 'Bob');
    expect(posting).to.deep.equal({ who: 'signed-in', max: { value: 468, unit: 'graphemes' } });
    expect(sent.every(({ headers }) => headers.get('authorization') === 'Bearer token')).to.equal(true);
  });

  it('keeps reading when the token has expired', async () => {
    const ended = refused('GET /api/v1/accounts/verify_credentials', 401, 'The access token was revoked');
    const { adapter } = instance([ended, limits, get('v1/statuses/100', root)], { token });
    expect((await adapter.open(discussion, call)).viewer).to.deep.equal({ state: 'anonymous' });
  });

  it('reads without a token that the instance has revoked', async () => {
    const { fetch } = replayedFetch(get('v1/statuses/100', root), limits, context(status('110')));
    const revoked = (async (url: string, init: RequestInit) =>
      new Headers(init.headers).has('authorization')
        ? Response.json({ error: 'The access token was revoked' }, { status: 401 })
        : fetch(url, init)) as typeof globalThis.fetch;
    const adapter = all(mastodonAdapter({ src: 'https://mastodon.example/', fetch: revoked, token }));
    const { viewer, posting } = await adapter.open(discussion, call);
    expect([viewer, posting?.refusal?.label]).to.deep.equal([{ state: 'anonymous' }, 'Reply on Mastodon']);
    expect(idsOf((await list(adapter)).items)).to.deep.equal(['110']);
    await failure(
      adapter.submit(draft({ authorId: undefined }), call),
      'session-expired',
      { stored: 'no' },
      NO_MESSAGE,
    );
  });

  it('reports a refused token as an ended session where only accounts may read', async () => {
    const refusing = (async () => Response.json({}, { status: 401 })) as typeof fetch;
    const { adapter } = instance([], { fetch: refusing, token });
    await failure(adapter.open(discussion, call), 'session-expired', {}, NO_MESSAGE);
    await failure(list(adapter), 'session-expired', {}, NO_MESSAGE);
  });

  it('sends a fresh token of the page once the first has been refused', async () => {
    const { fetch } = replayedFetch(context(status('110')));
    const sent: (string | null)[] = [];
    const refusing = (async (url: string, init: RequestInit) => {
      sent.push(new Headers(init.headers).get('authorization'));
      return sent.at(-1) === 'Bearer fresh' ? fetch(url, init) : Response.json({ error: 'expired' }, { status: 401 });
    }) as typeof globalThis.fetch;
    let current = 'old';
    const adapter = mastodonAdapter({
      src: 'https://mastodon.example/',
      fetch: refusing,
      token: async ({ refresh }) => (current = refresh ? 'fresh' : current),
    });
    expect(idsOf((await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call)).items)).to.deep.equal(['110']);
    expect(sent).to.include('Bearer old').and.to.include('Bearer fresh').and.not.to.include(null);
  });

  it('does not post a draft that the page shows as written by another account', async () => {
    const { adapter, sent } = instance([credentials, limits, get('v1/statuses/100', root)], { token });
    await adapter.open(discussion, call);
    for (const authorId of ['of-ada', null])
      await failure(adapter.submit(draft({ authorId }), call), 'session-expired', {}, NO_MESSAGE);
    expect(sent.some(({ request }) => request.startsWith('POST'))).to.equal(false);
  });

  it('mentions the author of the parent, and sends the submit key as idempotency key', async () => {
    const stored = { ...status('140', '110'), request: undefined };
    const unlisted = status('110', '100', { visibility: 'unlisted' });
    const { adapter, sent } = instance(
      [get('v1/statuses/110', unlisted), { request: 'POST /api/v1/statuses', body: stored }],
      { token },
    );
    const { outcome, comment } = await adapter.submit(draft({ parentId: '110' }), call);
    expect(outcome).to.equal('published');
    expect(comment).to.include({ id: '140', parentId: '110' });
    expect(sent[1]?.headers.get('idempotency-key')).to.equal('one');
    expect(sent[1]?.body).to.deep.equal({
      status: '@ada@far.example Hello',
      in_reply_to_id: '110',
      visibility: 'unlisted',
    });
    const top = instance([get('v1/statuses/100', root), { request: 'POST /api/v1/statuses', body: status('141') }], {
      token,
    });
    expect((await top.adapter.submit(draft(), call)).comment?.parentId).to.equal(null);
    expect(top.sent[1]?.body).to.deep.equal({
      status: '@news@far.example Hello',
      in_reply_to_id: '100',
      visibility: 'public',
    });
  });

  it('rejects a post or edit that is blank except for the mention', async () => {
    const { adapter, sent } = instance([], { token });
    for (const body of ['', ' \n\t ']) {
      await failure(adapter.submit(draft({ body }), call), 'invalid', { field: 'body' });
      await failure(adapter.edit(discussion, { id: '110', body }, call), 'invalid', { field: 'body' });
    }
    expect(sent).to.deep.equal([]);
  });

  it('removes NUL characters, after which a server may lose the text', async () => {
    const { adapter, sent } = instance(
      [
        get('v1/statuses/100', root),
        { request: 'POST /api/v1/statuses', body: status('141') },
        get('v1/statuses/141', status('141')),
        { request: 'PUT /api/v1/statuses/141', body: status('141') },
      ],
      { token },
    );
    await adapter.submit(draft({ body: 'be\0fore' }), call);
    await adapter.edit(discussion, { id: '141', body: 'af\0ter' }, call);
    expect(sent.map(({ body }) => (body as { status?: string } | undefined)?.status)).to.deep.equal([
      undefined,
      '@news@far.example before',
      undefined,
      'after',
    ]);
  });

  it('favourites, edits, deletes and reports statuses', async () => {
    const own = 'api/v1/statuses/110';
    const { adapter, sent } = instance(
      [
        { request: `POST /${own}/favourite`, body: status('110', '100', { favourites_count: 2, favourited: true }) },
        { request: `POST /${own}/unfavourite`, body: status('110', '100', { favourites_count: 1, favourited: false }) },
        get('v1/statuses/110/source', { id: '110', text: 'Hello', spoiler_text: '' }),
        { request: `PUT /${own}`, body: status('110', '100', { edited_at: '2026-11-24T11:00:00.000Z' }) },
        { request: `DELETE /${own}`, body: status('110') },
        get('v1/statuses/110', status('110')),
        { request: 'POST /api/v1/reports', body: { id: '48914', action_taken: false, category: 'spam' } },
      ],
      { token },
    );
    expect(await adapter.vote(discussion, { id: '110', value: 1 }, call)).to.deep.equal({ up: 2, mine: 1 });
    expect(await adapter.vote(discussion, { id: '110', value: 0 }, call)).to.deep.equal({ up: 1, mine: 0 });
    expect(await adapter.source(discussion, '110', call)).to.equal('Hello');
    expect(await adapter.edit(discussion, { id: '110', body: 'Better' }, call)).to.include({
      parentId: null,
      editedAt: '2026-11-24T11:00:00.000Z',
    });
    expect(await adapter.remove(discussion, '110', call)).to.deep.equal({ effect: 'subtree' });
    expect(await adapter.report(discussion, { id: '110', reason: 'spam', detail: 'ad' }, call)).to.deep.equal({
      reference: '48914',
    });
    expect(sent.at(-1)?.body).to.deep.equal({
      account_id: 'of-ada',
      status_ids: ['110'],
      category: 'spam',
      comment: 'ad',
    });
  });

  it('maps errors to kinds, and never repeats a write', async () => {
    const request = 'POST /api/v1/statuses';
    const post = async (exchange: Exchange, fields: Partial<Draft> = {}) => {
      const { adapter, sent } = instance([get('v1/statuses/1', status('100', null)), exchange], { token });
      const outcome = await adapter.submit(draft(fields), call).catch((error: unknown) => error);
      expect(sent.filter((one) => one.request.startsWith('POST'))).to.have.length.at.most(1);
      return outcome as { kind: string; message: string; info: { retryAfter?: number; field?: string } };
    };
    const long = await post(refused(request, 422, 'Validation failed: Text character limit of 500 exceeded'));
    expect([long.kind, long.info.field]).to.deep.equal(['too-long', 'body']);
    expect((await post(refused(request, 422, "Validation failed: Text can't be blank"))).kind).to.equal('invalid');
    expect((await post(refused(request, 401, 'The access token is invalid'))).kind).to.equal('session-expired');
    expect((await post(refused(request, 403, 'This action is outside the authorized scopes'))).kind).to.equal(
      'forbidden',
    );
    expect((await post({ request, status: 503, body: '<html>' })).kind).to.equal('unavailable');
    expect((await post({ request, body: '<html>' })).kind).to.equal('bad-response');
    const clock = FakeClock.installAt('2026-11-24T10:00:00Z');
    try {
      const headers = { 'x-ratelimit-reset': '2026-11-24T10:01:00Z' };
      const limited = await post(refused(request, 429, 'Too many requests', headers));
      expect([limited.kind, limited.info.retryAfter]).to.deep.equal(['rate-limited', 60]);
    } finally {
      clock.uninstall();
    }
    const gone = instance([refused('GET /api/v1/statuses/110', 404, 'Record not found')], { token });
    await failure(gone.adapter.submit(draft({ parentId: '110' }), call), 'parent-gone');
    const closed = instance([refused('GET /api/v1/statuses/100', 401, 'This method requires an authenticated user')]);
    await failure(closed.adapter.open(discussion, call), 'sign-in-required');
    await failure(list(instance([get('v1/statuses/100/context', {})]).adapter), 'bad-response');
    const offline = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch;
    await failure(list(instance([], { fetch: offline }).adapter), 'network');
    const reason = new DOMException('left', 'AbortError');
    const left = instance([context()]).adapter.list(
      { discussion, sort: 'oldest', limit: 25 },
      { signal: AbortSignal.abort(reason) },
    );
    expect(await left.catch((error: unknown) => error)).to.equal(reason);
  });
});
