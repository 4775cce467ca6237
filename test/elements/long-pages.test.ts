import { expect } from '@open-wc/testing';
import en from '../../src/locales/en.js';
import type { CommentPage } from '../../src/model/adapter.js';
import { comments, held } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { expectConsoleError } from '../support/console-error.js';
import { HttpEdge, json, problem, type Sent } from '../support/http-edge.js';

const TOTAL = 400;
const listed = comments(TOTAL);
const texts = (count: number, from = 0): string[] => listed.slice(from, from + count).map(({ body }) => body.value);

/** A backend of 400 comments, at most a hundred in a response. `wait` holds the pages after the first up. */
function backend(wait: (sent: Sent) => Promise<unknown> = async () => {}): HttpEdge {
  const pageOf = ({ parameters }: Sent): object => {
    const items = parameters.sort === 'newest' ? listed.toReversed() : listed;
    const start = Number(parameters.cursor ?? 0);
    const end = start + Math.min(Number(parameters.limit), 100);
    return { items: items.slice(start, end), next: end < TOTAL ? String(end) : undefined, total: TOTAL };
  };
  return new HttpEdge({
    'GET /discussion': (sent) =>
      json({
        discussion: { state: 'open', viewer: { state: 'anonymous' } },
        page: pageOf(sent),
        offers: { operations: [], sorts: ['oldest', 'newest'] },
      }),
    'GET /comments': async (sent) => {
      await wait(sent);
      return json(pageOf(sent));
    },
  });
}

const limitsOf = (edge: HttpEdge): unknown[] => edge.sent.map(({ parameters }) => parameters.limit);

const open = (edge: HttpEdge): Promise<CommentsPage> => CommentsPage.open(edge.adapter(), { 'page-size': '250' });

