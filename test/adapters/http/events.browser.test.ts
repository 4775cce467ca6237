import { expect } from 'chai';
import type { Change } from '../../../src/model/adapter.js';
import type { HttpClient } from '../../../src/adapters/http/client.js';
import { createSubscriptions, type EventSubscriptions } from '../../../src/adapters/http/event-subscriptions.js';
import type { EventFollower } from '../../../src/adapters/http/events.js';
import { eventStreamParser, type ServerEvent } from '../../../src/adapters/http/event-stream-parser.js';
import { readChunks } from '../../../src/adapters/shared/fetch-text.js';
import { FakeClock } from '../../support/fake-clock.js';
import { nextTask } from '../../support/next-task.js';
import { randomFrom } from '../../support/random-from.js';
import { seed } from '../../support/seed.mjs';
import { HttpEdge, json, abortableCall, openBody, openedAdapter, problem, sample } from '../../support/http-edge.js';
import { call, comment, discussion } from '../../support/adapter-fixture.js';

async function eventsIn(...pieces: readonly Uint8Array[]): Promise<readonly ServerEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const parser = eventStreamParser();
  const events: ServerEvent[] = [];
  for await (const text of readChunks(new Response(body).body, call.signal)) events.push(...parser.push(text));
  return events;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the parser of event streams', () => {
  it('parses events as the HTML standard requires', async () => {
    const text = [
      '\ufeff: a comment',
      'event: added',
      'id: 7',
      'data: {"text":',
      'data:  "ä 🦊"}',
      '',
      'data',
      '',
      'data:no blank',
      'odd: field',
      'id: with\0nothing',
      '',
      'event: lost',
      '',
      'event: stale',
      'data: {}',
      'id',
      '',
      'data: without an end',
    ];
    for (const end of ['\n', '\r', '\r\n']) {
      expect(await eventsIn(bytes(text.join(end)))).to.deep.equal([
        { event: 'added', data: '{"text":\n "ä 🦊"}', id: '7' },
        { event: 'message', data: '', id: '7' },
        { event: 'message', data: 'no blank', id: '7' },
        { event: 'stale', data: '{}', id: '' },
      ]);
    }
  });

  it('finds the same events however the stream is split', async () => {
    const random = randomFrom(seed);
    const any = <T>(...choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
    for (let round = 0; round < 200; round++) {
      let text = any('', '\ufeff');
      for (let line = 0; line < 30; line++) {
        text += any(
          'data: ä🦊',
          'data',
          'data:',
          'event: added',
          'event:',
          'id: 1',
          'id',
          ': x',
          '',
          '',
          '',
          'retry: 5',
          'héllo: 🦊',
        );
        text += any('\n', '\r', '\r\n');
      }
      const whole = bytes(text);
      const expected = await eventsIn(whole);
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < whole.length;) {
        const next = at + any(0, 1, 1, 2, 3, 20);
        pieces.push(whole.slice(at, next));
        at = next;
      }
      expect(await eventsIn(...pieces), `seed ${seed}, round ${round}`).to.deep.equal(expected);
    }
  });

  it('reads the retry delay, in digits only', () => {
    const parser = eventStreamParser();
    parser.push('retry: soon\nretry: 1e3\nretry:\n');
    expect(parser.retry).to.equal(undefined);
    parser.push('retry: 2500\n');
    expect(parser.retry).to.equal(2500);
  });

  it('rejects an event that does not end', () => {
    const parser = eventStreamParser();
    expect(() => {
      for (let count = 0; count < 7; count++) parser.push(`data: ${'x'.repeat(1_000_000)}\n`);
    }).to.throw(RangeError);
  });
});

const NO_TIMES = { closesAt: undefined, closedAt: undefined, opensAt: undefined };

