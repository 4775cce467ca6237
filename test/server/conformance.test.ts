/** Runs the conformance checks on the HTTP adapter against the demo server. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checks } from '../../src/conformance.js';
import { quickRules } from '../support/demo-server/quick-rules.js';
import { serverStage } from './server-stage.js';
import { onOneDatabase } from '../support/demo-server/test-server.js';

/** Checks for features that the server does not have. */
const notApplicable: readonly string[] = [
  // A removed comment with replies leaves a tombstone.
  'replies: include one whose parent is gone',
  // The house rules hold single texts, not whole discussions.
  'status: a premoderated discussion shows nobody else’s comments',
  // Guests may post.
  'submit: asks guests to sign in where required',
  // Votes can be taken back.
  'vote: a final vote counts and stays',
  // Both up- and down-votes are supported.
  'vote: rejects a downvote where only likes exist',
  // Sign-in happens on another page.
  'viewer: changes on sign-in and sign-out',
  'viewer: notifies listeners until they unsubscribe',
];

/** Milliseconds that a check waits for an expected event. */
const PATIENCE = 10_000;

onOneDatabase(
  'the HTTP adapter with the demo server',
  (server) => {
    const reasons = new Map<string, string>();
    const passed = new Set<string>();

    for (const self of ['signed-in', 'guest'] as const) {
      describe(`${self}`, () => {
        for (const check of checks) {
          it(check.name, async (test) => {
            const result = await check.run(() => serverStage(server(), self), { patience: PATIENCE });
            if (result.outcome === 'passed') return void passed.add(check.name);
            reasons.set(check.name, result.why);
            return test.skip(result.why);
          });
        }
      });
    }

    it('pass every check that applies', () => {
      const skipped = checks.map(({ name }) => name).filter((name) => !passed.has(name));
      assert.deepEqual(skipped, notApplicable, skipped.map((name) => `${name}: ${reasons.get(name)}`).join('\n'));
    });
  },
  // Nesting as deep as the checks go, what the house rules leave out, and a proxy header for the client addresses.
  { rules: { ...quickRules, maxDepth: 3, offersNotices: true }, proxies: 1 },
);
