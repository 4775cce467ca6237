import { expect } from '@open-wc/testing';
import { createStaticAdapter } from '../../src/adapters/static.js';
import { faultyFetch, runChecks, type Planted, type Stage } from '../../src/conformance.js';

let stages = 0;

/** An archive whose file is written before it is asked for. */
function staticStage(): Stage {
  const key = `archive-${++stages}`;
  const comments: object[] = [];
  const fetch = async (_input: unknown, init?: RequestInit): Promise<Response> => {
    init?.signal?.throwIfAborted();
    return Response.json({ discussions: { [key]: { comments }, [`${key}-another`]: [] } });
  };
  const src = '/comments.json';
  return {
    discussion: { key, url: `https://example.org/${key}` },
    another: { key: `${key}-another`, url: `https://example.org/${key}-another` },
    adapter: createStaticAdapter({ src, fetch }),
    fill: (planted) => {
      comments.push(...planted.map(toComment));
      return planted.map((_, place) => String(place + 1));
    },
    close: () => {
      // An archive is never open.
    },
    faulty: (fault) => createStaticAdapter({ src, fetch: faultyFetch(fault, fetch) }),
  };
}

const toComment = ({ text, parent, status }: Planted, place: number): object => ({
  id: String(place + 1),
  parentId: parent === undefined ? null : parent === 'gone' ? '99' : String(parent + 1),
  author: { name: 'Ada' },
  body: { format: 'text', value: text },
  createdAt: new Date(Date.UTC(2013, 5, 7, 12, place)).toISOString(),
  status,
});

/** What an adapter that only reads has to keep. */
const READING = [
  'open: answers in the form of DiscussionInfo',
  'open: and list work at the same moment',
  'open: the number of comments is that of the list',
  'open: a discussion that nobody has heard of is empty',
  'features: agree with the methods and the lists',
  'list: an empty discussion is an empty page',
  'list: comments have the form of Comment',
  'paging: each comment comes exactly once',
  'paging: the order is the same each time',
  'paging: the order means what it says',
  'paging: the limit is taken into account',
  'paging: a limit beyond the backend’s own is no mistake',
  'paging: a cursor that means nothing is refused in the contract’s words',
  'replies: all are there, or it is said where they are',
  'replies: each says what it answers',
  'replies: those of one comment come page by page',
  'replies: one whose parent is gone is handed on',
  'get: one comment as the list has it',
  'unknown ids: are "not-found"',
  'discussions: do not mix',
  'status: one that the adapter does not know is "hidden"',
  'abort: before a call nothing is done',
  'abort: during a call rejects with the reason',
  'abort: ends the wait for a silent backend',
  'abort: of one call leaves the others alone',
  'line: no connection is "network"',
  'line: a web page instead of data is "bad-response"',
  'line: an empty answer is "bad-response"',
  'line: an answer that breaks off is "bad-response"',
  'line: data that means nothing is "bad-response"',
  'line: a failing server is "unavailable"',
  'line: too many requests are told with the seconds to wait',
  'closed: open() says so',
  'closed: is read and reported as before',
  'counts: are those of the list',
  'counts: many at once, whatever their keys',
  'counts: nothing asked is nothing answered',
];

describe('the static adapter', () => {
  it('keeps every rule that is about reading', async () => {
    const results = await runChecks(staticStage, { patience: 3000 });
    const failures = results.flatMap((result) => (result.outcome === 'failed' ? [result.error.message] : []));
    expect(failures).to.deep.equal([]);
    const passed = results.filter(({ outcome }) => outcome === 'passed').map(({ check }) => check.name);
    expect(passed).to.deep.equal(READING);
  });
});
