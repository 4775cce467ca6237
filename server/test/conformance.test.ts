/** Runs the conformance checks on the HTTP adapter against the demo server. */
import { describe, it } from 'node:test';
import type { Check } from '../../src/conformance.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { declareChecks } from '../../test/conformance/declare-checks.js';
import type { Reasons } from '../../test/conformance/expected-outcome.js';
import { serverStage } from './server-stage.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';

/** Checks for features that the server does not have. */
const absent: Reasons = {
  'replies: include one whose parent is gone': 'a removed comment with replies leaves a tombstone',
  'status: a premoderated discussion hides comments from others':
    'the house rules hold single texts, not whole discussions',
  'submit: asks guests to sign in where required': 'guests may post',
  'vote: a final vote counts once and cannot change': 'votes can be taken back',
  'vote: rejects a downvote where only likes exist': 'there are up- and downvotes',
  'viewer: changes on sign-in and sign-out': 'sign-in happens on another page',
  'viewer: notifies listeners until they unsubscribe': 'sign-in happens on another page',
};

const notApplicable = {
  'signed-in': absent,
  guest: {
    ...absent,
    'notify: accepts both true and false': 'guests are not told of replies',
    'submit: rejects a draft by an author who has signed out': 'a guest has not signed in',
    'viewer: own comments carry the viewer’s author id': 'a guest has no author id',
    'viewer: a guest cannot take the id of a signed-in viewer': 'the viewer is a guest',
    'permissions: guests may not change the comments of others': 'the viewer is a guest',
  },
};

/** Milliseconds that a check waits for an expected event. */
const PATIENCE = 10_000;

onOneDatabase(
  'the HTTP adapter with the demo server',
  (server) => {
    for (const self of ['signed-in', 'guest'] as const)
      describe(self, () => {
        const run = (check: Check) => check.run(() => serverStage(server(), self), { patience: PATIENCE });
        declareChecks({ it, run, notApplicable: notApplicable[self] });
      });
  },
  // Nesting as deep as the checks go, what the house rules leave out, and a proxy header for the client addresses.
  { rules: { ...quickRules, maxDepth: 3, offersNotices: true }, proxies: 1 },
);
