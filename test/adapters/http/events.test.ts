import { expect } from '@open-wc/testing';
import type { Change } from '../../../src/model/adapter.js';
import { EventStream, type ServerEvent } from '../../../src/adapters/http/event-stream.js';
import { textOf } from '../../../src/adapters/http/text-of.js';
import { FakeClock } from '../../support/fake-clock.js';
import { nextTask } from '../../support/next-task.js';
import { randomFrom } from '../../support/random-from.js';
import { HttpEdge, json, leavable, openBody, openedAdapter, problem, sample } from '../../support/http-edge.js';
import { call, comment, discussion } from '../../support/adapter-fixture.js';

async function eventsIn(...pieces: readonly Uint8Array[]): Promise<readonly ServerEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const stream = new EventStream();
  const events: ServerEvent[] = [];
  for await (const text of textOf(new Response(body), call.signal)) events.push(...stream.push(text));
  return events;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a stream of events', () => {
  it('is read as the standard says', async () => {
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

  it('is the same however it is cut', async () => {
    const seed = Date.now() % 1_000_000;
    console.log(`Streams of events are cut with the seed ${seed}.`);
    const random = randomFrom(seed);
    const any = <T>(...choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
    for (let round = 0; round < 200; round++) {
      let text = any('', '\ufeff');
      for (let line = 0; line < 30; line++) {
        text += any('data: ä🦊', 'data', 'data:', 'event: added', 'event:', 'id: 1', 'id', ': x', '', '', '', 'retry: 5', 'héllo: 🦊');
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

  it('says how long to wait, in digits only', () => {
    const stream = new EventStream();
    stream.push('retry: soon\nretry: 1e3\nretry:\n');
    expect(stream.retry).to.equal(undefined);
    stream.push('retry: 2500\n');
    expect(stream.retry).to.equal(2500);
  });

  it('is given up where an event does not end', () => {
    const stream = new EventStream();
    expect(() => {
      for (let count = 0; count < 7; count++) stream.push(`data: ${'x'.repeat(1_000_000)}\n`);
    }).to.throw(RangeError);
  });
});

describe('following a discussion over http', () => {
  let time: FakeClock;
  const chance = Math.random;
  before(() => import('../../../src/adapters/http/later.js'));
  beforeEach(() => {
    time = FakeClock.installAt('2013-06-07T10:54:00Z');
    Math.random = () => 0.5;
  });
  afterEach(() => {
    time.uninstall();
    Math.random = chance;
  });

  const stream = (body: ReadableStream) => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  const event = (id: string, name: string, data: unknown): string => `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  const a = comment('a');

  /** A discussion that is followed over lines which the test holds, one for each request. */
  async function followed(answers: readonly ((line: ReturnType<typeof openBody>) => Response | Error | undefined)[] = [], options = {}) {
    const lines: ReturnType<typeof openBody>[] = [];
    const { edge, adapter } = await openedAdapter(
      {
        'GET /events': () => {
          const line = openBody();
          lines.push(line);
          return (answers[lines.length - 1] ?? (({ body }: { body: ReadableStream }) => stream(body)))(line);
        },
      },
      options,
    );
    const left = leavable();
    const changes: Change[] = [];
    adapter.subscribe(discussion, (change) => changes.push(change), left.call);
    while (lines.length === 0) await nextTask();
    const tell = async (text: string): Promise<void> => {
      lines.at(-1)!.write(text);
      await time.advance(0);
    };
    return { edge, adapter, lines, changes, tell, leave: left.leave, left };
  }

  it('begins where the opening ended, and hands on what happens', async () => {
    const { edge, changes, tell, leave } = await followed();
    expect(edge.sent[0]?.parameters).to.deep.equal({ discussion: '42', after: '17' });
    await tell(
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
      { type: 'discussion', info: { total: 4, state: 'closed' } },
      { type: 'stale' },
    ]);
    leave();
  });

  it('lists again for what cannot be read', async () => {
    const { changes, tell, leave } = await followed();
    await tell(`event: added\ndata: {"id"\n\n${event('19', 'changed', { id: 5 })}${event('20', 'removed', {})}`);
    expect(changes).to.deep.equal([{ type: 'stale' }, { type: 'stale' }, { type: 'stale' }]);
    leave();
  });

  it('goes on where it ended when the line ends, breaks or falls silent', async () => {
    const { edge, lines, changes, tell, leave } = await followed();
    const next = async (after: string): Promise<void> => {
      const count = edge.sent.length;
      await time.advance(1999);
      expect(edge.sent).to.have.length(count);
      await time.advance(1);
      expect(edge.sent).to.have.length(count + 1);
      expect(edge.sent.at(-1)?.parameters.after).to.equal(after);
    };
    await tell(event('18', 'added', a));
    lines.at(-1)!.end();
    await next('18');
    await tell(event('19', 'removed', { id: 'a' }));
    lines.at(-1)!.fail(new TypeError('network error'));
    await next('19');
    await tell(': \n');
    await time.advance(74_999);
    await tell(': \n');
    await time.advance(74_999);
    expect(lines.at(-1)!.isGivenBack).to.equal(false);
    await time.advance(1);
    expect(lines.at(-1)!.isGivenBack).to.equal(true);
    await next('19');
    expect(changes).to.have.length(2);
    leave();
  });

  it('tries ever more rarely while there is no line', async () => {
    const { edge, leave } = await followed(Array.from({ length: 20 }, () => () => new TypeError('Failed to fetch')));
    const waits: number[] = [];
    for (let count = 0; count < 7; count++) {
      const [before, start] = [edge.sent.length, Date.now()];
      while (edge.sent.length === before) await time.advance(500);
      waits.push((Date.now() - start) / 1000);
    }
    expect(waits).to.deep.equal([2, 4, 8, 16, 32, 60, 60]);
    leave();
  });

  it('waits as long as the backend asks, and tries at once when the network is back', async () => {
    const { edge, tell, lines, leave } = await followed([
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
    await tell('retry: 20000\n\n');
    lines.at(-1)!.end();
    await time.advance(19_999);
    expect(edge.sent).to.have.length(2);
    await time.advance(1);
    expect(edge.sent).to.have.length(3);
    window.dispatchEvent(new Event('online'));
    await time.advance(0);
    expect(edge.sent).to.have.length(4);
    leave();
  });

  for (const status of [204, 400, 403, 404, 405, 410, 422]) {
    it(`ends for good with the status ${status}`, async () => {
      const { edge } = await followed([() => new Response(null, { status })]);
      await time.advance(600_000);
      expect(edge.sent).to.have.length(1);
      expect(time.waiting).to.equal(0);
    });
  }

  for (const status of [401, 408, 425, 429, 500, 503]) {
    it(`goes on after the status ${status}`, async () => {
      const { edge, leave } = await followed([() => new Response(null, { status })]);
      await time.advance(2_000);
      expect(edge.sent).to.have.length(2);
      leave();
    });
  }

  it('goes on after what is no stream of events, ever more rarely', async () => {
    const page = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
    const { edge, leave } = await followed([page, page, page, page]);
    await time.advance(2_000 + 4_000);
    expect(edge.sent).to.have.length(3);
    await time.advance(7_999);
    expect(edge.sent).to.have.length(3);
    leave();
  });

  it('leaves nothing behind: no line, no timer, and nothing more is told', async () => {
    const { changes, lines, leave, edge } = await followed();
    lines[0]!.write(event('18', 'added', a));
    leave();
    await time.advance(600_000);
    expect(changes).to.deep.equal([]);
    expect([edge.sent.length, lines[0]!.isGivenBack, edge.sent[0]!.signal.aborted, time.waiting]).to.deep.equal([1, true, true, 0]);
    const waiting = await followed([() => new TypeError('Failed to fetch')]);
    await time.advance(1_000);
    waiting.leave();
    await time.advance(0);
    expect(time.waiting).to.equal(0);
  });

  it('takes a fresh token along', async () => {
    let token = 't1';
    const { edge, lines, leave } = await followed([], { token: () => token });
    token = 't2';
    lines[0]!.end();
    await time.advance(2_000);
    expect(edge.sent.map(({ init }) => init.headers.authorization)).to.deep.equal(['Bearer t1', 'Bearer t2']);
    leave();
  });

  it('begins anew for whoever reads from now on, and the section hears of it', async () => {
    const { adapter, edge, lines, leave } = await followed();
    const viewers: string[] = [];
    const stop = adapter.onViewerChange(({ state }) => viewers.push(state));
    adapter.viewerChanged();
    await time.advance(0);
    expect([lines[0]!.isGivenBack, edge.sent.length, viewers]).to.deep.equal([true, 2, ['unknown']]);
    stop();
    edge.answers.set('DELETE /session', () => new Response(null, { status: 204 }));
    await adapter.signOut(call);
    while (lines.length < 3) await nextTask();
    expect([lines[1]!.isGivenBack, viewers.length]).to.deep.equal([true, 1]);
    leave();
  });

  it('waits for a discussion that has not been opened yet', async () => {
    const { edge, adapter } = await openedAdapter({ 'GET /events': () => undefined });
    const other = { key: '43', url: '' };
    const left = leavable();
    adapter.subscribe(other, () => undefined, left.call);
    await time.advance(60_000);
    expect(edge.sent).to.deep.equal([]);
    edge.answers.set('GET /discussion', () => json({ ...sample('OpenedDiscussion'), position: '99' }));
    await adapter.open(other, call);
    while (edge.sent.length < 2) await nextTask();
    expect(edge.sent[1]?.parameters).to.deep.equal({ discussion: '43', after: '99' });
    left.leave();
    await time.advance(0);
    expect(time.waiting).to.equal(0);
    adapter.subscribe(other, () => undefined, left.call);
    await time.advance(0);
    expect(edge.sent).to.have.length(2);
    expect(new HttpEdge().adapter()).not.to.have.property('subscribe');
  });
});
