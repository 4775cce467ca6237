import { expect } from 'chai';
import { staticAdapter } from '../../src/adapters/static.js';
import { faultyFetch, runChecks, type Planted, type Stage } from '../../src/conformance.js';

let stages = 0;

/** A stage on the static adapter, whose file is complete before the first request. */
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
    adapter: staticAdapter({ src, fetch }),
    fill: (planted) => {
      comments.push(...planted.map(toComment));
      return planted.map((_, index) => String(index + 1));
    },
    close: () => {
      // A static discussion is always closed.
    },
    faulty: (fault) => staticAdapter({ src, fetch: faultyFetch(fault, fetch) }),
  };
}

const toComment = ({ text, parent, status }: Planted, index: number): object => ({
  id: String(index + 1),
  parentId: parent === undefined ? null : parent === 'gone' ? '99' : String(parent + 1),
  author: { name: 'Ada' },
  body: { format: 'text', value: text },
  createdAt: new Date(Date.UTC(2013, 5, 7, 12, index)).toISOString(),
  status,
});

/** Checks that apply to a read-only adapter. */
const READING = [
  'open: returns a valid DiscussionInfo',
  'list: returns valid comments',
  'open: works concurrently with list()',
  'open: totals match the list',
  'open: an unknown discussion is empty, not an error',
  'features: match the methods and the lists',
  'list: an empty discussion is an empty page',
  'paging: returns each comment exactly once',
  'paging: keeps a stable order',
  'paging: sorts as requested',
  'paging: respects the limit',
  'paging: accepts a limit above the backend’s maximum',
  'paging: rejects an invalid cursor with an AdapterError',
  'replies: each is returned exactly once',
  'replies: name their parent',
  'replies: include one whose parent is gone',
  'get: returns the comment as listed',
  'ids: an unknown id is "not-found"',
  'discussions: are kept apart',
  'status: an unknown status becomes "hidden"',
  'abort: an aborted signal prevents the call',
  'abort: a running call rejects with the signal’s reason',
  'abort: ends the wait for a silent backend',
  'abort: does not affect other calls',
  'network: no connection is "network"',
  'network: a web page instead of data is "bad-response"',
  'network: an empty response is "bad-response"',
  'network: a truncated response is "bad-response"',
  'network: unexpected JSON is "bad-response"',
  'network: a server error is "unavailable"',
  'network: rate limiting reports the seconds to wait',
  'network: every method throws only AdapterErrors',
  'closed: open() reports the state',
  'closed: allows reading and reporting',
  'counts: match the list',
  'counts: handle many discussions and any key',
  'counts: handle empty requests and unknown discussions',
];

describe('the static adapter', () => {
  it('passes every check that applies to a read-only adapter', async () => {
    const results = await runChecks(staticStage, { patience: 3000 });
    const failures = results.flatMap((result) => (result.outcome === 'failed' ? [result.error.message] : []));
    expect(failures).to.deep.equal([]);
    const passed = results.filter(({ outcome }) => outcome === 'passed').map(({ check }) => check.name);
    expect(passed).to.deep.equal(READING);
  });
});
