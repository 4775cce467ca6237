/** What `package.json` promises: patches reach users, nothing is published unchecked, and where the project is to be found. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const readJson = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { dependencies, scripts, repository, homepage, bugs, engines } = readJson('package.json');
const { packages } = readJson('package-lock.json');

describe('the dependencies', () => {
  for (const [name, range] of Object.entries(dependencies)) {
    it(`lets users install a security patch of ${name} without a release of this package`, () => {
      assert.match(range, /^\^\d+\.\d+\.\d+$/);
    });

    it(`builds with one version of ${name}, which the lock file names by its hash`, () => {
      const { version, integrity } = packages[`node_modules/${name}`];
      assert.equal(version.split('.')[0], range.slice(1).split('.')[0]);
      assert.match(integrity, /^sha512-/);
    });
  }

  it('has the same dependencies in the lock file', () => {
    assert.deepEqual(packages[''].dependencies, dependencies);
  });
});

describe('a release', () => {
  it('is published only after all checks and all tests', () => {
    assert.deepEqual(scripts.prepublishOnly.split(' && '), ['npm run check', 'npm run test:all']);
  });

  it('is checked for dependencies with known vulnerabilities', () => {
    // `check` runs every script whose name begins like this.
    assert.ok('check:audit' in scripts);
  });
});

describe('the package', () => {
  const [, project] = /^git\+(https:\/\/github\.com\/[\w-]+\/[\w-]+)\.git$/.exec(repository.url) ?? [];

  it('says where the project is to be found, at one address', () => {
    assert.equal(repository.type, 'git');
    assert.ok(project, repository.url);
    assert.equal(homepage, `${project}#readme`);
    assert.equal(bugs.url, `${project}/issues`);
  });

  it('has CONTRIBUTING.md name what its publisher fills in', () => {
    const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const [section] = /^## Publish$[^]*?(?=^## )/m.exec(text);
    for (const name of ['repository', 'homepage', 'bugs']) assert.ok(section.includes(`\`${name}\``), name);
    assert.ok(section.includes('SECURITY.md'));
  });

  it('says on which Node it runs, which is the one that it is developed with', () => {
    assert.equal(engines.node, readJson('package.json').devEngines.runtime.version);
  });
});
