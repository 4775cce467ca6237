import { expect } from 'chai';
import { failsWith, offline } from '../support/fake-backend.js';
import { comment, comments, opened, reached, writerOf } from '../support/fixtures.js';

const wanted = { id: 'a', reason: 'spam', detail: 'Look at the link.' };

describe('reporting', () => {
  it('sends one request for a double click and records the receipt', async () => {
    const { backend, store } = await opened({ responses: { list: { items: comments('a') } } });
    const both = [writerOf(store).report(wanted), writerOf(store).report(wanted)];
    const request = await backend.next('report');
    expect(request.args).to.deep.equal([store.state.discussion, wanted]);
    expect(store.state.reports.size, 'not before the response').to.equal(0);
    request.respond({ reference: '7' });
    expect(await Promise.all(both)).to.deep.equal(Array(2).fill({ type: 'done', value: { reference: '7' } }));
    expect(backend.count('report')).to.equal(1);
    expect(store.state.reports.get('a')).to.deep.equal({ sent: 'now', reference: '7' });
  });

  it('sends another text while the first report is in flight', async () => {
    const { backend, store } = await opened();
    const first = writerOf(store).report(wanted);
    const second = writerOf(store).report({ ...wanted, reason: 'other', detail: 'It names my street.' });
    const requests = [await backend.next('report'), await backend.next('report')];
    requests[0]!.respond({ reference: '7' });
    requests[1]!.respond({ reference: '8' });
    expect(await Promise.all([first, second])).to.deep.equal([
      { type: 'done', value: { reference: '7' } },
      { type: 'done', value: { reference: '8' } },
    ]);
    expect(requests[1]!.args[1]).to.include({ reason: 'other', detail: 'It names my street.' });
  });

  it('works without a receipt, and records an earlier report', async () => {
    for (const [receipt, sent] of [[undefined, 'now'] as const, [{ alreadyReported: true }, 'earlier'] as const]) {
      const { store } = await opened({ responses: { report: () => receipt } });
      expect((await writerOf(store).report(wanted)).type).to.equal('done');
      expect(store.state.reports.get('a')).to.deep.equal({ sent, reference: undefined });
    }
  });

  it('records nothing when it fails, and can be retried', async () => {
    const { backend, store } = await opened();
    const first = writerOf(store).report(wanted);
    (await backend.next('report')).fail(offline);
    expect(await first).to.deep.equal({ type: 'failed', error: offline });
    expect(store.state.reports.size).to.equal(0);
    const second = writerOf(store).report(wanted);
    (await backend.next('report')).respond({});
    await second;
    expect(store.state.reports.has('a')).to.equal(true);
  });

  it('is still known after a reload', async () => {
    const { backend, store } = await opened({
      responses: { list: { items: [comment('a'), comment('b', { reported: true })] }, report: {} },
    });
    await writerOf(store).report(wanted);
    const before = store.state.comments;
    store.reload();
    await reached(store, ({ comments: listed }) => listed !== before);
    expect([...store.state.reports].map(([id, { sent }]) => [id, sent])).to.deep.equal([
      ['b', 'earlier'],
      ['a', 'now'],
    ]);
    expect(backend.count('report')).to.equal(1);
  });

  it('can be withdrawn, and stays if that fails', async () => {
    const { backend, store } = await opened({ responses: { report: {} } });
    await writerOf(store).report(wanted);
    const first = writerOf(store).withdrawReport('a');
    (await backend.next('withdrawReport')).fail(offline);
    expect((await first).type).to.equal('failed');
    expect(store.state.reports.has('a')).to.equal(true);
    const second = writerOf(store).withdrawReport('a');
    const request = await backend.next('withdrawReport');
    expect(request.args).to.deep.equal([store.state.discussion, 'a']);
    request.respond();
    expect((await second).type).to.equal('done');
    expect(store.state.reports.has('a')).to.equal(false);
  });

  it('fails as unsupported without the methods', async () => {
    const { store } = await opened({ without: ['report', 'withdrawReport'] });
    for (const outcome of [await writerOf(store).report(wanted), await writerOf(store).withdrawReport('a')]) {
      expect(outcome.type === 'failed' && outcome.error.kind).to.equal('unsupported');
    }
    expect(store.state.reports.size).to.equal(0);
  });

  it('converts errors that break the contract', async () => {
    const { store } = await opened({ responses: { report: failsWith(new TypeError('Failed to fetch')) } });
    const outcome = await writerOf(store).report(wanted);
    expect(outcome.type === 'failed' && outcome.error.kind).to.equal('network');
  });
});
