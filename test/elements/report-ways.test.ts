import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import en from '../support/english.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const two = {
  comments: [
    comment('First.', { author: { id: 'tom', name: 'Tom' } }),
    comment('Second.', { createdAt: '2026-11-24T10:05:00Z' }),
  ],
};

describe('who can report, and where', () => {
  const account = { id: 'grace', name: 'Grace' };
  afterEach(unmountAll);

  it('is nobody for a comment of their own', async () => {
    const page = await CommentsPage.open({
      open: async () => ({ state: 'open', viewer: { state: 'signed-in', author: { id: 'tom', name: 'Tom' } } }),
      list: async () => ({ items: two.comments }),
      report: async () => {},
    });
    await page.comment('Second.');
    await waitFor(() => expect(page.all('button', 'Report as abuse')).to.have.length(1));
    expect(page.all('button', /Report/, await page.comment('First.'))).to.have.length(0);
  });

  it('is a guest after signing in, and the report survives that', async () => {
    const memory = memoryAdapter({
      ...two,
      account,
      faults: ({ method, attempt }) =>
        method === 'report' && attempt === 1 ? new AdapterError('sign-in-required', '', { stored: 'no' }) : undefined,
    });
    const page = await CommentsPage.open(memory);
    const asked = page.listen('comments-sign-in');
    await page.startReport('First.');
    await page.choose('Something else');
    await page.write('He threatens me.', await page.find('textbox', 'Tell the editors more'));
    await page.press('Send report');
    expect(await page.alert()).to.contain(en.reportSignIn);
    await page.press('Sign in');
    await waitFor(() => expect(page.announced).to.equal(en.signedInAs('Grace')));
    expect(asked.map(({ purpose }) => purpose)).to.deep.equal([{ action: 'report', id: 'First-' }]);
    expect((page.get('textbox', 'Tell the editors more') as HTMLTextAreaElement).value).to.equal('He threatens me.');
    expect((await page.comment('First.')).contains(page.focused)).to.equal(true);
    await page.press('Send report');
    await page.says(en.reportSent('R-1001'));
    expect(memory.reports('pier').map(({ detail, by }) => [detail, by])).to.deep.equal([
      ['He threatens me.', 'account:grace'],
    ]);
  });

  it('finds the report again after a sign-in that leads through another page', async () => {
    const leaving = new Promise<never>(() => {});
    const memory = memoryAdapter({
      ...two,
      faults: ({ method }) => (method === 'report' ? new AdapterError('sign-in-required') : undefined),
    });
    const first = await CommentsPage.open({ ...memory, signIn: () => leaving });
    await first.startReport('First.');
    await first.choose('Illegal content');
    await first.press('Send report');
    await first.press('Sign in');
    first.element.remove();
    const second = await CommentsPage.open(memoryAdapter({ ...two, viewer: { state: 'signed-in', author: account } }));
    await second.startReport('First.');
    expect((second.get('radio', 'Illegal content') as HTMLInputElement).checked).to.equal(true);
  });

  const readOnly: CommentsAdapter = {
    open: async () => ({ state: 'open' }),
    list: async () => ({ items: two.comments }),
  };

  it('is by mail where the page says so, with the address of the comment in it', async () => {
    const page = await CommentsPage.open(readOnly, {
      'report-href': 'mailto:editors@paper.example?subject=A%20report',
    });
    await page.comment('First.');
    const link = page.all('link', 'Report as abuse', await page.comment('First.'))[0];
    const address = `${location.href.split('#')[0]}#comment-First-`;
    expect(link?.getAttribute('href')).to.equal(
      `mailto:editors@paper.example?subject=A%20report&body=${encodeURIComponent(address)}`,
    );
    expect(page.all('button', 'Report as abuse')).to.have.length(0);
  });

  it('is at an address where the page says so, with the comment in it', async () => {
    const page = await CommentsPage.open(readOnly, { 'report-href': '/report?id={id}&at={url}' });
    const link = page.all('link', 'Report as abuse', await page.comment('First.'))[0];
    const address = `${location.href.split('#')[0]}#comment-First-`;
    expect(link?.getAttribute('href')).to.equal(`/report?id=First-&at=${encodeURIComponent(address)}`);
  });

  it('is at that address whatever the id of the comment is', async () => {
    const id = `1&x=<b>"'#$&{url}`;
    const { report: _report, ...adapter } = memoryAdapter({ comments: [comment('First.', { id })] });
    const page = await CommentsPage.open(adapter, { 'report-href': '/report?id={id}&at={url}' });
    const link = page.all('link', 'Report as abuse', await page.comment('First.'))[0] as HTMLAnchorElement;
    const { searchParams, pathname, hash } = new URL(link.href);
    expect([pathname, hash]).to.deep.equal(['/report', '']);
    expect([...searchParams.keys()]).to.deep.equal(['id', 'at']);
    expect(searchParams.get('id')).to.equal(id);
    expect(searchParams.get('at')).to.match(/#comment-1%26x/);
  });

  it('is nowhere without a way, and there is no control', async () => {
    const page = await CommentsPage.open(readOnly);
    const article = await page.comment('First.');
    expect(page.all('button', /report/i, article)).to.have.length(0);
    expect(page.all('link', /report/i, article)).to.have.length(0);
  });
});
