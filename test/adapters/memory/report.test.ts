import { expect } from 'chai';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import { all, call, comment, discussion, draft, failure } from '../../support/adapter-fixture.js';

const { key } = discussion;
const now = () => Date.parse('2013-06-07T12:00:00Z');

function create(options: MemoryOptions = {}) {
  const adapter = memoryAdapter({ comments: [comment('a'), comment('b')], now, ...options });
  const isReported = async (id: string) => (await all(adapter).get(discussion, id, call)).reported ?? false;
  return { adapter, ...all(adapter), isReported };
}

describe('reporting to the memory adapter', () => {
  it('stores the reason and the detail, and returns a reference', async () => {
    const { adapter, report } = create();
    const receipt = await report(discussion, { id: 'a', reason: 'spam', detail: 'Buy now', revision: '3' }, call);
    expect(receipt).to.deep.equal({ reference: 'R-1001' });
    expect(adapter.reports(key)).to.deep.equal([
      {
        id: 'a',
        reason: 'spam',
        detail: 'Buy now',
        revision: '3',
        reference: 'R-1001',
        by: 'guest',
        at: '2013-06-07T12:00:00.000Z',
      },
    ]);
    expect(await report(discussion, { id: 'b', reason: 'abuse' }, call)).to.deep.equal({ reference: 'R-1002' });
  });

  it('marks the comment for the viewer who reported it', async () => {
    const { adapter, report, signIn, isReported } = create({ account: { id: 'me', name: 'Me' } });
    await report(discussion, { id: 'a', reason: 'spam' }, call);
    const { items } = await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(items.map(({ reported }) => reported)).to.deep.equal([true, undefined]);
    await signIn(call);
    expect(await isReported('a'), 'another viewer').to.equal(false);
    expect(await report(discussion, { id: 'a', reason: 'spam' }, call)).to.deep.equal({ reference: 'R-1002' });
  });

  it('recognises a second report of the same comment', async () => {
    const { adapter, report } = create();
    await report(discussion, { id: 'a', reason: 'spam' }, call);
    expect(await report(discussion, { id: 'a', reason: 'abuse' }, call)).to.deep.equal({
      alreadyReported: true,
      reference: 'R-1001',
    });
    expect(adapter.reports(key)).to.have.length(1);
  });

  it('refuses a report of one’s own comment', async () => {
    const { submit, report, adapter } = create();
    const { comment: mine } = await submit(draft(), call);
    await failure(report(discussion, { id: mine?.id ?? '', reason: 'spam' }, call), 'forbidden', { stored: 'no' });
    const author = { id: 'author-of-a', name: 'Ada' };
    const asAda = create({ viewer: { state: 'signed-in', author } });
    await failure(asAda.report(discussion, { id: 'a', reason: 'spam' }, call), 'forbidden');
    expect(adapter.reports(key)).to.be.empty;
  });

  it('refuses an invalid report', async () => {
    const { report, adapter } = create({ comments: [comment('a'), comment('gone', { status: 'deleted' })] });
    await failure(report(discussion, { id: 'nowhere', reason: 'spam' }, call), 'not-found', { stored: 'no' });
    await failure(report(discussion, { id: 'gone', reason: 'spam' }, call), 'not-found');
    await failure(report(discussion, { id: 'a', reason: '' }, call), 'invalid');
    await failure(report(discussion, { id: 'a', reason: 'other', detail: 'x'.repeat(501) }, call), 'too-long');
    await report(discussion, { id: 'a', reason: 'other', detail: 'x'.repeat(500) }, call);
    expect(adapter.reports(key)).to.have.length(1);

    const strict = create({ features: { report: { reasons: [{ id: 'rude' }] } } });
    await failure(strict.report(discussion, { id: 'a', reason: 'spam' }, call), 'invalid');
    await strict.report(discussion, { id: 'a', reason: 'rude' }, call);
  });

  it('withdraws a report, and accepts a new one after that', async () => {
    const { adapter, report, withdrawReport, isReported } = create();
    await report(discussion, { id: 'a', reason: 'spam' }, call);
    await withdrawReport(discussion, 'a', call);
    expect(adapter.reports(key)).to.be.empty;
    expect(await isReported('a')).to.equal(false);
    await failure(withdrawReport(discussion, 'a', call), 'not-found');
    expect(await report(discussion, { id: 'a', reason: 'spam' }, call)).to.deep.equal({ reference: 'R-1002' });
    expect(await isReported('a')).to.equal(true);
  });

  it('accepts reports in a closed discussion', async () => {
    const { report } = create({ info: { state: 'closed' } });
    expect(await report(discussion, { id: 'a', reason: 'spam' }, call)).to.have.property('reference');
  });
});
