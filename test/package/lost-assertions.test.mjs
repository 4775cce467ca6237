/** ESLint refuses assertions in tests that nothing awaits or calls. The rule is in `eslint.config.mjs`. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';

const root = join(import.meta.dirname, '..', '..');

const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-syntax',
  // The rule needs no types, and the types of the project take seconds.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

async function faultsIn(text) {
  const results = await Promise.all(
    ['test/model/a.test.ts', 'server/test/a.test.mjs'].map((filePath) => eslint.lintText(text, { filePath })),
  );
  return results.flat().map(({ messages }) => messages.map(({ message }) => message.split(':')[0]));
}

describe('the lint rule for lost assertions', () => {
  for (const [text, fault] of [
    ['void promise.then(() => expect(1).to.equal(2));', 'Await the promise'],
    ['void (async () => { assert.equal(await one(), 2); })();', 'Await the promise'],
    ['void one().then((value) => { expect(value).to.equal(2); }, () => {});', 'Await the promise'],
    ['expect(1).to.equal;', 'Call it'],
    ['expect(list).to.have.length;', 'Call it'],
    ['const check = () => expect(1).to.equal;', 'Call it'],
    ['assert.ok;', 'Call it'],
  ])
    it(`reports ${text}`, async () => assert.deepEqual(await faultsIn(text), [[fault], [fault]]));

  for (const text of [
    'expect(list).to.be.empty;',
    'const check = () => expect(list).to.exist;',
    'const check = () => void expect(list.filter((one) => one.id)).to.have.length(1);',
    'await promise.then(() => expect(1).to.equal(2));',
    'void promise.then(() => list.push(1));',
  ])
    it(`allows ${text}`, async () => assert.deepEqual(await faultsIn(text), [[], []]));
});
