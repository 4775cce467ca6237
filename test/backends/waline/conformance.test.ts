/** The conformance checks against Waline. */
import { randomUUID } from 'node:crypto';
import { after, before, describe } from 'node:test';
import { walineAdapter } from '../../../src/adapters/waline.js';
import { type Fault, faultyFetch, type Planted, type Stage } from '../../../src/conformance.js';
import { discussionOf } from '../conversation.js';
import { absentTools } from '../absent-tools.js';
import { declareOutcomes } from '../declare-outcomes.js';
import type { ExpectedOutcomes } from '../../conformance/expected-outcome.js';
import { skipWithoutWaline, startWaline, type Row, type WalineServer } from './waline-server.js';

/** Request time-out for silent connections, in milliseconds. On a busy machine a response may take longer. */
const TIME_LIMIT = 1000;

/** Name of the check for which the server makes two requests race. */
const AT_THE_SAME_MOMENT = 'idempotency: concurrent requests with one key store one comment';

const outcomes: ExpectedOutcomes = {
  broken: {
    'ids: an unknown id is "not-found"': 'the response is the same for a missing comment and for someone else’s',
    [AT_THE_SAME_MOMENT]: 'it checks for duplicates without a lock, so concurrent requests both pass',
  },
  notApplicable: {
    ...absentTools,
    get: 'single comments cannot be loaded',
    restore: 'removal is final',
    report: 'there are no reports',
    pin: 'comments are pinned in the server’s admin pages',
    setClosed: 'discussions cannot be closed',
    closed: 'discussions cannot be closed',
    subscribe: 'there is no live channel',
    token: 'a token is given when the adapter is created',
    'replies: list() pages through the replies to one comment': 'a page has all replies',
    'replies: list() counts the replies to one comment': 'a page has all replies',
    'viewer: changes on sign-in and sign-out': 'the page signs in and passes a token',
    'viewer: signing out forgets a recognised guest': 'there is no signOut()',
    'viewer: notifies listeners until they unsubscribe': 'the page signs in and passes a token',
    'replies: nest no deeper than features says': 'nesting is unlimited',
    'status: only its author sees a held comment': 'it holds all comments or none; tested in waline.test.ts',
    'status: a premoderated discussion hides comments from others':
      'it holds all comments or none; tested in waline.test.ts',
    'submit: enforces posting.max exactly': 'there is no maximum length',
    'submit: asks guests to sign in where required':
      'guests may comment here; a server without guests is tested in waline.test.ts',
    'submit: rejects a banned person with "blocked"': 'the token of a banned account is invalid',
    'idempotency: another person’s key reveals nothing': 'duplicates are recognised by text, not by key',
    'edit: rejects an outdated revision': 'comments have no revision',
    'edit: allows edits for some time after posting': 'there is no limit',
    'vote: a final vote counts once and cannot change': 'votes can be taken back',
    'vote: a downvote replaces an upvote': 'there are no down-votes',
    'vote: repeating a vote counts once': 'it counts every like without recording who liked',
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

describe('Waline keeps the contract', { skip: skipWithoutWaline() }, () => {
  let server: WalineServer;
  before(async () => {
    server = await startWaline({ forbidden: 'casino' });
  });
  after(() => server?.stop());

  declareOutcomes(({ name }): Promise<Stage> => {
    if (name === AT_THE_SAME_MOMENT) server.letTwoMeet();
    const discussion = discussionOf(`/${randomUUID()}/`);
    const as = (token?: string, fault?: Fault) =>
      walineAdapter({
        src: server.url,
        ...(token !== undefined && { token }),
        ...(fault && { fetch: faultyFetch(fault) }),
        ...(fault?.type === 'silent' && { timeout: { read: TIME_LIMIT, write: TIME_LIMIT } }),
      });
    return Promise.resolve({
      discussion,
      another: discussionOf(`/${randomUUID()}/`),
      adapter: as(server.tokens.reader),
      as: (person) =>
        ({
          other: as(server.tokens.writer),
          guest: as(),
          moderator: as(server.tokens.admin),
          banned: undefined,
          warned: undefined,
        })[person],
      fill: (planted) => server.fill(discussion.key, rowsOf(planted)),
      screened: { rejected: 'An offer of casino' },
      faulty: (fault) => as(server.tokens.reader, fault),
      timeLimit: TIME_LIMIT,
    });
  }, outcomes);
});
