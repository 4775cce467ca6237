/** The public checks, with the adapter for HTTP in front of the demo server: both keep the contract, or neither is proven. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checks } from '../../src/conformance.js';
import { quickRules } from '../support/demo-server/quick-rules.js';
import { serverStage } from './server-stage.js';
import { onEachDatabase } from '../support/demo-server/test-server.js';

/** What the server has nothing of. */
const withoutObject: readonly string[] = [
  // A comment that has been answered leaves a trace when it goes.
  'replies: one whose parent is gone is handed on',
  // Guests may post.
  'submit: who has to sign in is told so',
  // There are votes for and against.
  'vote: what features leaves out is refused',
  // Readers sign in on another page.
  'viewer: signing in and out changes who reads',
  'viewer: whoever listens is told, and only as long as they want',
];

/** Milliseconds that a check waits for what has to come. */
const PATIENCE = 10_000;

onEachDatabase(
  'the adapter for HTTP and the server',
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

    it('together leave out only what they have nothing of', () => {
      const left = checks.map(({ name }) => name).filter((name) => !passed.has(name));
      assert.deepEqual(left, withoutObject, left.map((name) => `${name}: ${reasons.get(name)}`).join('\n'));
    });
  },
  // Answers as deep as the checks go, and the addresses that they come from.
  { rules: { ...quickRules, maxDepth: 3 }, proxies: 1 },
);
