import { expect } from '@open-wc/testing';
import { failing, offline } from '../support/fake-backend.js';
import { comment, comments, opened, reached, writerOf } from '../support/fixtures.js';

const wanted = { id: 'a', reason: 'spam', detail: 'Look at the link.' };

describe('reporting', () => {
  it('sends one request however often it is called at once, and remembers what came of it', async () => {
    const { edge, store } = await opened({ answers: { list: { items: comments('a') } } });
    const both = [writerOf(store).report(wanted), writerOf(store).report(wanted)];
    const asked = await edge.next('report');
    expect(asked.args).to.deep.equal([store.state.discussion, wanted]);
    expect(store.state.reports.size, 'not before the backend has it').to.equal(0);
    asked.answer({ reference: '7' });
    expect(await Promise.all(both)).to.deep.equal(Array(2).fill({ type: 'done', value: { reference: '7' } }));
    expect(edge.count('report')).to.equal(1);
    expect(store.state.reports.get('a')).to.deep.equal({ sent: 'now', reference: '7' });
  });

  it('does without a receipt, and knows a report of earlier when told', async () => {
    for (const [receipt, sent] of [[undefined, 'now'] as const, [{ alreadyReported: true }, 'earlier'] as const]) {
      const { store } = await opened({ answers: { report: () => receipt } });
      expect((await writerOf(store).report(wanted)).type).to.equal('done');
      expect(store.state.reports.get('a')).to.deep.equal({ sent, reference: undefined });
    }
  });

  it('leaves the comment unreported when it fails, and can be tried again', async () => {
    const { edge, store } = await opened();
    const first = writerOf(store).report(wanted);
    (await edge.next('report')).fail(offline);
    expect(await first).to.deep.equal({ type: 'failed', error: offline });
    expect(store.state.reports.size).to.equal(0);
    const second = writerOf(store).report(wanted);
    (await edge.next('report')).answer({});
    await second;
    expect(store.state.reports.has('a')).to.equal(true);
  });

  it('outlives another look at the list', async () => {
    const { edge, store } = await opened({ answers: { list: { items: [comment('a'), comment('b', { reported: true })] }, report: {} } });
    await writerOf(store).report(wanted);
    const before = store.state.comments;
    store.reload();
    await reached(store, ({ comments: listed }) => listed !== before);
    expect([...store.state.reports].map(([id, { sent }]) => [id, sent])).to.deep.equal([
      ['b', 'earlier'],
      ['a', 'now'],
    ]);
    expect(edge.count('report')).to.equal(1);
  });

  it('can be taken back where the backend takes it back, and stands where that fails', async () => {
    const { edge, store } = await opened({ answers: { report: {} } });
    await writerOf(store).report(wanted);
    const first = writerOf(store).withdrawReport('a');
    (await edge.next('withdrawReport')).fail(offline);
    expect((await first).type).to.equal('failed');
    expect(store.state.reports.has('a')).to.equal(true);
    const second = writerOf(store).withdrawReport('a');
    const asked = await edge.next('withdrawReport');
    expect(asked.args).to.deep.equal([store.state.discussion, 'a']);
    asked.answer();
    expect((await second).type).to.equal('done');
    expect(store.state.reports.has('a')).to.equal(false);
  });

  it('fails where the adapter cannot do it, and nothing is claimed', async () => {
    const { store } = await opened({ without: ['report', 'withdrawReport'] });
    for (const outcome of [await writerOf(store).report(wanted), await writerOf(store).withdrawReport('a')]) {
      expect(outcome.type === 'failed' && outcome.error.kind).to.equal('unsupported');
    }
    expect(store.state.reports.size).to.equal(0);
  });

  it('fails in words where the adapter throws something else', async () => {
    const { store } = await opened({ answers: { report: failing(new TypeError('Failed to fetch')) } });
    const outcome = await writerOf(store).report(wanted);
    expect(outcome.type === 'failed' && outcome.error.kind).to.equal('network');
  });
});
