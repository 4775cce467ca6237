import { expect } from 'chai';
import { staticAdapter } from '../../../src/adapters/static.js';
import type { ListQuery } from '../../../src/model/adapter.js';
import { all, call, comment, discussion, failure, idsOf, listIds } from '../../support/adapter-fixture.js';

const comments = [
  comment('c', { createdAt: '2013-06-07T14:00:00Z' }),
  comment('a', { createdAt: '2013-06-07T10:00:00Z' }),
  comment('a2', { parentId: 'a', createdAt: '2013-06-07T13:00:00Z' }),
  comment('b', { createdAt: '2013-06-07T11:00:00Z' }),
  comment('a1', { parentId: 'a', createdAt: '2013-06-07T12:00:00+01:00' }),
  comment('a1x', { parentId: 'a1', createdAt: '2013-06-07T15:00:00Z' }),
];

const query = (fields: Partial<ListQuery> = {}): ListQuery => ({ discussion, sort: 'oldest', limit: 25, ...fields });

/** A `fetch` that responds with `responses` one by one, and with the last one from then on. Undefined: hangs until it is aborted. */
function fakeFetch(...responses: (() => Response | Error | undefined)[]) {
  const requests: { url: string; signal: AbortSignal }[] = [];
  const fetch = (async (url: string, { signal }: RequestInit) => {
    requests.push({ url, signal: signal as AbortSignal });
    const response = responses[Math.min(requests.length, responses.length) - 1]?.();
    if (response === undefined)
      return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    if (response instanceof Error) throw response;
    return response;
  }) as typeof globalThis.fetch;
  return { fetch, requests };
}

const json = (value: unknown) => () =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

