/** The adapter against recorded exchanges. The tests against a real Waline are in test/backends/waline. */
import { expect } from 'chai';
import { connect, walineAdapter } from '../../../src/adapters/waline.js';
import type { CommentsAdapter, DiscussionRef, ErrorKind } from '../../../src/model/adapter.js';
import { all, call, draft, failure, idsOf, NO_MESSAGE } from '../../support/adapter-fixture.js';
import { replay, type Exchange } from '../../support/replay.js';
import recordedExchanges from './exchanges.json' with { type: 'json' };

const place = 'https://waline.example';
const exchanges = recordedExchanges as unknown as readonly Exchange[];
const discussion: DiscussionRef = { key: '/open/', url: '' };
const guest = { name: 'Ada', email: 'ada@example.test' };

function recorded() {
  const { fetch, requests } = replay(exchanges, place);
  return { adapter: all(walineAdapter({ src: place, fetch })), requests };
}

function respondingWith(status: number, body: unknown): Required<CommentsAdapter> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return all(walineAdapter({ src: place, fetch: async () => new Response(text, { status }) }));
}

describe('the Waline adapter', () => {
  it('opens without a request, and lists replies after their parents', async () => {
    const { adapter, requests } = recorded();
    const info = await adapter.open(discussion, call);
    expect([info.state, info.viewer?.state, requests.length]).to.deep.equal(['open', 'anonymous', 0]);
    const first = await adapter.list({ discussion, sort: 'oldest', limit: 2 }, call);
    expect(idsOf(first.items)).to.deep.equal(['1', '2', '3']);
    expect(first.items[1]?.parentId).to.equal('1');
    expect(first.items[0]).to.deep.include({
      source: '1 < 2 & so on',
      status: 'visible',
      votes: { up: 0 },
      can: { edit: false, remove: false },
    });
    expect(first.total).to.equal(4);
    const second = await adapter.list({ discussion, sort: 'oldest', limit: 2, cursor: first.next ?? '' }, call);
    expect(idsOf(second.items)).to.deep.equal(['4']);
    expect(second).not.to.have.property('next');
  });

  it('repeats a refused write once, with a fresh token of the page', async () => {
    const sent: [string | undefined, string | null][] = [];
    const fetch = (async (_url: string, { method, headers }: RequestInit) => {
      const authorization = new Headers(headers).get('authorization');
      sent.push([method, authorization]);
      return authorization === 'Bearer fresh'
        ? Response.json({ errno: 0, data: '' })
        : new Response('', { status: 401 });
    }) as typeof globalThis.fetch;
    let current = 'old';
    const adapter = all(
      walineAdapter({ src: place, fetch, token: ({ refresh }) => (current = refresh ? 'fresh' : current) }),
    );
    expect(await adapter.remove(discussion, '1', call)).to.deep.equal({ effect: 'subtree' });
    expect(sent).to.deep.equal([
      ['DELETE', 'Bearer old'],
      ['DELETE', 'Bearer fresh'],
    ]);
  });

  it('asks no name of the owner of a token, even before the viewer is loaded', async () => {
    const { fetch, requests } = replay(exchanges, place);
    const adapter = all(walineAdapter({ src: place, fetch, token: 'of-ada' }));
    expect((await adapter.submit(draft({ discussion, body: '1 < 2 & so on' }), call)).outcome).to.equal('published');
    expect(requests).to.have.length(1);
  });

  it('reads as a guest with a token that the server refuses', async () => {
    const { fetch } = replay(exchanges, place);
    const refusing = (async (url: string, init: RequestInit) =>
      new Headers(init.headers).has('authorization')
        ? new Response('', { status: 401 })
        : fetch(url, init)) as typeof globalThis.fetch;
    const adapter = all(walineAdapter({ src: place, fetch: refusing, token: 'revoked' }));
    expect((await adapter.open(discussion, call)).viewer).to.deep.equal({ state: 'anonymous' });
    expect(idsOf((await adapter.list({ discussion, sort: 'oldest', limit: 2 }, call)).items)).to.deep.equal([
      '1',
      '2',
      '3',
    ]);
  });

  it('posts the text as typed, and detects errors with status 200', async () => {
    const { adapter, requests } = recorded();
    const result = await adapter.submit(draft({ discussion, body: '1 < 2 & so on', guest }), call);
    expect(result.outcome).to.equal('published');
    expect(requests[0]?.body).to.deep.equal({
      url: '/open/',
      comment: '1 < 2 & so on',
      nick: 'Ada',
      mail: 'ada@example.test',
    });
    await failure(adapter.submit(draft({ discussion, guest }), call), 'duplicate', { code: '1000' }, NO_MESSAGE);
    await adapter.submit(draft({ discussion, parentId: '1', guest }), call);
    expect(requests[2]?.body).to.include({ pid: 1, rid: 1 });
  });

  it('counts and likes comments, and passes on refusals', async () => {
    const { adapter } = recorded();
    expect([...(await adapter.counts([discussion, { key: '/other/', url: '' }], call))]).to.deep.equal([
      ['/open/', 4],
      ['/other/', 0],
    ]);
    await failure(adapter.vote(discussion, { id: '1', value: -1 }, call), 'unsupported');
    await failure(adapter.edit(discussion, { id: '1', body: 'x' }, call), 'sign-in-required', {}, NO_MESSAGE);
    await failure(adapter.remove(discussion, '1', call), 'sign-in-required', {}, NO_MESSAGE);
    expect(await adapter.vote(discussion, { id: '1', value: 1 }, call)).to.deep.equal({ up: 1 });
    expect(adapter.features.votesKnowViewer).to.equal(false);
  });

  it('asks for one discussion twice, because the server splits a single address at its commas', async () => {
    const asked: string[][] = [];
    const fetch = (async (url: string) => {
      const addresses = new URL(url).searchParams.getAll('url');
      asked.push(addresses);
      const read = addresses.length > 1 ? addresses : addresses[0]!.split(',');
      return Response.json({ errno: 0, data: read.map((address) => (address === '/a,b/' ? 7 : 0)) });
    }) as typeof globalThis.fetch;
    const { counts } = all(walineAdapter({ src: place, fetch }));
    expect([...(await counts([{ key: '/a,b/', url: '' }], call))]).to.deep.equal([['/a,b/', 7]]);
    expect(asked).to.deep.equal([['/a,b/', '/a,b/']]);
  });

  // If the kind explains the error, the server's terse English message is kept for developers only.
  const errors: readonly [number, object, ErrorKind, object, RegExp?][] = [
    [200, { errno: 1000, errmsg: 'Duplicate Content' }, 'duplicate', {}, NO_MESSAGE],
    [200, { errno: 1000, errmsg: 'Comment too fast!' }, 'rate-limited', { retryAfter: 60 }, NO_MESSAGE],
    [200, { errno: 1000, errmsg: 'No links, please' }, 'rejected', {}, /^No links, please$/],
    [200, { errno: 1001, errmsg: { comment: 'comment can not be blank' } }, 'invalid', { field: 'body' }],
    [401, { errno: 401, errmsg: 'Unauthorized' }, 'sign-in-required', {}, NO_MESSAGE],
    [403, { errno: 403, errmsg: 'Forbidden' }, 'forbidden', {}, NO_MESSAGE],
    [500, { errno: 500, errmsg: 'Cannot read properties of undefined' }, 'unavailable', {}],
    [200, {}, 'bad-response', {}],
  ];
  for (const [status, body, kind, info, message] of errors) {
    it(`maps ${status} ${JSON.stringify(body)} to ${kind}`, async () => {
      const submitting = respondingWith(status, body).submit(draft({ discussion, guest }), call);
      const { cause } = (await failure(submitting, kind, info, message)).info;
      expect((cause as Error).message).to.contain(JSON.stringify(body));
    });
  }

  it('does not rule out that a failed comment was stored, and sends it once', async () => {
    const requests: string[] = [];
    const fetch = ((address: string, init?: RequestInit) => {
      requests.push(`${init?.method} ${address}`);
      const failed = { errno: 500, errmsg: "Cannot read properties of undefined (reading 'mail')" };
      return Promise.resolve(new Response(JSON.stringify(failed), { status: 500 }));
    }) as typeof globalThis.fetch;
    const { submit } = all(walineAdapter({ src: place, fetch }));
    const { info } = await failure(submit(draft({ discussion, guest }), call), 'unavailable', {
      code: '500',
      audience: 'support',
    });
    expect(info.stored).not.to.equal('no');
    expect(requests).to.have.lengthOf(1);
  });

  it('reports held comments as pending, and spam as rejected', async () => {
    const submitted = (status: string) =>
      respondingWith(200, { errno: 0, data: { objectId: 7, comment: '<p>Hm</p>', time: 1, status } }).submit(
        draft({ discussion, guest }),
        call,
      );
    const held = await submitted('waiting');
    expect([held.outcome, held.comment?.status]).to.deep.equal(['pending', 'pending']);
    expect(await submitted('spam')).to.deep.equal({ outcome: 'rejected' });
  });

  it('recognises the viewer and their comments by the token, and treats an expired token as anonymous', async () => {
    const asked: Headers[] = [];
    const mine = { objectId: 1, user_id: 4, nick: 'reader', comment: '', time: 1, status: 'approved' };
    const others = { ...mine, objectId: 2, user_id: 5 };
    const adapterFor = (user: object) =>
      all(
        walineAdapter({
          src: place,
          token: 'jwt',
          fetch: ((address: string, { headers }: RequestInit = {}) => {
            asked.push(new Headers(headers));
            const data = address.includes('/token') ? user : { data: [mine, others], count: 2, totalPages: 1 };
            return Promise.resolve(new Response(JSON.stringify({ errno: 0, data })));
          }) as typeof fetch,
        }),
      );
    const signedIn = adapterFor({ objectId: 4, display_name: 'reader', type: 'guest' });
    expect((await signedIn.open(discussion, call)).viewer).to.deep.equal({
      state: 'signed-in',
      author: { id: '4', name: 'reader' },
      moderator: false,
    });
    const { items } = await signedIn.list({ discussion, sort: 'oldest', limit: 5 }, call);
    expect(items.map(({ can }) => can)).to.deep.equal([
      { edit: true, remove: true },
      { edit: false, remove: false },
    ]);
    expect(asked.every((headers) => headers.get('authorization') === 'Bearer jwt')).to.equal(true);
    expect((await adapterFor({}).open(discussion, call)).viewer).to.deep.equal({ state: 'anonymous' });
  });

  it('removes a comment with its replies, and refuses replies to them afterwards', async () => {
    const rows = (...ids: readonly number[]) =>
      ids.map((objectId) => ({ objectId, comment: '', time: 1, status: 'approved' }));
    let list = [{ ...rows(1)[0], children: rows(2) }];
    const sent: string[] = [];
    const fetch = ((address: string, { method }: RequestInit = {}) => {
      sent.push(`${method} ${new URL(address).pathname}`);
      if (method === 'DELETE') list = [];
      const data = method === 'DELETE' ? '' : { data: list, count: 2 * list.length, totalPages: list.length };
      return Promise.resolve(new Response(JSON.stringify({ errno: 0, errmsg: '', data })));
    }) as typeof globalThis.fetch;
    const adapter = all(walineAdapter({ src: place, fetch }));
    await adapter.list({ discussion, sort: 'oldest', limit: 5 }, call);
    expect(await adapter.remove(discussion, '1', call)).to.deep.equal({ effect: 'subtree' });
    expect(idsOf((await adapter.list({ discussion, sort: 'oldest', limit: 5 }, call)).items)).to.deep.equal([]);
    for (const parentId of ['1', '2'])
      await failure(adapter.submit(draft({ discussion, parentId, guest }), call), 'parent-gone', {}, NO_MESSAGE);
    expect(sent.filter((request) => request.startsWith('POST'))).to.deep.equal([]);
  });

  it('refuses a downvote, for which the server would subtract a like', async () => {
    const { adapter, requests } = recorded();
    await failure(adapter.vote(discussion, { id: '1', value: -1 }, call), 'unsupported');
    expect(requests).to.have.lengthOf(0);
  });

  it('omits spam, which the server lists for its author', async () => {
    const row = (objectId: number, status: string, children: object[] = []) => ({
      objectId,
      comment: '',
      time: 1,
      status,
      children,
    });
    const rows = [row(1, 'approved', [row(2, 'spam'), row(3, 'waiting')]), row(4, 'spam')];
    const data = { data: rows, count: 4, totalPages: 1 };
    const { items } = await respondingWith(200, { errno: 0, data }).list(
      { discussion, sort: 'oldest', limit: 5 },
      call,
    );
    expect(idsOf(items)).to.deep.equal(['1', '3']);
  });

  it('rejects responses that do not come from Waline', async () => {
    const query = { discussion, sort: 'oldest', limit: 2 } as const;
    await failure(respondingWith(200, '<!doctype html>').list(query, call), 'bad-response');
    await failure(respondingWith(502, '<!doctype html>').list(query, call), 'unavailable');
    for (const data of [null, [], { data: {}, count: 1 }, { data: [{}], count: 1, totalPages: 1 }])
      await failure(respondingWith(200, { errno: 0, data }).list(query, call), 'bad-response');
    await failure(respondingWith(200, { errno: 0, data: 7 }).counts([discussion], call), 'bad-response');
  });

  it('hides comments with an unknown status', async () => {
    const row = { objectId: 1, comment: '', time: 1, status: 'odd', children: [] };
    const page = await respondingWith(200, { errno: 0, data: { data: [row], count: 1, totalPages: 1 } }).list(
      { discussion, sort: 'oldest', limit: 2 },
      call,
    );
    expect(page.items[0]?.status).to.equal('hidden');
  });

  it('connects with src and the script inside the element, and reports mistakes in them', async () => {
    expect((await connect({ src: place, data: '{"token": "x"}' })).name).to.equal('waline');
    expect((await failure(connect({}), 'invalid')).message).to.contain('needs src');
    expect((await failure(connect({ src: place, data: 'token' }), 'invalid')).message).to.contain('not JSON: "token"');
  });

  it('prefers the token of the element to that of the script', async () => {
    const { fetch } = globalThis;
    const bearers: unknown[] = [];
    globalThis.fetch = (async (_address: string, { headers }: { headers: Record<string, string> }) => {
      bearers.push(headers.authorization);
      return new Response('{"errno": 0, "data": {}}');
    }) as unknown as typeof fetch;
    try {
      for (const token of ['ada', async () => 'bo', '', undefined])
        await (await connect({ src: place, data: '{"token": "x"}', token })).open(discussion, call);
    } finally {
      globalThis.fetch = fetch;
    }
    // An anonymous viewer needs no request.
    expect(bearers).to.deep.equal(['Bearer ada', 'Bearer bo', 'Bearer x']);
  });
});
