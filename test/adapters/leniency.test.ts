/** One mistake of a backend or in an archive must not hide the other comments: the same for every adapter. */
import { expect } from 'chai';
import { staticAdapter } from '../../src/adapters/static.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import { checkedAdapter } from '../../src/model/contract/checked-adapter.js';
import { call, comment, discussion, failure } from '../support/adapter-fixture.js';
import { HttpEdge, json } from '../support/http-edge.js';

const query = { discussion, sort: 'oldest', limit: 25 } as const;

/** Adapters with these comments, and how each names the first of them. */
const adaptersWith = (items: readonly unknown[]): Readonly<Record<string, readonly [CommentsAdapter, string]>> => ({
  http: [
    new HttpEdge({
      'GET /comments': () => json({ items }),
      'GET /discussion': () => json({ discussion: { state: 'open' }, page: { items } }),
    }).adapter(),
    'list().items',
  ],
  static: [staticAdapter({ data: { comments: items } }), 'The archive › comments'],
  foreign: [{ open: async () => ({ state: 'open' }), list: async () => ({ items }) as never }, 'list().items'],
});

const time = '2013-06-07T10:54:00Z';
const broken: readonly unknown[] = [
  comment('a', { createdAt: time }),
  comment('b', { createdAt: 'yesterday' }),
  { ...comment('c', { createdAt: time }), id: undefined },
];

for (const kind of ['http', 'static', 'foreign'] as const) {
  const adapterWith = (items: readonly unknown[]): readonly [CommentsAdapter, string] => adaptersWith(items)[kind]!;

  /** The adapter in a section, and what its developer is told. */
  const shown = (items: readonly unknown[]) => {
    const notes: string[] = [];
    const [adapter, place] = adapterWith(items);
    return { adapter: checkedAdapter(adapter, { note: (note) => notes.push(note), areThorough: false }), notes, place };
  };

  describe(`the section with comments of the adapter ${kind}`, () => {
    /** What separates a member from the object that has it: the archive is read before the section checks the response. */
    const dot = kind === 'static' ? ' › ' : '.';

    it('shows a comment with a wrong time without one, leaves out an unusable one, and notes both', async () => {
      const { adapter, notes, place } = shown(broken);
      const { items } = await adapter.list(query, call);
      const found = [...items].sort((one, other) => one.id.localeCompare(other.id));
      expect(found.map(({ id, createdAt }) => [id, createdAt])).to.deep.equal([
        ['a', time],
        ['b', ''],
      ]);
      expect(notes).to.deep.equal([
        `${place}[1]${dot}createdAt is "yesterday", not a time such as "2013-06-07T10:54:00Z"`,
        `${place}[2]${dot}id is missing, not a non-empty string`,
      ]);
    });

    it('leaves out an item that is null, and notes it', async () => {
      const { adapter, notes, place } = shown([comment('a', { createdAt: time }), null]);
      expect((await adapter.list(query, call)).items.map(({ id }) => id)).to.deep.equal(['a']);
      expect(notes).to.deep.equal([`${place}[1] is null, not an object`]);
    });

    it('notes the same problem of many comments once', async () => {
      const { adapter, notes } = shown(
        Array.from({ length: 20 }, (_, index) => comment(`c${index}`, { createdAt: 'yesterday' })),
      );
      expect((await adapter.list(query, call)).items).to.have.length(20);
      expect(notes).to.have.length(1);
      expect(notes[0]).to.contain('(and 19 more like it)');
    });

    it('refuses a list without a usable comment', async () => {
      const { adapter } = shown([{ ...comment('a'), id: undefined }]);
      await failure(adapter.list(query, call), 'bad-response');
    });

    it('accepts a time zone without a colon', async () => {
      const { adapter, notes } = shown([comment('a', { createdAt: '2013-06-07T10:54:00+0200' })]);
      const { items } = await adapter.list(query, call);
      expect(Date.parse(items[0]!.createdAt)).to.equal(Date.parse('2013-06-07T08:54:00Z'));
      expect(notes).to.deep.equal([]);
    });
  });
}

describe('the adapter static without a receiver of notes', () => {
  it('refuses what has a mistake, and names it', async () => {
    const [adapter, place] = adaptersWith(broken).static!;
    expect((await failure(adapter.list(query, call), 'bad-response')).message).to.contain(
      `${place}[1] › createdAt is "yesterday"`,
    );
  });
});

describe('the refusal of a viewer over http', () => {
  it('has the label of its link', async () => {
    const refusal = { reason: 'not-a-member', href: 'https://club.example/', label: 'Join the club' };
    const edge = new HttpEdge({
      'GET /discussion': () => json({ discussion: { state: 'open', posting: { refusal } }, page: { items: [] } }),
    });
    expect((await edge.adapter().open(discussion, call)).posting?.refusal).to.deep.equal(refusal);
  });
});

describe('an archive with an unusable discussion', () => {
  it('shows the other discussions', async () => {
    const data = { discussions: { [discussion.key]: [comment('a')], broken: [5] } };
    const notes: string[] = [];
    const checked = checkedAdapter(staticAdapter({ data }), { note: (note) => notes.push(note), areThorough: false });
    expect((await checked.list(query, call)).items).to.have.length(1);
    await failure(checked.list({ ...query, discussion: { key: 'broken', url: '' } }, call), 'bad-response');
    expect(notes).to.include('The archive › discussions["broken"] › comments[0] is 5, not an object');
  });
});
