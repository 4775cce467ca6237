import { expect } from 'chai';
import { checkedAdapter } from '../../../src/model/contract/checked-adapter.js';
import { info, page } from '../../../src/model/contract/contract.js';
import { decodeRepaired, problemsOf } from '../../../src/model/contract/explain.js';
import type { Decoder } from '../../../src/model/contract/schema.js';
import { call, discussion } from '../../support/adapter-fixture.js';
import { HttpEdge, json } from '../../support/http-edge.js';
import { pathsIn, wholeResponse, withMember, WRONG_VALUES } from '../../support/whole-response.js';

const query = { discussion, sort: 'oldest', limit: 25 } as const;

/** What the section gets of a response, and what its developer is told. */
async function received(response: unknown) {
  const notes: string[] = [];
  const edge = new HttpEdge({ 'GET /discussion': () => json(response) });
  const adapter = checkedAdapter(edge.adapter(), { note: (note) => notes.push(note), areThorough: false });
  const [opened, listed] = await Promise.all(
    [adapter.open(discussion, call), adapter.list(query, call)].map((pending) =>
      (pending as Promise<unknown>).catch((error: unknown) => (error as { kind?: string }).kind),
    ),
  );
  return { opened, listed, notes };
}

/** A copy of JSON without the members that are null. */
const withoutNull = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), function (this: unknown, _name, member: unknown) {
    return member === null && !Array.isArray(this) ? undefined : member;
  });

/** What the schema makes of a value; `bad-response` if it rejects it. */
function repaired(decode: Decoder<unknown>, value: unknown): unknown {
  try {
    return decodeRepaired(decode, value, '');
  } catch {
    return 'bad-response';
  }
}

/**
 * The members that may reach the section as they were sent, by the end of their path. `test/elements/over-http.test.ts` shows that it is not
 * affected.
 */
const HARMLESS: readonly RegExp[] = [
  // Addresses are links only if they are valid.
  /\.(url|avatar|permalink|href|feedUrl)$/,
  // A text of an unknown format is shown as plain text.
  /\.format$/,
  // Words and numbers that the section compares only with those that it knows.
  /\.(basis|mine|totalCounts|who|notify|unit)$|\.viewer\.state$|\.refusal\.reason$/,
  // Anything but an object has no members, and those of an empty one have defaults.
  /^page\.items\.0\.(replies|can|preceding)$|^discussion\.(can|decisions|policy|viewer)$|\.(guest|redress)$/,
  // A field whose rule is incomplete is an optional one.
  /\.guest\.\w+(\.required)?$/,
  // The badges of the viewer are not shown.
  /^discussion\.viewer\.author\.badges/,
  // An empty text, or one of a moderator's or a statement's details.
  /\.(territory|ground|rule|facts)$|\.badges\.1\.label$|\.rules\.0$|\.policy\.body$|\.warning\.(id|message)$/,
];

/** Each copy of the whole response with one wrong member, and what the schema makes of the part that has it. */
function* wrongParts() {
  for (const path of pathsIn(wholeResponse).filter(({ length }) => length > 1))
    for (const value of WRONG_VALUES) {
      const response = withMember(wholeResponse, path, value);
      const { discussion: opened, page: listed } = withoutNull(response) as typeof wholeResponse;
      for (const [method, decode, part] of [
        ['open', info, opened],
        ['list', page, listed],
      ] as const) {
        const problems = problemsOf(decode, part, `${method}()`);
        if (problems.length > 0)
          yield { path: path.join('.'), value, response, method, problems, wanted: repaired(decode, part) };
      }
    }
}

describe('a wrong member of a response over http', () => {
  it('is repaired as by the schema, unless it does not affect the section', async () => {
    let count = 0;
    for (const { path, value, response, method, problems, wanted } of wrongParts()) {
      const isRule = path.endsWith('.rules') && Array.isArray(value);
      if (isRule || HARMLESS.some((pattern) => pattern.test(path))) continue;
      const { opened, listed, notes } = await received(response);
      const what = `${path}: ${JSON.stringify(value)}`;
      expect(method === 'open' ? opened : listed, what).to.deep.equal(wanted);
      // A later version of the contract may have the word.
      const isWord = /\.status$|^discussion\.state$/.test(path) && typeof value === 'string';
      if (!isWord) expect(notes.join('\n'), what).to.contain(problems[0]!.split(' is ')[0]);
      count++;
    }
    expect(count).to.be.greaterThan(800);
  });

  it('is recognised by its whole name', async () => {
    const viewer = {
      state: 'signed-in',
      author: { id: 'me', name: 'Ada', badges: 'staff' },
      warning: { message: 'Calm.' },
    };
    const { opened } = await received({
      ...wholeResponse,
      discussion: { state: 'open', viewer, message: { message: 'Be nice', format: 'text' } },
    });
    expect(opened).to.deep.equal({ state: 'open', viewer: { state: 'signed-in', author: { id: 'me', name: 'Ada' } } });
  });

  for (const end of ['', 'again'])
    it(`ends a list whose cursor is always "${end}"`, async () => {
      const comment = { ...wholeResponse.page.items[0], parentId: '' };
      const edge = new HttpEdge({ 'GET /comments': () => json({ items: [comment], next: end }) });
      await edge.adapter().list({ ...query, limit: 250, cursor: 'begin' }, call);
      expect(edge.sent).to.have.length(end ? 2 : 1);
    });

  it('is not suspected in a valid response', async () => {
    const notes: string[] = [];
    const noting = { ...call, note: (note: string) => notes.push(note) };
    const adapter = new HttpEdge({ 'GET /discussion': () => json(wholeResponse) }).adapter();
    const [opened, listed] = await Promise.all([adapter.open(discussion, noting), adapter.list(query, noting)]);
    expect([opened, listed]).to.deep.equal([wholeResponse.discussion, wholeResponse.page]);
    expect(notes, 'the code that repairs responses would be loaded').to.deep.equal([]);
  });
});
