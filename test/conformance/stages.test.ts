/** The conformance checks on the memory adapter, with several kinds of backends, and on an adapter with a network. */
import { expect } from 'chai';
import { checks } from '../../src/conformance.js';
import { declareChecks } from './declare-checks.js';
import { all, reasonFor, type Reasons } from './expected-outcome.js';
import { jsonStage } from './json-stage.js';
import { tokenStage } from './token-stage.js';
import { memoryStage, NOTICES, RECOGNISED_GUEST } from './memory-stage.js';

const except = (reasons: Reasons, ...names: readonly string[]): Reasons =>
  Object.fromEntries(Object.entries(reasons).filter(([name]) => !names.includes(name)));

const NOTICE_FORM = 'no reason for a report has the form of a notice';
const NO_DECISIONS = 'moderators give no reasons';
const FINAL_VOTE = 'vote: a final vote counts once and cannot change';
const DOWNVOTE_REPLACES = 'vote: a downvote replaces an upvote';
const DOWNVOTE_REJECTED = 'vote: rejects a downvote where only likes exist';
const FORGETS = 'viewer: signing out forgets a recognised guest';
const DEPTH = 'replies: nest no deeper than features says';

/** What the backend of the memory stage lacks by default. */
const plain: Reasons = {
  orders: 'there are no custom sort orders',
  filters: 'there are no filters',
  notify: 'there are no notifications of replies',
  notices: NOTICE_FORM,
  reasons: NO_DECISIONS,
  [DEPTH]: 'nesting is unlimited',
  'submit: enforces posting.max exactly': 'there is no maximum length',
  'submit: asks guests to sign in where required': 'guests may post',
  [FINAL_VOTE]: 'votes can be taken back',
  [DOWNVOTE_REPLACES]: 'there are no downvotes',
  token: 'the adapter takes no tokens',
};

const withoutNetwork: Reasons = {
  'status: an unknown status becomes "hidden"': 'the backend stores the statuses of the contract only',
  ...all(
    [
      'network: a web page instead of data is "bad-response"',
      'network: an empty response is "bad-response"',
      'network: a truncated response is "bad-response"',
      'network: unexpected JSON is "bad-response"',
      'network: a server error is "unavailable"',
      'network: every method throws only AdapterErrors',
      'network: rate limiting reports the seconds to wait',
      'network: a silent backend is "timeout"',
      'network: a write is sent once',
    ],
    'there is no network',
  ),
};

const memory: Reasons = { ...plain, ...withoutNetwork };

const UNSTORED_KEYS = all(
  ['idempotency: another person’s key reveals nothing', 'closed: a retry of a stored comment succeeds'],
  'submit keys are not stored',
);

