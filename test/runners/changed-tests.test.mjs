import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { before, describe, it } from 'node:test';
import * as tables from '../changes.mjs';
import { testsByChange } from '../support/changed-tests.mjs';
import { suitesNamed } from '../suites.mjs';

const rootDir = join(import.meta.dirname, '..', '..');
const tracked = execFileSync('git', ['ls-files'], { cwd: rootDir, encoding: 'utf8' }).trim().split('\n');

/** A file of each kind, and parts of the paths of tests that it must reach. */
const kinds = {
  'src/elements/voting/index.ts': ['elements/voting', 'elements/voting-signed-out', 'elements/actions'],
  'src/elements/sharing/index.ts': ['elements/copy-link', 'package/actions'],
  'src/elements/section.ts': ['elements/voting', 'elements/reading', 'elements/drafts'],
  'src/model/drafts/form-draft.ts': ['model/', 'elements/drafts'],
  'src/locales/de.ts': ['locales/'],
  'src/i18n/visit-messages.ts': ['locales/'],
  'src/adapters/ghost/mapping.ts': ['adapters/ghost'],
  'src/adapters/ghost/options.ts': ['adapters/'],
  'import/src/command.ts': ['import/test/command'],
  'import/src/xml.ts': ['import/test/expected'],
  'src/loader.ts': ['cdn/script-tag', 'package/loader'],
  'src/react.ts': ['package/exports', 'frameworks/apps'],
  'src/cdn.ts': ['cdn/script-tag'],
  'src/styles/served.css': ['cdn/style-sheets'],
  'server/src/operations/vote.ts': ['server/test/reacting'],
  'server/src/moderation/page.css': ['server/test/moderation'],
  'demo/serve.mjs': ['journeys/rendered-demo'],
  'import/test/fixtures/disqus.xml': ['import/test/expected'],
  'test/pages/pages.mjs': ['cdn/script-tag'],
  'scripts/write-integrity.mjs': ['package/integrity'],
  'docs/adapters.md': ['package/samples', 'documentation/pages'],
  'README.md': ['package/readme'],
  'test/support/fail-on-unnoticed-errors.ts': ['runners/browser-tests', 'elements/voting'],
  'test/support/browser-runner/bundled-tests.mjs': ['runners/browser-tests'],
  'test/run.mjs': ['runners/suites'],
  '.ci/run': ['runners/ci-run'],
  'package.json': ['elements/voting', 'package/exports', 'server/test/writing'],
};

describe('--changed', () => {
  let tests;

  before(async () => {
    tests = await testsByChange(tracked);
  });

  for (const [path, parts] of Object.entries(kinds))
    it(`selects ${parts.join(', ')} for ${path}`, () => {
      const found = [...tests.get(path)].map((file) => relative(rootDir, file));
      for (const part of parts)
        assert.ok(
          found.some((file) => file.startsWith(part) || file.startsWith(`test/${part}`)),
          `${path} reaches ${found.join(', ')}`,
        );
    });

  it('selects a test file that has changed', () =>
    assert.deepEqual(
      [...tests.get('server/test/writing.test.ts')].map((file) => relative(rootDir, file)),
      ['server/test/writing.test.ts'],
    ));

  it('selects a test for every file of the repository, except those that need none', () => {
    const rows = Object.keys(tables.untested);
    const unreached = tracked.filter((path) => tests.get(path).size === 0);
    assert.deepEqual(
      unreached.filter((path) => !rows.some((row) => path.startsWith(row))),
      [],
    );
  });

  it('selects at most a third of the browser files for one feature', () => {
    const [{ files }] = suitesNamed(['elements']);
    for (const feature of Object.keys(tables.features)) {
      const path = tracked.find((file) => file.startsWith(feature));
      assert.ok(tests.get(path).size <= files.length / 3, `${feature}: ${tests.get(path).size} of ${files.length}`);
    }
  });
});

describe('a table of test/changes.mjs', () => {
  for (const [table, rows] of Object.entries(tables))
    for (const [beginning, names] of Object.entries(rows))
      it(`names files and tests that exist in ${table}: ${beginning}`, () => {
        assert.ok(
          tracked.some((path) => path.startsWith(beginning)),
          `No file begins with ${beginning}.`,
        );
        if (table === 'untested') return;
        for (const name of names) assert.ok(suitesNamed([name]).length > 0);
      });

  it('has a row for each feature of the section, or leaves it to all tests', () => {
    // What every reader sees, or several features are made of.
    const common = ['events', 'forms', 'frame', 'list', 'locale', 'opening', 'page', 'settings'];
    const folders = readdirSync(join(rootDir, 'src', 'elements'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const rows = Object.keys(tables.features).map((row) => row.split('/')[2]);
    assert.deepEqual([...rows, ...common].sort(), folders.sort());
  });
});