describe('the static adapter', () => {
  it('shows an array of comments as a closed discussion that accepts neither posts nor reports', async () => {
    const adapter = staticAdapter({ data: comments });
    expect(await adapter.open(discussion, call)).to.deep.equal({ state: 'closed', total: 6 });
    expect(adapter).not.to.have.any.keys('submit', 'report', 'vote', 'edit', 'remove', 'signIn');
  });

  it('reads the state and the policy from the file', async () => {
    const info = {
      state: 'closed',
      stateMessage: 'Archived.',
      closedAt: '2013-06-21T10:54:00Z',
      policy: { url: 'https://example.com/rules', body: { format: 'text', value: 'Be kind.' } },
    };
    const adapter = staticAdapter({ data: { info: { ...info, viewer: 'ignored' }, comments: [] } });
    expect(await adapter.open(discussion, call)).to.deep.equal({ ...info, total: 0 });
    expect(
      (await staticAdapter({ data: { info: { state: 'open' }, comments: [] } }).open(discussion, call)).state,
    ).to.equal('open');
  });

  it('accepts the archive as JSON text', async () => {
    expect(await listIds(staticAdapter({ data: JSON.stringify({ comments: [comment('a')] }) }))).to.deep.equal(['a']);
  });

  it('serves several discussions by their keys', async () => {
    const data = { discussions: { '42': { comments: [comment('a')] }, '43': [comment('x'), comment('y')] } };
    const adapter = all(staticAdapter({ data }));
    const unknown = { key: 'constructor', url: '' };
    expect(await listIds(adapter)).to.deep.equal(['a']);
    expect((await adapter.open({ key: '43', url: '' }, call)).total).to.equal(2);
    expect(await adapter.open(unknown, call)).to.deep.equal({ state: 'missing' });
    expect(await adapter.list(query({ discussion: unknown }), call)).to.deep.equal({
      items: [],
      total: 0,
      totalCounts: 'all',
    });
    const counts = await adapter.counts([discussion, { key: '43', url: '' }, unknown], call);
    expect([...counts]).to.deep.equal([
      ['42', 1],
      ['43', 2],
    ]);
  });

  it('lists oldest first and newest first, with replies after their parents', async () => {
    const adapter = staticAdapter({ data: comments });
    expect(await listIds(adapter, { sort: 'oldest' })).to.deep.equal(['a', 'a1', 'a1x', 'a2', 'b', 'c']);
    expect(await listIds(adapter, { sort: 'newest' })).to.deep.equal(['c', 'b', 'a', 'a1', 'a1x', 'a2']);
    expect(adapter.features?.sorts).to.deep.equal(['oldest', 'newest']);
  });

  it('lists a page of top-level comments with their replies', async () => {
    const adapter = staticAdapter({ data: comments });
    const first = await adapter.list(query({ limit: 2 }), call);
    expect(idsOf(first.items)).to.deep.equal(['a', 'a1', 'a1x', 'a2', 'b']);
    expect(first.total).to.equal(6);
    const second = await adapter.list(query({ limit: 2, cursor: first.next ?? '' }), call);
    expect(idsOf(second.items)).to.deep.equal(['c']);
    expect(second).not.to.have.property('next');
    const replies = await adapter.list(query({ limit: 1, parentId: 'a', sort: 'newest' }), call);
    expect(idsOf(replies.items)).to.deep.equal(['a2']);
    // The total would be the number of replies, which the comment already has.
    expect(replies).not.to.have.property('total');
    await failure(adapter.list(query({ sort: 'newest', cursor: first.next ?? '' }), call), 'invalid');
    await failure(adapter.list(query({ cursor: 'x' }), call), 'invalid');
    await failure(adapter.list(query({ sort: 'top' }), call), 'unsupported');
  });

  it('returns a single comment by its id', async () => {
    const adapter = all(staticAdapter({ data: comments }));
    expect((await adapter.get(discussion, 'a1x', call)).parentId).to.equal('a1');
    await failure(adapter.get(discussion, 'nowhere', call), 'not-found');
  });

  it('treats an unknown status as hidden, and leaves out comments that were never published', async () => {
    const data = [
      comment('odd', { status: 'featured' as 'visible' }),
      comment('deleted', { status: 'deleted' }),
      comment('held', { status: 'pending' }),
      comment('refused', { status: 'rejected' }),
      comment('orphan', { parentId: 'held' }),
    ];
    const page = await staticAdapter({ data }).list(query(), call);
    expect(page.items.map(({ id, status }) => [id, status])).to.deep.equal([
      ['odd', 'hidden'],
      ['deleted', 'deleted'],
      ['orphan', undefined],
    ]);
    expect(page.total).to.equal(1);
  });

  it('passes on all members of a comment that readers see, and none that only its author needs', async () => {
    const shown = comment('a', {
      author: {
        id: '7',
        name: 'Ada',
        url: 'https://ada.example',
        avatar: '/ada.png',
        badges: ['staff', { id: 'fan', label: 'Top fan' }],
      },
      replyTo: { id: '3', name: 'Bea' },
      editedAt: '2013-06-07T11:00Z',
      permalink: '/42#a',
      status: 'visible',
      pinned: true,
      votes: { up: 3, down: 1, score: 2 },
      parentId: null,
    });
    const data = [
      { ...shown, can: { reply: true }, source: 'x', editableUntil: 'y', unknown: 1 },
      comment('b', { author: null }),
    ];
    const { items } = await staticAdapter({ data }).list(query(), call);
    // Null counts as absent.
    const { parentId: _parentId, ...present } = shown;
    expect(items[0]).to.deep.equal(present);
    expect(items[1]).not.to.have.property('author');
  });
});