const stages = {
  'an adapter with a network': {
    makeStage: () => jsonStage(),
    notApplicable: {
      ...plain,
      counts: 'the adapter has no counts()',
      'replies: include one whose parent is gone': 'comments come from the adapter only',
    },
  },
  'the memory adapter': { makeStage: () => memoryStage(), notApplicable: memory },
  'the memory adapter with a strict backend': {
    makeStage: () =>
      memoryStage({
        features: {
          nesting: 'one-level',
          votes: 'up-down',
          sorts: ['newest', 'oldest', { id: 'replies', label: 'Most replies' }],
          filters: ['featured'],
          report: { reasons: [{ id: 'rude' }], detail: false },
        },
        posting: { who: 'signed-in', max: { value: 100, unit: 'graphemes' }, min: 3, notify: 'off' },
        repliesPerComment: 1,
      }),
    notApplicable: {
      ...withoutNetwork,
      notices: NOTICE_FORM,
      reasons: NO_DECISIONS,
      token: 'the adapter takes no tokens',
      'paging: "top" starts with the highest score': 'there is no such order',
      'text: names are plain text': 'guests may not post',
      'submit: requires the guest fields it announces': 'guests may not post',
      'viewer: a guest cannot take the id of a signed-in viewer': 'guests may not post',
      [FORGETS]: 'guests may not post',
      [FINAL_VOTE]: 'votes can be taken back',
      [DOWNVOTE_REJECTED]: 'there are downvotes',
    },
  },
  'the memory adapter, which takes notices of illegal content': {
    makeStage: () => memoryStage({ features: NOTICES }),
    notApplicable: except(memory, 'notices'),
  },
  'the memory adapter, which requires reasons of moderators': {
    makeStage: () => memoryStage({ decisions: { required: true } }),
    notApplicable: except(memory, 'reasons'),
  },
  'the memory adapter with a basic backend': {
    makeStage: () =>
      memoryStage({
        features: { paging: 'all', idempotency: 'detects-duplicates', votesKnowViewer: false, maxDepth: 2 },
      }),
    notApplicable: {
      ...except(memory, DEPTH),
      ...UNSTORED_KEYS,
      ...all(
        [
          'paging: stays consistent while comments are posted',
          'paging: stays consistent while comments are removed',
          'paging: rejects an invalid cursor with an AdapterError',
        ],
        'everything is on one page',
      ),
      'vote: repeating a vote counts once': 'the backend does not know the viewer’s own vote',
    },
  },
  'the memory adapter for a guest': {
    makeStage: () =>
      memoryStage({ viewer: { state: 'anonymous' }, features: { idempotency: 'none', nesting: 'flat' } }),
    notApplicable: {
      ...except(memory, DEPTH),
      ...UNSTORED_KEYS,
      ...all(
        [
          'replies: each is returned exactly once',
          'replies: name their parent',
          'replies: list() pages through the replies to one comment',
          'replies: list() counts the replies to one comment',
          'replies: stay when their parent is removed',
          'replies: to a missing comment are rejected',
          'remove: affects replies as announced in features',
        ],
        'there are no replies',
      ),
      ...all(
        [
          'idempotency: repeating a key stores one comment',
          'idempotency: concurrent requests with one key store one comment',
        ],
        'a repeated key is stored twice',
      ),
      'submit: rejects a draft by an author who has signed out': 'the viewer is a guest',
      'viewer: own comments carry the viewer’s author id': 'the viewer has no id',
      'viewer: a guest cannot take the id of a signed-in viewer': 'the viewer is a guest',
      'permissions: guests may not change the comments of others': 'the viewer is a guest',
    },
  },
  'the memory adapter, where removing a comment also removes its replies': {
    makeStage: () => memoryStage({ features: { removal: 'subtree' } }),
    notApplicable: memory,
  },
  'the memory adapter, where votes are final': {
    makeStage: () => memoryStage({ features: { finalVotes: true, votes: 'up-down' } }),
    notApplicable: {
      ...except(memory, FINAL_VOTE),
      ...all(
        [
          DOWNVOTE_REPLACES,
          'vote: counts and can be undone',
          'vote: repeating a vote counts once',
          'vote: counts never go below zero',
        ],
        'votes are final',
      ),
      [DOWNVOTE_REJECTED]: 'there are downvotes',
    },
  },
  'the memory adapter for a guest whom it recognises': {
    makeStage: () => memoryStage({ viewer: RECOGNISED_GUEST }),
    notApplicable: {
      ...memory,
      ...all(
        [
          'submit: rejects a draft by an author who has signed out',
          'viewer: a guest cannot take the id of a signed-in viewer',
          'permissions: guests may not change the comments of others',
        ],
        'the viewer is a guest',
      ),
    },
  },
};

for (const [title, { makeStage, notApplicable }] of Object.entries(stages))
  describe(title, () => {
    declareChecks({ it, run: (check) => check.run(makeStage, { patience: 3000 }), notApplicable });
  });

const tokenChecks = checks.filter(({ name }) => name.startsWith('token: '));

describe('an adapter that takes tokens', () => {
  for (const check of tokenChecks)
    it(check.name, async () => {
      expect(await check.run(() => tokenStage(), { patience: 3000 })).to.deep.equal({ outcome: 'passed' });
    });
});

describe('all stages together', () => {
  it('runs every check on at least one stage', () => {
    const lists = Object.values(stages).map(({ notApplicable }) => notApplicable);
    const missed = checks.filter(
      (check) => !tokenChecks.includes(check) && lists.every((list) => reasonFor(check, list) !== undefined),
    );
    expect(
      missed.map(({ name }) => name),
      'Every stage lists these',
    ).to.deep.equal([]);
  });
});