describe('following a discussion over http', () => {
  let time: FakeClock;
  const chance = Math.random;
  beforeEach(() => {
    time = FakeClock.installAt('2013-06-07T10:54:00Z');
    Math.random = () => 0.5;
  });
  afterEach(() => {
    time.uninstall();
    Math.random = chance;
  });

  const stream = (body: ReadableStream) => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  const event = (id: string, name: string, data: unknown): string =>
    `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  const a = comment('a');

  /** Subscribes to a discussion over connections that the test controls, one for each request. */
  async function followed(
    handlers: readonly ((connection: ReturnType<typeof openBody>) => Response | Error | undefined)[] = [],
    options = {},
  ) {
    const connections: ReturnType<typeof openBody>[] = [];
    const { edge, adapter } = await openedAdapter(
      {
        'GET /events': () => {
          const connection = openBody();
          connections.push(connection);
          return (handlers[connections.length - 1] ?? (({ body }: { body: ReadableStream }) => stream(body)))(
            connection,
          );
        },
      },
      options,
    );
    const aborted = abortableCall();
    const changes: Change[] = [];
    adapter.subscribe(discussion, (change) => changes.push(change), aborted.call);
    while (connections.length === 0) await nextTask();
    const send = async (text: string): Promise<void> => {
      connections.at(-1)!.write(text);
      await time.advance(0);
    };
    return { edge, adapter, connections, changes, send, abort: aborted.abort };
  }

  it('starts at the position of the opened discussion, and passes on each change', async () => {
    const { edge, changes, send, abort } = await followed();
    expect(edge.sent[0]?.parameters).to.deep.equal({ discussion: '42', after: '17' });
    await send(
      event('18', 'added', a) +
        event('19', 'changed', { ...a, status: 'odd' }) +
        event('20', 'removed', { id: 'a' }) +
        event('21', 'discussion', { total: 4, state: 'closed' }) +
        event('22', 'applause', {}) +
        event('23', 'stale', {}),
    );
    expect(changes).to.deep.equal([
      { type: 'added', comment: a },
      { type: 'changed', comment: { ...a, status: 'hidden' } },
      { type: 'removed', id: 'a' },
      {
        type: 'discussion',
        info: { total: 4, state: 'closed', closesAt: undefined, closedAt: undefined, opensAt: undefined },
      },
      { type: 'stale' },
    ]);
    abort();
  });

  it('removes the times of an earlier state, and a message that has become null', async () => {
    const { changes, send, abort } = await followed();
    const body = { format: 'text', value: 'Until six.' } as const;
    await send(
      event('18', 'discussion', { state: 'open', closesAt: '2013-06-07T18:00:00Z', message: body }) +
        event('19', 'discussion', { state: 'open', message: null }) +
        event('20', 'discussion', { total: 4 }),
    );
    expect(changes.map((change) => change.type === 'discussion' && change.info)).to.deep.equal([
      { ...NO_TIMES, state: 'open', closesAt: '2013-06-07T18:00:00Z', message: body },
      { ...NO_TIMES, state: 'open', message: undefined },
      { total: 4 },
    ]);
    abort();
  });

  it('keeps the times of a discussion whose state is no word, and what else is right', async () => {
    const { changes, send, abort } = await followed();
    await send(
      event('18', 'discussion', { state: 7, total: 4 }) +
        event('19', 'discussion', { message: { message: 'Hi', format: 'text' }, total: 5 }) +
        event('20', 'discussion', { policy: { body: { format: 'markdown', value: 5 } } }),
    );
    expect(changes).to.deep.equal([
      { type: 'discussion', info: { total: 4 } },
      { type: 'discussion', info: { total: 5 } },
      { type: 'discussion', info: { policy: {} } },
    ]);
    abort();
  });

  it('lists again where a reply would move to the top level or lose its cursor', async () => {
    const { changes, send, abort } = await followed();
    await send(event('18', 'changed', { ...a, parentId: 7 }) + event('19', 'changed', { ...a, replies: { next: 7 } }));
    expect(changes).to.deep.equal([{ type: 'stale' }, { type: 'stale' }]);
    abort();
  });

  it('reports an invalid event as stale', async () => {
    const { changes, send, abort } = await followed();
    await send(`event: added\ndata: {"id"\n\n${event('19', 'changed', { id: 5 })}${event('20', 'removed', {})}`);
    expect(changes).to.deep.equal([{ type: 'stale' }, { type: 'stale' }, { type: 'stale' }]);
    abort();
  });

  it('leaves wrong optional members out of an event, and passes on the rest', async () => {
    const { changes, send, abort } = await followed();
    const body = { format: 'text', value: 'Until six.' } as const;
    await send(
      event('18', 'added', {
        ...a,
        pinned: 'no',
        editedAt: null,
        author: { name: 'Ada', id: 7, badges: [5] },
        likes: 3,
      }) +
        event('19', 'discussion', { total: '4', closesAt: 'soon', state: 'paused', message: body }) +
        event('20', 'discussion', 5),
    );
    expect(changes).to.deep.equal([
      { type: 'added', comment: { ...a, author: { name: 'Ada' }, likes: 3 } },
      { type: 'discussion', info: { state: 'disabled', message: body, ...NO_TIMES } },
      { type: 'stale' },
    ]);
    abort();
  });

  for (const [what, again] of [
    ['the network is back', () => void dispatchEvent(new Event('online'))],
    ['the discussion is opened again', (it: EventSubscriptions) => it.setPosition(discussion.key, '8')],
  ] as const)
    it(`follows once when ${what}, if the code for it could not be loaded`, async () => {
      const followed: (string | undefined)[] = [];
      let failures = 1;
      const load = async () => {
        if (failures-- > 0) throw new TypeError('Failed to fetch dynamically imported module');
        return { followEvents: async (_client: unknown, { position }: EventFollower) => void followed.push(position) };
      };
      const subscriptions = createSubscriptions({} as HttpClient, load);
      const { call: following, abort } = abortableCall();
      subscriptions.setPosition(discussion.key, '7');
      subscriptions.subscribe(discussion, () => undefined, following);
      await nextTask();
      expect(followed).to.deep.equal([]);
      again(subscriptions);
      await nextTask();
      expect(followed).to.have.length(1);
      dispatchEvent(new Event('online'));
      subscriptions.setPosition(discussion.key, '9');
      await nextTask();
      expect(followed, 'no second stream').to.have.length(1);
      abort();
    });

  it('does not follow when the network is back after an abort, if the code for it could not be loaded', async () => {
    let loads = 0;
    const subscriptions = createSubscriptions({} as HttpClient, async () => {
      loads++;
      throw new TypeError('Failed to fetch dynamically imported module');
    });
    const { call: following, abort } = abortableCall();
    subscriptions.setPosition(discussion.key, '7');
    subscriptions.subscribe(discussion, () => undefined, following);
    await nextTask();
    abort();
    dispatchEvent(new Event('online'));
    subscriptions.setPosition(discussion.key, '8');
    await nextTask();
    expect(loads).to.equal(1);
  });

  it('reconnects after the last event when the connection ends, breaks or falls silent', async () => {
    const { edge, connections, changes, send, abort } = await followed();
    const next = async (after: string): Promise<void> => {
      const count = edge.sent.length;
      await time.advance(1999);
      expect(edge.sent).to.have.length(count);
      await time.advance(1);
      expect(edge.sent).to.have.length(count + 1);
      expect(edge.sent.at(-1)?.parameters.after).to.equal(after);
    };
    await send(event('18', 'added', a));
    connections.at(-1)!.end();
    await next('18');
    await send(event('19', 'removed', { id: 'a' }));
    connections.at(-1)!.fail(new TypeError('network error'));
    await next('19');
    await send(': \n');
    await time.advance(74_999);
    await send(': \n');
    await time.advance(74_999);
    expect(connections.at(-1)!.isCancelled).to.equal(false);
    await time.advance(1);
    expect(connections.at(-1)!.isCancelled).to.equal(true);
    await next('19');
    expect(changes).to.have.length(2);
    abort();
  });

  it('reconnects where it began after events without an id', async () => {
    const { edge, connections, changes, send, abort } = await followed();
    await send('event: stale\ndata: {}\n\n');
    connections.at(-1)!.end();
    await time.advance(2000);
    expect(changes).to.have.length(1);
    expect(edge.sent.at(-1)?.parameters.after).to.equal('17');
    abort();
  });

  it('backs off while it cannot connect', async () => {
    const { edge, abort } = await followed(Array.from({ length: 20 }, () => () => new TypeError('Failed to fetch')));
    for (const [index, seconds] of [2, 4, 8, 16, 32, 60, 60].entries()) {
      const before = edge.sent.length;
      await time.advance(seconds * 1000 - 1);
      expect(edge.sent, `just before ${seconds} seconds, in wait ${index + 1}`).to.have.length(before);
      await time.advance(1);
      expect(edge.sent, `after ${seconds} seconds, in wait ${index + 1}`).to.have.length(before + 1);
    }
    abort();
  });

  it('waits as long as the backend asks, and reconnects at once when the network is back', async () => {
    const { edge, send, connections, abort } = await followed([
      () => problem('rate-limited', 429, {}, { 'retry-after': '300' }),
      ({ body }) => stream(body),
      () => new TypeError('Failed to fetch'),
    ]);
    await time.advance(150_000);
    window.dispatchEvent(new Event('online'));
    await time.advance(149_999);
    expect(edge.sent).to.have.length(1);
    await time.advance(1);
    expect(edge.sent).to.have.length(2);
    await send('retry: 20000\n\n');
    connections.at(-1)!.end();
    await time.advance(19_999);
    expect(edge.sent).to.have.length(2);
    await time.advance(1);
    expect(edge.sent).to.have.length(3);
    window.dispatchEvent(new Event('online'));
    await time.advance(0);
    expect(edge.sent).to.have.length(4);
    abort();
  });

  it('reconnects when requested by a backend that cannot hold another stream', async () => {
    const { edge, changes, send, abort } = await followed([
      () => problem('rate-limited', 429, {}, { 'retry-after': '60' }),
      () => problem('unavailable', 503, {}, { 'retry-after': '90' }),
    ]);
    await time.advance(59_999);
    expect(edge.sent).to.have.length(1);
    await time.advance(1 + 89_999);
    expect(edge.sent).to.have.length(2);
    await time.advance(1);
    expect(edge.sent).to.have.length(3);
    await send(event('18', 'added', a));
    expect(changes).to.deep.equal([{ type: 'added', comment: a }]);
    abort();
  });

  for (const status of [204, 400, 403, 404, 405, 410, 422]) {
    it(`stops after the status ${status}`, async () => {
      const { edge } = await followed([() => new Response(null, { status })]);
      await time.advance(600_000);
      expect(edge.sent).to.have.length(1);
      expect(time.waiting).to.equal(0);
    });
  }

  for (const status of [401, 408, 425, 429, 500, 503]) {
    it(`reconnects after the status ${status}`, async () => {
      const { edge, abort } = await followed([() => new Response(null, { status })]);
      await time.advance(2_000);
      expect(edge.sent).to.have.length(2);
      abort();
    });
  }

  it('backs off after a response that is not an event stream', async () => {
    const page = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
    const { edge, abort } = await followed([page, page, page, page]);
    await time.advance(2_000 + 4_000);
    expect(edge.sent).to.have.length(3);
    await time.advance(7_999);
    expect(edge.sent).to.have.length(3);
    abort();
  });

  it('leaves no connection and no timer behind, and reports no more changes, once aborted', async () => {
    const { changes, connections, abort, edge } = await followed();
    connections[0]!.write(event('18', 'added', a));
    abort();
    await time.advance(600_000);
    expect(changes).to.deep.equal([]);
    expect([edge.sent.length, connections[0]!.isCancelled, edge.sent[0]!.signal.aborted, time.waiting]).to.deep.equal([
      1,
      true,
      true,
      0,
    ]);
    const waiting = await followed([() => new TypeError('Failed to fetch')]);
    await time.advance(1_000);
    waiting.abort();
    await time.advance(0);
    expect(time.waiting).to.equal(0);
  });

  it('sends the current token each time it connects', async () => {
    let token = 't1';
    const { edge, connections, abort } = await followed([], { token: () => token });
    token = 't2';
    connections[0]!.end();
    await time.advance(2_000);
    expect(edge.sent.map(({ init }) => init.headers.authorization)).to.deep.equal(['Bearer t1', 'Bearer t2']);
    abort();
  });

  it('notifies listeners that the viewer has changed, until they unsubscribe', async () => {
    const { adapter, abort } = await followed();
    const viewers: string[] = [];
    const stop = adapter.onViewerChange(({ state }) => viewers.push(state));
    adapter.viewerChanged();
    stop();
    adapter.viewerChanged();
    expect(viewers).to.deep.equal(['unknown']);
    abort();
  });

  it('connects only after the discussion has been opened', async () => {
    const { edge, adapter } = await openedAdapter({ 'GET /events': () => undefined });
    const other = { key: '43', url: '' };
    const aborted = abortableCall();
    adapter.subscribe(other, () => undefined, aborted.call);
    await time.advance(60_000);
    expect(edge.sent).to.deep.equal([]);
    edge.handlers.set('GET /discussion', () => json({ ...sample('OpenedDiscussion'), position: '99' }));
    await adapter.open(other, call);
    while (edge.sent.length < 2) await nextTask();
    expect(edge.sent[1]?.parameters).to.deep.equal({ discussion: '43', after: '99' });
    aborted.abort();
    await time.advance(0);
    expect(time.waiting).to.equal(0);
    adapter.subscribe(other, () => undefined, aborted.call);
    await time.advance(0);
    expect(edge.sent).to.have.length(2);
    expect(new HttpEdge().adapter()).not.to.have.property('subscribe');
  });
});