describe('a mistake in an archive is reported with its location, its value and what is expected:', () => {
  const a = comment('a');
  const mistakes: readonly [unknown, string][] = [
    [5, 'The archive is 5, not an object'],
    [null, 'The archive is null, not an object'],
    [{}, 'The archive › comments is missing, not an array.'],
    [
      { comments: { a } },
      'The archive › comments is {"a":{"id":"a","author":{"id":"author-of-a","name":"Ada"},"b, not an array.',
    ],
    [{ discussions: [] }, 'The archive › discussions is [], not an object'],
    [[a, 'b'], 'The archive › comments[1] is "b", not an object.'],
    [[{ ...a, id: 42 }], 'The archive › comments[0] › id is 42, not a non-empty string.'],
    [[{ ...a, id: '' }], 'The archive › comments[0] › id is "", not a non-empty string.'],
    [
      [a, a],
      'The archive › comments[1] › id is "a": The archive › comments[0] has the same id; give each comment its own.',
    ],
    [[{ ...a, parentId: 7 }], 'The archive › comments[0] › parentId is 7, not a non-empty string.'],
    [
      [a, comment('x', { parentId: 'y' }), comment('y', { parentId: 'x' })],
      'The archive › comments[1] › parentId is "y": the comments reply to each other in a circle; set the first one to null.',
    ],
    [[{ ...a, body: 'Hello' }], 'The archive › comments[0] › body is "Hello", not an object.'],
    [
      [{ ...a, body: { format: 'rtf', value: '' } }],
      'The archive › comments[0] › body › format is "rtf", not one of text markdown html.',
    ],
    [[{ ...a, body: { format: 'text' } }], 'The archive › comments[0] › body › value is missing, not a string.'],
    [[{ ...a, author: { name: true } }], 'The archive › comments[0] › author › name is true, not a string.'],
    [
      [{ ...a, author: { name: 'A', badges: ['king'] } }],
      'The archive › comments[0] › author › badges[0] is "king", not one of author moderator staff verified guest.',
    ],
    [
      [{ ...a, author: { name: 'A', badges: [{ id: 'fan' }] } }],
      'The archive › comments[0] › author › badges[0] › label is missing, not a non-empty string.',
    ],
    [[{ ...a, votes: { up: '3' } }], 'The archive › comments[0] › votes › up is "3", not an integer of at least 0.'],
    [[{ ...a, pinned: 'yes' }], 'The archive › comments[0] › pinned is "yes", not true or false.'],
    [
      [{ ...a, status: 1 }],
      'The archive › comments[0] › status is 1, not one of visible pending rejected deleted hidden.',
    ],
    [[{ ...a, replyTo: {} }], 'The archive › comments[0] › replyTo › name is missing, not a string.'],
    ...['yesterday', '2013-06-07', '2013-06-07T10:54:00', '2013-13-07T10:54:00Z', 'Jun 7, 2013'].map(
      (createdAt): [unknown, string] => [
        [a, { ...comment('b'), createdAt }],
        `The archive › comments[1] › createdAt is "${createdAt}", not a time such as "2013-06-07T10:54:00Z".`,
      ],
    ),
    [
      { info: { state: 'shut' }, comments: [] },
      'The archive › info › state is "shut", not one of open closed disabled missing.',
    ],
    [
      { info: { closedAt: 'once' }, comments: [] },
      'The archive › info › closedAt is "once", not a time such as "2013-06-07T10:54:00Z".',
    ],
    [{ info: { policy: { url: 1 } }, comments: [] }, 'The archive › info › policy › url is 1, not a string.'],
    [
      { discussions: { '/a b': [{ ...a, body: 1 }] } },
      'The archive › discussions["/a b"] › comments[0] › body is 1, not an object.',
    ],
    [
      { info: { state: 'shut' }, comments: [{ ...a, id: undefined, body: 'Hello' }, a, { ...a, parentId: 7 }, a] },
      'The archive › comments[0] › id is missing, not a non-empty string. ' +
        'The archive › comments[0] › body is "Hello", not an object. ' +
        'The archive › comments[2] › parentId is 7, not a non-empty string. ' +
        'The archive › comments[2] › id is "a": The archive › comments[1] has the same id; give each comment its own. ' +
        'The archive › comments[3] › id is "a": The archive › comments[1] has the same id; give each comment its own. ' +
        'There may be more.',
    ],
    [
      [a, a, comment('b'), a],
      'The archive › comments[1] › id is "a": The archive › comments[0] has the same id; give each comment its own. ' +
        'The archive › comments[3] › id is "a": The archive › comments[0] has the same id; give each comment its own.',
    ],
    [
      { discussions: { x: [5], y: [6] } },
      'The archive › discussions["x"] › comments[0] is 5, not an object. ' +
        'The archive › discussions["y"] › comments[0] is 6, not an object.',
    ],
    [[{ ...a, body: 'x'.repeat(100) }], `The archive › comments[0] › body is "${'x'.repeat(59)}, not an object.`],
  ];
  for (const [data, message] of mistakes) {
    it(`reports: ${message}`, async () => {
      const adapter = staticAdapter({ data });
      expect((await failure(adapter.list(query(), call), 'bad-response')).message).to.equal(message);
      await failure(adapter.open(discussion, call), 'bad-response');
    });
  }

  it('reports a circle of replies, and shows the first at the top level with a reply listed before it', async () => {
    const notes: string[] = [];
    const noting = { ...call, note: (note: string) => notes.push(note) };
    const data = [a, comment('z', { parentId: 'x' }), comment('x', { parentId: 'y' }), comment('y', { parentId: 'x' })];
    const { items } = await staticAdapter({ data }).list(query(), noting);
    expect(items.map(({ id, parentId }) => [id, parentId ?? null])).to.deep.equal([
      ['a', null],
      ['x', null],
      ['z', 'x'],
      ['y', 'x'],
    ]);
    expect(notes).to.deep.equal([
      'The archive › comments[2] › parentId is "y": the comments reply to each other in a circle; set the first one to null',
    ]);
  });

  it('reports only the first few of many mistakes', async () => {
    const data = Array.from({ length: 1000 }, (_, index) => ({ ...a, id: index }));
    const { message } = await failure(staticAdapter({ data }).open(discussion, call), 'bad-response');
    expect(message.match(/not a non-empty string/g)).to.have.length(5);
    expect(message).to.match(/comments\[4\] › id is 4, not a non-empty string\. There may be more\.$/);
  });

  it('reports data that is not JSON or is a web page', async () => {
    const broken = await failure(staticAdapter({ data: '{"comments":' }).open(discussion, call), 'bad-response');
    expect(broken.message).to.match(/^The data is not JSON \(.+\): check it with a JSON validator\.$/);
    const page = await failure(staticAdapter({ data: '\n<!doctype html>' }).open(discussion, call), 'bad-response');
    expect(page.message).to.equal('The data is a web page, not JSON: give the URL of the JSON file itself.');
  });

  it('reports a missing archive', async () => {
    const { message } = await failure(staticAdapter({}).open(discussion, call), 'bad-response');
    expect(message).to.equal('There is no archive: set src to the URL of a JSON file, or set data.');
  });
});

