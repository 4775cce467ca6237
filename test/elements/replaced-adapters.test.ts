import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { nextTask } from '../support/next-task.js';

/** As a framework's template makes it: another object for each rendering. */
const inline = (): CommentsAdapter => ({
  open: async () => ({ state: 'open' }),
  list: async () => ({ items: [comment('First.')] }),
});

describe('an adapter that is replaced', () => {
  const { error } = console;
  let logged: string[];

  beforeEach(() => {
    logged = [];
    console.error = (text: string) => void logged.push(text);
  });
  afterEach(() => {
    unmountAll();
    console.error = error;
  });

  async function replace(page: CommentsPage, adapter: CommentsAdapter): Promise<void> {
    page.element.adapter = adapter;
    await page.element.updateComplete;
  }

  it('reports the remedy once if the adapter is replaced again and again by one of the same kind', async () => {
    const page = await CommentsPage.open(inline());
    for (let rendering = 0; rendering < 6; rendering++) await replace(page, inline());
    await page.comment('First.');
    await waitFor(() => expect(logged).to.have.length(1));
    expect(logged[0]).to.contain('Create the adapter once, outside the render function.');
    expect(await page.alert()).to.contain('Create the adapter once');
  });

  it('reports nothing if the adapter is replaced twice, or by one of another kind', async () => {
    const page = await CommentsPage.open(inline());
    for (const adapter of [inline(), inline(), memoryAdapter({ comments: [comment('Second.')] })])
      await replace(page, adapter);
    await page.comment('Second.');
    await nextTask();
    expect(logged).to.deep.equal([]);
    expect(page.all('alert')).to.have.length(0);
  });

  it('reports nothing if the same adapter is set again', async () => {
    const adapter = inline();
    const page = await CommentsPage.open(adapter);
    for (let rendering = 0; rendering < 6; rendering++) await replace(page, adapter);
    await page.comment('First.');
    await nextTask();
    expect(logged).to.deep.equal([]);
  });
});
