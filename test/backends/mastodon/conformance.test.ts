/** The conformance checks against snac, which speaks Mastodon's API. */
import { randomUUID } from 'node:crypto';
import { after, before, describe } from 'node:test';
import { mastodonAdapter, type MastodonOptions } from '../../../src/adapters/mastodon.js';
import { faultyFetch, type Planted, type Stage } from '../../../src/conformance.js';
import { discussionOf } from '../conversation.js';
import { absentTools } from '../absent-tools.js';
import { declareOutcomes } from '../declare-outcomes.js';
import type { ExpectedOutcomes } from '../../conformance/expected-outcome.js';
import { skipWithoutSnac, startSnac, type SnacServer } from './snac-server.js';

/** Request time-out for silent connections, in milliseconds. On a busy machine a response may take longer. */
const TIME_LIMIT = 1000;

/** The name of a check that would post 100,000 characters, on which snac works for minutes. */
const ENFORCES_MAXIMUM = 'submit: enforces posting.max exactly';

const NO_DELETION = 'snac deletes nothing by this API; tested in snac.test.ts';
const NO_REPORTS = 'snac takes no reports; tested in snac.test.ts';
const NO_KEYS = 'keys are forgotten; the section looks for an earlier copy before a retry, tested in journeys.test.ts';
const NO_GUESTS = 'snac shows nothing without a token; tested in snac.test.ts';

const outcomes: ExpectedOutcomes = {
  broken: {
    'open: an unknown discussion is empty, not an error': 'a key must be the id of a status; tested in snac.test.ts',
    'text: survives unchanged': 'snac reads texts as Markdown and HTML',
    'edit: returns and lists the new text': 'snac gives a status another id when it is edited',
    'permissions: only authors edit their comments': 'every account that has received a status may edit it',
    'permissions: only authors and moderators remove a comment': NO_DELETION,
    'remove: reports its actual effect': NO_DELETION,
    'remove: affects replies as announced in features': NO_DELETION,
    'remove: updates the counts': NO_DELETION,
    'remove: a removed comment can be neither edited nor reported': NO_DELETION,
    'replies: stay when their parent is removed': NO_DELETION,
    'replies: to a missing comment are rejected': NO_DELETION,
    'status: a removed comment reveals nothing': NO_DELETION,
    'report: resolves with a receipt or nothing': NO_REPORTS,
    'report: repeating it is not an error': NO_REPORTS,
    'report: repeating a key returns the first receipt': NO_REPORTS,
    'report: accepts every reason it offers': NO_REPORTS,
  },
  notApplicable: {
    ...absentTools,
    get: 'replies are loaded with their thread',
    restore: 'there is no deletion to undo',
    pin: 'replies cannot be pinned',
    setClosed: 'threads cannot be closed',
    closed: 'threads cannot be closed',
    subscribe: 'there is no live channel',
    token: 'a token is given when the adapter is created',
    'replies: list() pages through the replies to one comment': 'a page has all replies',
    'replies: list() counts the replies to one comment': 'a page has all replies',
    'paging: stays consistent while comments are posted': 'threads are not paged',
    'paging: stays consistent while comments are removed': 'threads are not paged',
    'paging: rejects an invalid cursor with an AdapterError': 'threads are not paged',
    'replies: include one whose parent is gone': 'such replies drop out of the thread',
    'replies: nest no deeper than features says': 'nesting is unlimited',
    'status: an unknown status becomes "hidden"': 'replies have no status',
    'status: only its author sees a held comment': 'nothing is held',
    'status: a premoderated discussion hides comments from others': 'nothing is held',
    'status: a rejected comment is not listed': 'there is no word filter',
    [ENFORCES_MAXIMUM]: 'snac announces a maximum length, but takes longer texts',
    'submit: requires the guest fields it announces': 'only accounts can post',
    'submit: asks guests to sign in where required': NO_GUESTS,
    'submit: rejects a banned person with "blocked"': 'there are no bans',
    'submit: rejects a draft by an author who has signed out': NO_GUESTS,
    'idempotency: repeating a key stores one comment': NO_KEYS,
    'idempotency: concurrent requests with one key store one comment': NO_KEYS,
    'idempotency: another person’s key reveals nothing': NO_KEYS,
    'edit: rejects an outdated revision': 'statuses have no revision',
    'permissions: Comment.can is accurate for guests': NO_GUESTS,
    'permissions: guests may not change the comments of others': NO_GUESTS,
    'viewer: a guest cannot take the id of a signed-in viewer': NO_GUESTS,
    'permissions: moderators remove any comment': 'there are no moderators',
    'text: names are plain text': 'only accounts can post',
    'edit: allows edits for some time after posting': 'there is no limit',
    'vote: a final vote counts once and cannot change': 'votes can be taken back',
    'vote: a downvote replaces an upvote': 'there are no down-votes',
    'report: can be withdrawn': NO_REPORTS,
    'viewer: changes on sign-in and sign-out': 'the page signs in and passes a token',
    'viewer: signing out forgets a recognised guest': 'there is no signOut()',
    'viewer: notifies listeners until they unsubscribe': 'the page signs in and passes a token',
  },
};

/** Hides the maximum length that an instance announces. */
const withoutMaximum =
  (line: typeof fetch): typeof fetch =>
  (address, init) =>
    /\/v1\/instance$/.test(address as string) ? Promise.resolve(Response.json({})) : line(address, init);

describe('the Mastodon adapter keeps the contract on snac', { skip: skipWithoutSnac() }, () => {
  let server: SnacServer;
  before(async () => {
    server = await startSnac();
  });
  after(() => server?.stop());

  /** As replies of another account, one after another. */
  async function fill(article: string, planted: readonly Planted[]): Promise<readonly string[] | undefined> {
    if (planted.some(({ parent, status }) => parent === 'gone' || status !== undefined)) return undefined;
    const ids: string[] = [];
    for (const { text, parent } of planted)
      ids.push(await server.post('bob', text, typeof parent === 'number' ? ids[parent] : article));
    return ids;
  }

  declareOutcomes(async ({ name }): Promise<Stage> => {
    const article = await server.post('desk', `Article ${randomUUID()}`);
    const another = await server.post('desk', `Article ${randomUUID()}`);
    const as = (token: string, options: Partial<MastodonOptions> = {}) =>
      mastodonAdapter({ src: server.url, token, fetch: server.fetch, ...options });
    const { ada, bob } = server.tokens;
    return {
      discussion: discussionOf(article),
      another: discussionOf(another),
      adapter: as(ada, name === ENFORCES_MAXIMUM ? { fetch: withoutMaximum(server.fetch) } : {}),
      as: (person) => (person === 'other' ? as(bob) : undefined),
      fill: (planted) => fill(article, planted),
      faulty: (fault) =>
        as(ada, {
          fetch: faultyFetch(fault, server.fetch),
          ...(fault.type === 'silent' && { timeout: { read: TIME_LIMIT, write: TIME_LIMIT } }),
        }),
      timeLimit: TIME_LIMIT,
    };
  }, outcomes);
});
