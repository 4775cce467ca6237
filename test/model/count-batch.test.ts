import { expect } from '@open-wc/testing';
import type { Call, DiscussionRef } from '../../src/model/adapter.js';
import { type CountingAdapter, countOf } from '../../src/model/count-batch.js';
import { nextTask } from '../support/next-task.js';

interface Asked {
  readonly keys: readonly string[];
  readonly signal: AbortSignal;
  readonly answer: (counts: ReadonlyMap<string, number>) => void;
  readonly fail: (error: unknown) => void;
}

/** An adapter whose `counts` waits for the test and, as a hurried author's would, does not heed the signal. */
function countingEdge(): { adapter: CountingAdapter; asked: Asked[] } {
  const asked: Asked[] = [];
  const counts = (discussions: readonly DiscussionRef[], { signal }: Call): Promise<ReadonlyMap<string, number>> =>
    new Promise((answer, fail) => asked.push({ keys: discussions.map(({ key }) => key), signal, answer, fail }));
  return { adapter: { counts } as unknown as CountingAdapter, asked };
}

const article = (key: string): DiscussionRef => ({ key, url: 'https://example.com/' });
const anybody = (): Call => ({ signal: new AbortController().signal });

describe('the counts that are asked of one adapter in one go', () => {
  it('are one call, each key once', async () => {
    const { adapter, asked } = countingEdge();
    const answers = ['1', '2', '1'].map((key) => countOf(adapter, article(key), anybody()));
    await nextTask();
    expect(asked.map(({ keys }) => keys)).to.deep.equal([['1', '2']]);
    asked[0]?.answer(new Map(Object.entries({ 1: 12, 2: 0 })));
    expect(await Promise.all(answers)).to.deep.equal([12, 0, 12]);
  });

  it('are unknown where the answer does not name them', async () => {
    const { adapter, asked } = countingEdge();
    const answer = countOf(adapter, article('1'), anybody());
    await nextTask();
    asked[0]?.answer(new Map());
    expect(await answer).to.equal(undefined);
  });

  it('are another call when they are asked later, even while the first is on its way', async () => {
    const { adapter, asked } = countingEdge();
    void countOf(adapter, article('1'), anybody());
    await nextTask();
    void countOf(adapter, article('2'), anybody());
    await nextTask();
    expect(asked.map(({ keys }) => keys)).to.deep.equal([['1'], ['2']]);
  });

  it('have nothing to do with what is asked of another adapter', async () => {
    const [one, other] = [countingEdge(), countingEdge()];
    void countOf(one.adapter, article('1'), anybody());
    void countOf(other.adapter, article('2'), anybody());
    await nextTask();
    expect([one, other].map(({ asked }) => asked.map(({ keys }) => keys))).to.deep.equal([[['1']], [['2']]]);
  });

  it('fail together, with the error of the adapter', async () => {
    const { adapter, asked } = countingEdge();
    const answers = ['1', '2'].map((key) => countOf(adapter, article(key), anybody()));
    await nextTask();
    const error = new Error('No.');
    asked[0]?.fail(error);
    const results = await Promise.allSettled(answers);
    expect(results.map((result) => result.status === 'rejected' && result.reason === error)).to.deep.equal([true, true]);
  });

  it('fail, too, where the adapter throws before it promises anything', async () => {
    const error = new Error('No.');
    const adapter = {
      counts: () => {
        throw error;
      },
    } as unknown as CountingAdapter;
    expect(await countOf(adapter, article('1'), anybody()).catch((thrown: unknown) => thrown)).to.equal(error);
  });

  it('are not asked for by anybody who has gone before', async () => {
    const { adapter, asked } = countingEdge();
    const gone = new AbortController();
    const answer = countOf(adapter, article('1'), gone).catch((thrown: unknown) => thrown);
    void countOf(adapter, article('2'), anybody());
    gone.abort();
    expect(await answer).to.have.property('name', 'AbortError');
    await nextTask();
    expect(asked.map(({ keys }) => keys)).to.deep.equal([['2']]);
  });

  it('are no call when everybody has gone before', async () => {
    const { adapter, asked } = countingEdge();
    const gone = new AbortController();
    const answer = countOf(adapter, article('1'), gone).catch((thrown: unknown) => thrown);
    gone.abort();
    await answer;
    await nextTask();
    expect(asked).to.have.length(0);
  });

  it('are still wanted while one of those who asked is there, and aborted with the last', async () => {
    const { adapter, asked } = countingEdge();
    const [one, other] = [new AbortController(), new AbortController()];
    const answers = [one, other].map((call) => countOf(adapter, article('1'), call).catch((thrown: unknown) => thrown));
    await nextTask();
    one.abort();
    expect(asked[0]?.signal.aborted).to.equal(false);
    other.abort();
    expect(asked[0]?.signal.aborted).to.equal(true);
    for (const thrown of await Promise.all(answers)) expect(thrown).to.have.property('name', 'AbortError');
  });
});