describe('a page that is longer than one response', () => {
  afterEach(unmountAll);

  it('shows the first hundred comments at once, and below them the others as they arrive', async () => {
    const gates = new Map(['100', '200'].map((cursor) => [cursor, held()]));
    const edge = backend(async ({ parameters }) => gates.get(parameters.cursor!)?.promise);
    const page = await open(edge);
    await waitFor(() => expect(page.texts).to.deep.equal(texts(100)));
    const first = await page.comment('Comment 1');
    await page.find('button', 'Loading more comments…');
    gates.get('100')?.release();
    await waitFor(() => expect(page.texts).to.deep.equal(texts(200)));
    await page.find('button', 'Loading more comments…');
    gates.get('200')?.release();
    await waitFor(() => expect(page.texts).to.deep.equal(texts(250)));
    await page.find('button', 'Load more comments (150)');
    expect(limitsOf(edge)).to.deep.equal(['100', '100', '50']);
    expect((await page.comment('Comment 1')) === first).to.equal(true);
    expect(page.heard).to.deep.equal([]);
  });

  it('ends with the list if that is shorter than the page', async () => {
    const edge = backend();
    const page = await CommentsPage.open(edge.adapter(), { 'page-size': '1000' });
    await waitFor(() => expect(page.texts).to.deep.equal(texts(TOTAL)));
    expect(page.all('button', /^Load/)).to.have.length(0);
    expect(limitsOf(edge)).to.deep.equal(['100', '100', '100', '100']);
  });

  it('leaves the rest to the reader if a part adds no comment at the top level', async () => {
    const edge = backend();
    const answer = edge.handlers.get('GET /comments')!;
    edge.handlers.set('GET /comments', (sent) =>
      Number(sent.parameters.cursor) >= 200 ? json({ items: [], next: `${edge.sent.length}00` }) : answer(sent),
    );
    const page = await CommentsPage.open(edge.adapter(), { 'page-size': '1000' });
    await page.find('button', 'Load more comments (200)');
    expect(limitsOf(edge)).to.deep.equal(['100', '100', '100']);
  });

  it('leaves pages of the usual size to the reader, even if they have few comments at the top level', async () => {
    const [root, ...others] = comments(120);
    const replies = others.map((one) => ({ ...one, parentId: root!.id }));
    const edge = backend();
    edge.handlers.set('GET /discussion', () =>
      json({
        discussion: { state: 'open', viewer: { state: 'anonymous' } },
        page: { items: [root, ...replies], next: '1', total: 300 },
        offers: { operations: [], sorts: ['oldest'], nesting: 'tree' },
      }),
    );
    const late = { ...root!, id: 'late', body: { format: 'text', value: 'Late' }, parentId: root!.id };
    edge.handlers.set('GET /comments', () => json({ items: [late], next: '2' }));
    const page = await CommentsPage.open(edge.adapter());
    await page.press(/^Load more/);
    await page.comment('Late');
    await page.find('button', /^Load more/);
    expect(limitsOf(edge)).to.deep.equal(['25', '25']);
  });

  it('keeps what has arrived when a part fails, and goes on when asked', async () => {
    let isBroken = true;
    const edge = backend();
    const answer = edge.handlers.get('GET /comments')!;
    edge.handlers.set('GET /comments', (sent) =>
      isBroken && sent.parameters.cursor === '200' ? problem('unavailable', 503) : answer(sent),
    );
    const page = await expectConsoleError('503', () => open(edge));
    expect(await page.alert()).to.contain('We couldn’t load more comments.');
    expect(page.texts).to.deep.equal(texts(200));
    isBroken = false;
    await page.press(en.tryAgain);
    await waitFor(() => expect(page.texts.slice(0, 250)).to.deep.equal(texts(250)));
    expect(page.all('alert')).to.have.length(0);
  });

  it('leaves the focus in the section when the button that says so is gone', async () => {
    const gate = held();
    const page = await CommentsPage.open(backend(() => gate.promise).adapter(), { 'page-size': '1000' });
    (await page.find('button', 'Loading more comments…')).focus();
    gate.release();
    await waitFor(() => expect(page.texts).to.have.length(TOTAL));
    await waitFor(() => expect(page.focused).not.to.equal(null));
  });

  it('lists in another order that is chosen meanwhile', async () => {
    const gate = held();
    const edge = backend(async ({ parameters }) => parameters.sort !== 'newest' && gate.promise);
    const page = await open(edge);
    await page.find('button', 'Loading more comments…');
    const select = (await page.find('combobox', 'Sort by')) as HTMLSelectElement;
    select.value = 'newest';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => expect(page.texts).to.deep.equal(texts(TOTAL).toReversed().slice(0, 250)));
    gate.release();
    await page.find('button', 'Load more comments (150)');
    expect(page.texts).to.deep.equal(texts(TOTAL).toReversed().slice(0, 250));
  });

  it('aborts the request when the section is removed', async () => {
    const gate = held();
    const edge = backend(() => gate.promise);
    const page = await open(edge);
    await page.find('button', 'Loading more comments…');
    page.element.remove();
    await waitFor(() => expect(edge.sent.at(-1)?.signal.aborted).to.equal(true));
    gate.release();
  });

  it('stays complete when it is reloaded', async () => {
    const edge = backend();
    const page = await open(edge);
    await waitFor(() => expect(page.texts).to.have.length(250));
    await page.find('button', 'Load more comments (150)');
    const counts = new Set<number>();
    const observer = new MutationObserver(() => counts.add(page.texts.length));
    observer.observe(page.get('list'), { subtree: true, childList: true });
    const answer = edge.handlers.get('GET /comments')!;
    edge.handlers.set('GET /comments', async (sent) => {
      const found = (await ((await answer(sent)) as Response).json()) as CommentPage;
      const items = found.items.map((one) =>
        one.body.value === 'Comment 250' ? { ...one, body: { ...one.body, value: 'Edited' } } : one,
      );
      return json({ ...found, items });
    });
    page.element.reload();
    await page.comment('Edited');
    observer.disconnect();
    expect([...counts]).to.deep.equal([250]);
    expect(page.texts.slice(0, 249)).to.deep.equal(texts(249));
  });
});
