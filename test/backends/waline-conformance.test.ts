/** The checks of the contract against a Waline. */
import { randomUUID } from 'node:crypto';
import { after, before, describe } from 'node:test';
import { walineAdapter, type WalineOptions } from '../../src/adapters/waline.js';
import { faultyFetch, type Stage } from '../../src/conformance.js';
import { discussionOf } from './conversation.js';
import { declareOutcomes, type Outcomes } from './declare-outcomes.js';
import { missingForWaline, startWaline, type WalineServer } from './waline-server.js';

const missing = missingForWaline();

/** Milliseconds, for adapters whose line is bad. */
const TIME_LIMIT = 1000;

const outcomes: Outcomes = {
  broken: {
    'paging: the order means what it says': 'it keeps whole seconds, and orders comments of one second by chance',
    'unknown ids: are "not-found"': 'it answers alike where a comment is not there and where it is another person’s',
    'repeat: one key is one comment at the same moment, too':
      'it looks for a repeat before it stores, and two requests of one moment both find none',
  },
  absent: {
    closed: 'a discussion cannot be closed',
    setClosed: 'a discussion cannot be closed',
    report: 'there are no reports',
    restore: 'what was removed is gone for good',
    subscribe: 'there is no live channel',
    'pin: keeps a comment at the top, and lets it go': 'only its own pages pin comments',
    'pin: is for moderators': 'only its own pages pin comments',
    'get: one comment as the list has it': 'single comments cannot be asked for',
    'replies: one whose parent is gone is handed on': 'replies go with what they answer',
    'replies: go no deeper than features says': 'there is no limit',
    'status: a held comment is its author’s alone': 'it holds every comment or none; waline.test.ts sees to that',
    'submit: a text may be as long as it is said to be': 'there is no limit',
    'submit: who has to sign in is told so': 'guests may comment here; waline.test.ts sees to a server where they may not',
    'submit: who is banned is told so': 'whoever is banned is taken for a guest',
    'repeat: the key of somebody else opens nothing': 'repeats are known by their texts, not by keys',
    'edit: two at the same time are a conflict': 'comments have no revision',
    'vote: changes sides': 'there are likes only',
    'vote: the same twice counts once': 'it counts every press and does not know whose it was',
    'viewer: signing in and out changes who reads': 'signing in is up to the page',
    'viewer: whoever listens is told, and only as long as they want': 'signing in is up to the page',
  },
};

describe('Waline keeps the contract', { skip: missing && `Waline ${missing}; then npm run test:waline` }, () => {
  let server: WalineServer;
  before(async () => {
    server = await startWaline({ forbidden: 'casino' });
  });
  after(() => server?.stop());

  declareOutcomes(async (): Promise<Stage> => {
    const anybody = (options: Partial<WalineOptions> = {}) => walineAdapter({ src: server.url, ...options });
    const { reader, writer, admin } = server.tokens;
    return {
      discussion: discussionOf(`/${randomUUID()}/`),
      adapter: anybody({ token: reader }),
      another: discussionOf(`/${randomUUID()}/`),
      as: (person) =>
        ({ other: anybody({ token: writer }), guest: anybody(), moderator: anybody({ token: admin }), banned: undefined })[person],
      screened: { rejected: 'An offer of casino' },
      faulty: (fault) => anybody({ token: reader, fetch: faultyFetch(fault), timeout: { read: TIME_LIMIT, write: TIME_LIMIT } }),
      timeLimit: TIME_LIMIT,
    };
  }, outcomes);
});