describe('the file of the static adapter', () => {
  const src = '/archive/42.json';

  it('is fetched when it is first needed, and once for all calls', async () => {
    const { fetch, requests } = fakeFetch(json(comments));
    const adapter = staticAdapter({ src, fetch });
    expect(requests).to.be.empty;
    const [info, page] = await Promise.all([adapter.open(discussion, call), adapter.list(query(), call)]);
    expect(info.total).to.equal(6);
    expect(page.items).to.have.length(6);
    await adapter.list(query({ sort: 'newest' }), call);
    expect(requests.map(({ url }) => url)).to.deep.equal([src]);
  });

  it('is fetched with the global fetch by default', async () => {
    const file = URL.createObjectURL(new Blob([JSON.stringify(comments)], { type: 'application/json' }));
    try {
      expect(await listIds(staticAdapter({ src: file }))).to.have.length(6);
    } finally {
      URL.revokeObjectURL(file);
    }
  });

  it('is fetched again after a failure', async () => {
    const { fetch, requests } = fakeFetch(() => new TypeError('Failed to fetch'), json(comments));
    const adapter = staticAdapter({ src, fetch });
    const [opening, listing] = [adapter.open(discussion, call), adapter.list(query(), call)];
    const { info } = await failure(opening, 'network');
    expect(info.cause).to.be.instanceOf(TypeError);
    await failure(listing, 'network');
    expect(requests).to.have.length(1);
    expect((await adapter.open(discussion, call)).total).to.equal(6);
    expect(requests).to.have.length(2);
  });

  it('is still loaded for one caller when another one aborts', async () => {
    let respond: (response: Response) => void = () => expect.fail('Nothing was fetched.');
    const signals: AbortSignal[] = [];
    const fetch = ((_url: string, { signal }: RequestInit) => {
      signals.push(signal as AbortSignal);
      return new Promise<Response>((resolve) => (respond = resolve));
    }) as typeof globalThis.fetch;
    const adapter = staticAdapter({ src, fetch });
    const aborting = new AbortController();
    const opening = adapter.open(discussion, { signal: aborting.signal });
    const listing = adapter.list(query(), call);
    aborting.abort();
    expect(await opening.catch((error: unknown) => error)).to.equal(aborting.signal.reason);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([false]);
    respond(json(comments)());
    expect((await listing).items).to.have.length(6);
  });

  it('is aborted when all callers have aborted, and fetched again for the next one', async () => {
    const { fetch, requests } = fakeFetch(() => undefined, json(comments));
    const adapter = staticAdapter({ src, fetch });
    const [one, two] = [new AbortController(), new AbortController()];
    const calls = [adapter.open(discussion, { signal: one.signal }), adapter.list(query(), { signal: two.signal })];
    one.abort();
    two.abort();
    const [first, second] = await Promise.all(calls.map((pending) => pending.catch((error: unknown) => error)));
    expect(first).to.equal(one.signal.reason);
    expect(second).to.equal(two.signal.reason);
    expect(requests.map(({ signal }) => signal.aborted)).to.deep.equal([true]);
    expect((await adapter.open(discussion, call)).total).to.equal(6);
  });

  it('is fetched again even if the aborted request never ends', async () => {
    const signals: unknown[] = [];
    const fetch = ((_url: string, { signal }: RequestInit) => {
      signals.push(signal);
      return signals.length === 1 ? new Promise(() => {}) : Promise.resolve(json(comments)());
    }) as typeof globalThis.fetch;
    const adapter = staticAdapter({ src, fetch });
    const aborting = new AbortController();
    const opening = adapter.open(discussion, { signal: aborting.signal });
    aborting.abort();
    expect(await opening.catch((error: unknown) => error)).to.equal(aborting.signal.reason);
    expect((await adapter.open(discussion, call)).total).to.equal(6);
  });

  it('is not fetched for a call that is already aborted', async () => {
    const { fetch, requests } = fakeFetch(json(comments));
    const signal = AbortSignal.abort();
    expect(
      await staticAdapter({ src, fetch })
        .open(discussion, { signal })
        .catch((error: unknown) => error),
    ).to.equal(signal.reason);
    expect(requests).to.be.empty;
  });

  for (const [status, kind] of [
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [429, 'unavailable'],
    [503, 'unavailable'],
    [418, 'bad-response'],
  ] as const) {
    it(`fails as ${kind} if the server returns the status ${status} for the file`, async () => {
      const { fetch } = fakeFetch(() => new Response('<h1>No</h1>', { status }));
      const { message } = await failure(staticAdapter({ src, fetch }).open(discussion, call), kind, {
        code: String(status),
      });
      expect(message).to.contain(src);
    });
  }

  it('reports that the file is a web page, not JSON', async () => {
    const { fetch } = fakeFetch(() => new Response('<!doctype html><title>Home</title>'));
    const { message } = await failure(staticAdapter({ src, fetch }).open(discussion, call), 'bad-response');
    expect(message).to.equal('/archive/42.json is a web page, not JSON: give the URL of the JSON file itself.');
  });

  it('fails with a network error if the file is cut off', async () => {
    const { fetch } = fakeFetch(() => {
      const body = new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) });
      return new Response(body);
    });
    await failure(staticAdapter({ src, fetch }).open(discussion, call), 'network');
  });
});
