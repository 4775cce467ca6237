/** The checks of the contract against a Waline. */
import { randomUUID } from 'node:crypto';
import { after, before, describe } from 'node:test';
import { walineAdapter } from '../../../src/adapters/waline.js';
import { faultyFetch, type Planted, type Stage } from '../../../src/conformance.js';
import { discussionOf } from '../conversation.js';
import { declareOutcomes, type Outcomes } from '../declare-outcomes.js';
import { missingForWaline, startWaline, type Row, type WalineServer } from './waline-server.js';

const missing = missingForWaline();

/** Milliseconds, for adapters whose line is bad. */
const TIME_LIMIT = 1000;

const outcomes: Outcomes = {
  broken: {
    'unknown ids: are "not-found"': 'it answers alike where a comment is not there and where it is another person’s',
    'repeat: one key is one comment at the same moment, too':
      'it looks for a repeat before it stores, and two requests of one moment both find none',
  },
  absent: {
    get: 'a comment cannot be asked for by itself',
    restore: 'what is removed is gone',
    report: 'there are no reports',
    pin: 'comments are pinned in the server’s own pages',
    setClosed: 'discussions cannot be closed',
    closed: 'discussions cannot be closed',
    subscribe: 'there is no live channel',
    'viewer: signing in and out changes who reads': 'signing in is the page’s business, which hands over a token',
    'viewer: whoever listens is told, and only as long as they want': 'signing in is the page’s business, which hands over a token',
    'replies: go no deeper than features says': 'answers may be of any depth',
    'status: a held comment is its author’s alone': 'it holds all comments or none; waline.test.ts sees to a server that holds them',
    'submit: a text may be as long as it is said to be': 'there is no greatest length',
    'submit: who has to sign in is told so': 'guests may comment here; waline.test.ts sees to a server where they may not',
    'submit: who is banned is told so': 'a token of somebody who is banned is nobody’s',
    'repeat: the key of somebody else opens nothing': 'repeats are known by their texts, not by keys',
    'edit: two at the same time are a conflict': 'comments have no revision',
    'vote: changes sides': 'there are no votes against',
    'vote: the same twice counts once': 'it counts every like, and does not know whose it is',
  },
};

/** An id that no comment has. */
const GONE = -999_999;

/**
 * As the server keeps them: with the comment that is answered, and the one at the top of that branch. With a top-level comment
 * all its answers go, so what answers one that is gone stands in the branch of another.
 */
function rowsOf(planted: readonly Planted[]): readonly Row[] {
  const rows: Row[] = [];
  for (const { text, parent, status } of planted) {
    const pid = parent === 'gone' ? GONE : parent;
    const above = typeof parent === 'number' ? rows[parent] : undefined;
    const place = pid === undefined ? {} : { pid, rid: above?.rid ?? (pid === GONE ? 0 : pid) };
    rows.push({ comment: text, ...place, ...(status !== undefined && { status }) });
  }
  return rows;
}

describe('Waline keeps the contract', { skip: missing && `Waline ${missing}; then npm run test:waline` }, () => {
  let server: WalineServer;
  before(async () => {
    server = await startWaline({ forbidden: 'casino' });
  });
  after(() => server?.stop());

  declareOutcomes((): Promise<Stage> => {
    const discussion = discussionOf(`/${randomUUID()}/`);
    const as = (token?: string, line?: typeof fetch) =>
      walineAdapter({
        src: server.url,
        ...(token !== undefined && { token }),
        ...(line && { fetch: line, timeout: { read: TIME_LIMIT, write: TIME_LIMIT } }),
      });
    return Promise.resolve({
      discussion,
      another: discussionOf(`/${randomUUID()}/`),
      adapter: as(server.tokens.reader),
      as: (person) => ({ other: as(server.tokens.writer), guest: as(), moderator: as(server.tokens.admin), banned: undefined })[person],
      fill: (planted) => server.fill(discussion.key, rowsOf(planted)),
      screened: { rejected: 'An offer of casino' },
      faulty: (fault) => as(server.tokens.reader, faultyFetch(fault)),
      timeLimit: TIME_LIMIT,
    });
  }, outcomes);
});
