/** The conformance checks against Waline. */
import { randomUUID } from 'node:crypto';
import { after, before, describe } from 'node:test';
import { walineAdapter } from '../../src/adapters/waline.js';
import { faultyFetch, type Planted, type Stage } from '../../src/conformance.js';
import { discussionOf } from './conversation.js';
import { declareOutcomes, type Outcomes } from './declare-outcomes.js';
import { missingForWaline, startWaline, type Row, type WalineServer } from './waline-server.js';

const missing = missingForWaline();

/** Request time-out for faulty connections, in milliseconds. */
const TIME_LIMIT = 1000;

const outcomes: Outcomes = {
  broken: {
    'unknown ids: are "not-found"': 'the response is the same for a missing comment and for someone else’s',
    'repeat: one key is one comment at the same moment, too': 'it checks for duplicates without a lock, so concurrent requests both pass',
  },
  absent: {
    get: 'single comments cannot be loaded',
    restore: 'removal is final',
    report: 'there are no reports',
    pin: 'comments are pinned in the server’s admin pages',
    setClosed: 'discussions cannot be closed',
    closed: 'discussions cannot be closed',
    subscribe: 'there is no live channel',
    'viewer: signing in and out changes who reads': 'the page signs in and passes a token',
    'viewer: whoever listens is told, and only as long as they want': 'the page signs in and passes a token',
    'replies: go no deeper than features says': 'nesting is unlimited',
    'status: a held comment is its author’s alone': 'it holds all comments or none; tested in waline.test.ts',
    'submit: a text may be as long as it is said to be': 'there is no maximum length',
    'submit: who has to sign in is told so': 'guests may comment here; a server without guests is tested in waline.test.ts',
    'submit: who is banned is told so': 'the token of a banned account is invalid',
    'repeat: the key of somebody else opens nothing': 'duplicates are recognised by text, not by key',
    'edit: two at the same time are a conflict': 'comments have no revision',
    'vote: changes sides': 'there are no down-votes',
    'vote: the same twice counts once': 'it counts every like without recording who liked',
  },
};

/** An id that no comment has. */
const GONE = -999_999;

/**
 * Comments as stored by the server: with their parent and the top of their branch. Removing a top-level comment removes
 * its branch, so a reply to a missing comment belongs to another branch.
 */
function rowsOf(planted: readonly Planted[]): readonly Row[] {
  const rows: Row[] = [];
  for (const { text, parent, status } of planted) {
    const pid = parent === 'gone' ? GONE : parent;
    const above = typeof parent === 'number' ? rows[parent] : undefined;
    const location = pid === undefined ? {} : { pid, rid: above?.rid ?? (pid === GONE ? 0 : pid) };
    rows.push({ comment: text, ...location, ...(status !== undefined && { status }) });
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
