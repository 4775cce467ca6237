import { expect } from 'chai';
import { lazily } from '../../../src/adapter-kit.js';
import type { Call, Draft, SubmitResult } from '../../../src/model/adapter.js';
import { call, draft, failure, NO_MESSAGE } from '../../support/adapter-fixture.js';

/** Methods whose code loads as `load` says. */
function methods(load: () => Promise<void> = () => Promise.resolve()) {
  let loads = 0;
  const created = lazily(async () => {
    loads++;
    await load();
    return {
      submit: async (_draft: Draft, _call: Call): Promise<SubmitResult> => ({ outcome: 'published' }),
      remove: async (id: string, _call: Call) => ({ effect: 'gone', id }),
    } as const;
  }, ['submit', 'remove']);
  return { ...created, loads: () => loads };
}

describe('methods whose code is loaded when it is needed', () => {
  it('provides the methods at once, and loads their code once, on the first call', async () => {
    const { submit, remove, loads } = methods();
    expect(loads()).to.equal(0);
    expect(await Promise.all([submit(draft(), call), remove('7', call)])).to.deep.equal([
      { outcome: 'published' },
      { effect: 'gone', id: '7' },
    ]);
    await submit(draft(), call);
    expect(loads()).to.equal(1);
  });

  it('reports a network error and nothing stored if the code cannot load, and retries on the next call', async () => {
    let isOnline = false;
    const cause = new TypeError('Failed to fetch dynamically imported module');
    const { submit, loads } = methods(async () => {
      if (!isOnline) throw cause;
    });
    await failure(submit(draft(), call), 'network', { stored: 'no', cause }, NO_MESSAGE);
    isOnline = true;
    expect(await submit(draft(), call)).to.deep.equal({ outcome: 'published' });
    expect(loads()).to.equal(2);
  });

  it('rejects with the reason of an abort at once, even while the code is loading', async () => {
    const { submit, loads } = methods(() => new Promise(() => undefined));
    const before = AbortSignal.abort();
    expect(await submit(draft(), { signal: before }).catch((error: unknown) => error)).to.equal(before.reason);
    expect(loads()).to.equal(0);
    const controller = new AbortController();
    const posting = submit(draft(), { signal: controller.signal });
    controller.abort();
    expect(await posting.catch((error: unknown) => error)).to.equal(controller.signal.reason);
  });
});
