import { expect } from '@open-wc/testing';
import { discussion, opened } from './model-fixture.js';

const draft = { parentId: null, body: 'Hello', submitKey: 'k' };

/** Lets the code that only writers need fail to arrive. It works before that code is first asked for. */
function loseWritingCode(): void {
  const script = document.createElement('script');
  script.type = 'importmap';
  const addresses = ['js', 'ts'].map((ending) => new URL(`../../src/model/discussion-writing.${ending}`, import.meta.url).href);
  script.textContent = JSON.stringify({
    imports: Object.fromEntries(addresses.map((address) => [address, 'data:text/javascript,throw 0'])),
  });
  document.head.append(script);
}

describe('writing whose code cannot be fetched', () => {
  before(loseWritingCode);

  it('fails as what it is, a lost connection, before anything is sent', async () => {
    const { edge, store } = await opened();
    const outcome = await store.submit(draft);
    expect(outcome).to.deep.include({ type: 'failed', uncertain: false });
    expect(outcome.type === 'failed' && outcome.error.kind).to.equal('network');
    const report = await store.report({ id: 'a', reason: 'spam' });
    expect(report.type === 'failed' && report.error.kind).to.equal('network');
    expect(edge.count('submit') + edge.count('report')).to.equal(0);
  });

  it('does not forget that an earlier try is in doubt', async () => {
    const { store } = await opened();
    expect(await store.submit({ ...draft, uncertainSince: 7 })).to.deep.include({ type: 'failed', uncertain: true });
  });

  it('is of no interest once the discussion is left', async () => {
    const { edge, store } = await opened();
    const outcome = store.submit(draft);
    store.open(edge.adapter, { ...discussion, key: '43' });
    expect((await outcome).type).to.equal('aborted');
    store.close();
  });
});
