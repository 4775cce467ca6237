import { expect } from 'chai';
import { AdapterError, type Call, type DiscussionRef } from '../../../src/model/adapter.js';
import { type CountingAdapter, countOf } from '../../../src/model/discussion/count-batch.js';
import { nextTask } from '../../support/next-task.js';

interface PendingCall {
  readonly keys: readonly string[];
  readonly signal: AbortSignal;
  readonly respond: (counts: ReadonlyMap<string, number>) => void;
  readonly fail: (error: unknown) => void;
}

/** An adapter whose `counts` calls stay pending until the test settles them. Ignores abort signals. */
function countingBackend(): { adapter: CountingAdapter; calls: PendingCall[] } {
  const calls: PendingCall[] = [];
  const counts = (discussions: readonly DiscussionRef[], { signal }: Call): Promise<ReadonlyMap<string, number>> =>
    new Promise((respond, fail) => calls.push({ keys: discussions.map(({ key }) => key), signal, respond, fail }));
  return { adapter: { counts }, calls };
}

const article = (key: string): DiscussionRef => ({ key, url: 'https://example.com/' });
const newCall = (): Call => ({ signal: new AbortController().signal });

describe('countOf', () => {
  it('batches requests of one turn into one call, each key once', async () => {
    const { adapter, calls } = countingBackend();
    const results = ['1', '2', '1'].map((key) => countOf(adapter, article(key), newCall()));
    await nextTask();
    expect(calls.map(({ keys }) => keys)).to.deep.equal([['1', '2']]);
    calls[0]?.respond(new Map(Object.entries({ 1: 12, 2: 0 })));
    expect(await Promise.all(results)).to.deep.equal([12, 0, 12]);
  });

  it('resolves with undefined for a key the response lacks', async () => {
    const { adapter, calls } = countingBackend();
    const result = countOf(adapter, article('1'), newCall());
    await nextTask();
    calls[0]?.respond(new Map());
    expect(await result).to.equal(undefined);
  });

  it('makes another call for later requests, even while the first is in flight', async () => {
    const { adapter, calls } = countingBackend();
    void countOf(adapter, article('1'), newCall());
    await nextTask();
    void countOf(adapter, article('2'), newCall());
    await nextTask();
    expect(calls.map(({ keys }) => keys)).to.deep.equal([['1'], ['2']]);
  });

  it('makes a separate call for each adapter', async () => {
    const [one, other] = [countingBackend(), countingBackend()];
    void countOf(one.adapter, article('1'), newCall());
    void countOf(other.adapter, article('2'), newCall());
    await nextTask();
    expect([one, other].map(({ calls }) => calls.map(({ keys }) => keys))).to.deep.equal([[['1']], [['2']]]);
  });

  it('rejects every request of a batch with the error of the adapter', async () => {
    const { adapter, calls } = countingBackend();
    const results = ['1', '2'].map((key) => countOf(adapter, article(key), newCall()));
    await nextTask();
    const error = new AdapterError('network');
    calls[0]?.fail(error);
    const settled = await Promise.allSettled(results);
    expect(settled.map((result) => result.status === 'rejected' && result.reason === error)).to.deep.equal([
      true,
      true,
    ]);
  });

  it('rejects when the adapter throws synchronously', async () => {
    const error = new AdapterError('network');
    const adapter = {
      counts: () => {
        throw error;
      },
    } as unknown as CountingAdapter;
    expect(await countOf(adapter, article('1'), newCall()).catch((thrown: unknown) => thrown)).to.equal(error);
  });

  it('rejects a response that is not a map', async () => {
    for (const response of [undefined, null, { 1: 12 }, 12]) {
      const adapter = { counts: async () => response } as unknown as CountingAdapter;
      const error: unknown = await countOf(adapter, article('1'), newCall()).catch((thrown: unknown) => thrown);
      expect(error).to.have.property('kind', 'bad-response');
      expect(error).to.have.property('message').that.contains('expected a Map from keys to numbers');
    }
  });

  it('leaves out requests aborted before the call', async () => {
    const { adapter, calls } = countingBackend();
    const gone = new AbortController();
    const result = countOf(adapter, article('1'), gone).catch((thrown: unknown) => thrown);
    void countOf(adapter, article('2'), newCall());
    gone.abort();
    expect(await result).to.have.property('name', 'AbortError');
    await nextTask();
    expect(calls.map(({ keys }) => keys)).to.deep.equal([['2']]);
  });

  it('makes no call when all requests were aborted before it', async () => {
    const { adapter, calls } = countingBackend();
    const gone = new AbortController();
    const result = countOf(adapter, article('1'), gone).catch((thrown: unknown) => thrown);
    gone.abort();
    await result;
    await nextTask();
    expect(calls).to.have.length(0);
  });

  it('aborts the call with its last request', async () => {
    const { adapter, calls } = countingBackend();
    const [one, other] = [new AbortController(), new AbortController()];
    const results = [one, other].map((call) => countOf(adapter, article('1'), call).catch((thrown: unknown) => thrown));
    await nextTask();
    one.abort();
    expect(calls[0]?.signal.aborted).to.equal(false);
    other.abort();
    expect(calls[0]?.signal.aborted).to.equal(true);
    for (const thrown of await Promise.all(results)) expect(thrown).to.have.property('name', 'AbortError');
  });
});
