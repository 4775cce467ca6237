/** The adapter example in docs/adapters.md passes the conformance checks. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { lettersAdapter } from '../../demo/examples/letters-adapter.js';
import { CheckRunner, faultyFetch, type Stage } from '../../src/conformance.js';
import { declareChecks } from '../conformance/declare-checks.js';
import { all, type Reasons } from '../conformance/expected-outcome.js';
import { leftOut } from './left-out.js';
import { createLettersBackend } from './letters-backend.js';

/** Checks for what the letters page does not have. */
const notApplicable: Reasons = {
  ...leftOut,
  'submit: enforces posting.max exactly': 'a letter may have any length',
  token: 'it has no accounts',
  ...all(
    [
      'open: identifies the viewer',
      'viewer: own comments carry the viewer’s author id',
      'viewer: a guest cannot take the id of a signed-in viewer',
      'submit: rejects a draft by an author who has signed out',
      'submit: rejects a draft whose author is not the caller',
    ],
    'it has no accounts',
  ),
};

/** Request time-out for silent connections, in milliseconds. On a busy machine a response may take longer. */
const LIMIT = 500;

describe('the adapter for letters to the editor', () => {
  const backend = createLettersBackend();
  let src: string;

  before(async () => {
    src = await backend.app.listen({ port: 0, host: '127.0.0.1' });
  });
  after(() => backend.app.close());

  const makeStage = (): Stage => {
    const key = randomUUID();
    return {
      discussion: { key, url: `https://news.example/${key}` },
      another: { key: `${key}-2`, url: 'https://news.example/another' },
      adapter: lettersAdapter({ src }),
      as: (person) => (person === 'guest' || person === 'other' ? lettersAdapter({ src }) : undefined),
      close: () => void (backend.article(key).open = false),
      reopen: () => void (backend.article(key).open = true),
      faulty: (fault) =>
        lettersAdapter({
          src,
          fetch: faultyFetch(fault),
          ...(fault.type === 'silent' && { timeout: { read: LIMIT, write: LIMIT } }),
        }),
      timeLimit: LIMIT,
      fill: (comments) => {
        const numbers: number[] = [];
        for (const { text, parent, status = 'printed' } of comments) {
          const replyTo = parent === 'gone' ? 999_999 : parent === undefined ? null : (numbers[parent] ?? null);
          numbers.push(backend.add(key, { replyTo, text, state: status }).number);
        }
        return numbers.map(String);
      },
    };
  };

  it('has at most 90 lines', () => {
    const code = readFileSync(new URL('../../demo/examples/letters-adapter.ts', import.meta.url), 'utf8');
    assert.ok(code.split('\n').length <= 90);
  });

  const runner = new CheckRunner(makeStage);
  declareChecks({ it, run: (check) => runner.run(check), notApplicable });
});
