import { expect } from 'chai';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import type { ReportNotice } from '../../../src/model/adapter.js';
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
        by: 'guest0',
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

  it('requires a text with the reason "other", unless reports have none', async () => {
    const other = (detail?: string) => ({ id: 'a', reason: 'other', ...(detail !== undefined && { detail }) });
    const { report } = create();
    await failure(report(discussion, other(), call), 'invalid', { stored: 'no' });
    await failure(report(discussion, other(' \n'), call), 'invalid');
    expect(await report(discussion, other('It names my street.'), call)).to.have.property('reference');
    const brief = create({ features: { report: { detail: false } } });
    expect(await brief.report(discussion, other(), call)).to.have.property('reference');
  });

  it('requires a complete notice for reasons with that form, and accepts none for others', async () => {
    const reasons = [
      { id: 'illegal', form: 'notice' },
      { id: 'child', form: 'notice', anonymous: true },
      { id: 'spam' },
    ] as const;
    const { report, adapter } = create({ features: { report: { reasons } } });
    const complete: ReportNotice = {
      explanation: 'It calls for violence.',
      urls: ['https://example.com/articles/42#a'],
      name: 'Nora '.repeat(20),
      email: 'nora@mail.example',
      goodFaith: true,
    };
    const send = (notice: Partial<ReportNotice> | undefined, reason = 'illegal') =>
      report(discussion, { id: 'a', reason, ...(notice && { notice: { ...complete, ...notice } }) }, call);
    await failure(send(undefined), 'invalid');
    await failure(send({}, 'spam'), 'invalid');
    await failure(send({ explanation: ' ' }), 'invalid', { field: 'body' });
    await failure(send({ explanation: 'x'.repeat(5001) }), 'too-long', { field: 'body' });
    await failure(send({ law: 'x'.repeat(501) }), 'too-long');
    await failure(send({ urls: [] }), 'invalid');
    await failure(send({ urls: ['javascript:alert(1)'] }), 'invalid');
    await failure(send({ name: ' ' }), 'invalid', { field: 'name' });
    await failure(send({ email: '' }), 'invalid', { field: 'email' });
    await failure(send({ email: 'nora' }), 'invalid', { field: 'email' });
    await failure(send({ email: 'nora' }, 'child'), 'invalid', { field: 'email' });
    await failure(send({ goodFaith: false as true }), 'invalid');
    expect(adapter.reports(key)).to.be.empty;
    expect(await send({ name: '', email: '' }, 'child')).to.have.property('receivedAt');
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
