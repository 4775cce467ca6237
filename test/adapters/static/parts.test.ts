import { expect } from 'chai';
import { staticAdapter } from '../../../src/adapters/static.js';
import type { CommentPage, ListQuery, Sort } from '../../../src/model/adapter.js';
import { call, comment, discussion, failure, idsOf } from '../../support/adapter-fixture.js';

/** Comments `first` to `last`, each a minute after the one before; each of those by ten has a reply. */
const comments = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((number) => {
    const createdAt = new Date(Date.UTC(2013, 0, 1, 0, number)).toISOString();
    const own = comment(`${number}`, { createdAt });
    return number % 10 === 0 ? [own, comment(`${number}r`, { parentId: `${number}`, createdAt })] : [own];
  });

/** A long archive in three files, with the addresses that were fetched. Addresses in `failing` return a status 500. */
function longArchive(src = '/articles/42/comments.json') {
  const files = new Map<string, unknown>([
    [
      '/articles/42/comments.json',
      { parts: 3, total: 66, info: { stateMessage: 'Archived.' }, comments: comments(1, 20) },
    ],
    ['/articles/42/comments/2.json', { comments: comments(21, 40) }],
    ['/articles/42/comments/3.json', { comments: comments(41, 60) }],
  ]);
  const requests: string[] = [];
  const failing = new Set<string>();
  const fetch = (async (url: string) => {
    requests.push(url);
    const file = files.get(url.replace(/\?.*/, ''));
    if (!file || failing.has(url)) return new Response('', { status: file ? 500 : 404 });
    return new Response(JSON.stringify(file), { headers: { 'content-type': 'application/json' } });
  }) as typeof globalThis.fetch;
  return { adapter: staticAdapter({ src, fetch }), requests, failing };
}

const query = (sort: Sort, cursor?: string): ListQuery => ({
  discussion,
  sort,
  limit: 15,
  ...(cursor !== undefined && { cursor }),
});

async function allPages(adapter: ReturnType<typeof staticAdapter>, sort: Sort): Promise<readonly CommentPage[]> {
  const pages = [await adapter.list(query(sort), call)];
  for (let { next } = pages[0]!; next !== undefined; { next } = pages.at(-1)!)
    pages.push(await adapter.list(query(sort, next), call));
  return pages;
}

describe('a long archive in several files', () => {
  it('opens with the first file only, with the number of all comments', async () => {
    const { adapter, requests } = longArchive();
    expect(await adapter.open(discussion, call)).to.deep.equal({
      state: 'closed',
      stateMessage: 'Archived.',
      total: 66,
    });
    const page = await adapter.list(query('oldest'), call);
    expect(page.total).to.equal(66);
    expect(page.items.length).to.equal(16);
    expect(requests).to.deep.equal(['/articles/42/comments.json']);
  });

  it('opens with the last file as well if the newest come first', async () => {
    const { adapter, requests } = longArchive();
    const page = await adapter.list(query('newest'), call);
    expect(idsOf(page.items).slice(0, 4)).to.deep.equal(['60', '60r', '59', '58']);
    expect(requests).to.deep.equal(['/articles/42/comments.json', '/articles/42/comments/3.json']);
  });

  for (const sort of ['oldest', 'newest'] as const)
    it(`has each comment once, from page to page, the ${sort} first`, async () => {
      const { adapter, requests } = longArchive();
      const pages = await allPages(adapter, sort);
      const roots = pages.flatMap(({ items }) => idsOf(items)).filter((id) => !id.endsWith('r'));
      const expected = Array.from({ length: 60 }, (_, index) => `${index + 1}`);
      expect(roots).to.deep.equal(sort === 'oldest' ? expected : expected.reverse());
      expect(pages.flatMap(({ items }) => idsOf(items)).length).to.equal(66);
      expect(pages.map(({ total }) => total)).to.deep.equal(pages.map(() => 66));
      expect(requests.length).to.equal(3);
    });

  it('finds a linked comment in any file', async () => {
    const { adapter, requests } = longArchive();
    expect((await adapter.get!(discussion, '50r', call)).parentId).to.equal('50');
    expect(requests.length).to.equal(3);
    await failure(adapter.get!(discussion, 'none', call), 'not-found');
  });

  it('is counted from its first file', async () => {
    const { adapter, requests } = longArchive();
    expect([...(await adapter.counts!([discussion], call)).values()]).to.deep.equal([66]);
    expect(requests.length).to.equal(1);
  });

  it('fetches a file again after a failure, and the others no more', async () => {
    const { adapter, requests, failing } = longArchive();
    failing.add('/articles/42/comments/3.json');
    await failure(adapter.list(query('newest'), call), 'unavailable');
    failing.clear();
    expect((await adapter.list(query('newest'), call)).items.length).to.equal(17);
    expect(requests.length).to.equal(3);
  });

  it('keeps the query of its address', async () => {
    const { adapter, requests } = longArchive('/articles/42/comments.json?v=7');
    await adapter.list(query('newest'), call);
    expect(requests).to.deep.equal(['/articles/42/comments.json?v=7', '/articles/42/comments/3.json?v=7']);
  });

  it('requires an address for the other files of an archive that is in the page', async () => {
    const adapter = staticAdapter({ data: { parts: 2, total: 2, comments: comments(1, 1) } });
    const page = await adapter.list(query('oldest'), call);
    await failure(adapter.list(query('oldest', page.next), call), 'bad-response', {}, /^There is no archive: set src/);
  });
});
