/** What `package.json` promises about security: patches reach users, and nothing is published unchecked. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const readJson = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { dependencies, scripts } = readJson('package.json');
const { packages } = readJson('package-lock.json');

describe('the dependencies', () => {
  for (const [name, range] of Object.entries(dependencies)) {
    it(`let users install a security patch of ${name} without a release of this package`, () => {
      assert.match(range, /^\^\d+\.\d+\.\d+$/);
    });

    it(`are built with one version of ${name}, which the lock file names by its hash`, () => {
      const { version, integrity } = packages[`node_modules/${name}`];
      assert.equal(version.split('.')[0], range.slice(1).split('.')[0]);
      assert.match(integrity, /^sha512-/);
    });
  }

  it('are the same in the lock file', () => {
    assert.deepEqual(packages[''].dependencies, dependencies);
  });
});

describe('a release', () => {
  it('is published only after all checks and all tests', () => {
    assert.deepEqual(scripts.prepublishOnly.split(' && '), ['npm run check', 'npm test']);
  });

  it('is checked for dependencies with known vulnerabilities', () => {
    assert.ok(scripts.check.split(' && ').includes('npm run check:audit'));
  });
});
