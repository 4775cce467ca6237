import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allTests, suitesByFile, suitesNamed } from '../suites.mjs';
import { withPlanted } from './planted.mjs';

describe('the suites', () => {
  it('puts each test file into one suite', () => assert.ok(suitesByFile().size > 200));

  for (const stray of ['new-folder/a.test.ts', 'elements.test.ts', 'support/a.spec.mts', 'frameworks.test.mjs'])
    it(`reports test/${stray}, which no runner would run`, () =>
      assert.throws(() => suitesByFile(['elements/voting.test.ts', stray]), new RegExp(`test/${stray}: none`)));

  for (const misnamed of ['model/x-tests.ts', 'model/x.tests.ts', 'model/x_test.mjs', 'elements/nested/tests.ts'])
    it(`reports test/${misnamed}, which only looks like a test`, () =>
      assert.throws(
        () => suitesByFile([misnamed]),
        new RegExp(`test/${misnamed}: none, as its name does not end like`),
      ));

  it('leaves out what tests share', () => assert.ok(!suitesByFile().has('support/mocha-tests.mjs')));

  for (const outside of ['src/model/planted.test.ts', 'demo/planted.spec.mts', 'planted.test.mjs'])
    it(`reports ${outside}, which is outside of test`, () =>
      withPlanted({ [outside]: '', 'test/elements/voting.test.ts': '' }, async ([path]) => {
        const found = allTests(path.slice(0, -outside.length));
        assert.ok(found.includes('elements/voting.test.ts'));
        assert.throws(() => suitesByFile(found), new RegExp(`\\n${outside}: none, as it is outside of test$`));
      }));

  for (const found of ['server/nested/a.test.ts', 'server/a.test.mjs', 'elements/a.spec.ts', 'package/a.test.ts'])
    it(`runs test/${found}`, () => assert.equal(suitesByFile([found]).size, 1));

  it('rejects an unknown suite, with the remedy', () =>
    assert.throws(() => suitesNamed(['elemnts']), /"elemnts" is no suite. There are loop, /));

  it('selects test files by a part of their path', () => {
    const [suite] = suitesNamed(['elements/voting-signed']);
    assert.equal(suite.name, 'elements');
    assert.match(suite.files.join(), /^[^,]*voting-signed-out\.test\.ts$/);
    assert.throws(() => suitesNamed(['elements/nothing']), /No test file has "elements\/nothing" in its path/);
  });
});
