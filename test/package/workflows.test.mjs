/** The workflows in `.github/`: what they call exists, what they use cannot change, and a release is published only after all checks. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(read('package.json'));

const folder = '.github/workflows';
const workflows = new Map(readdirSync(join(root, folder)).map((name) => [name, parse(read(`${folder}/${name}`))]));
const jobsOf = (name) => Object.values(workflows.get(name).jobs);
const stepsOf = (name) => jobsOf(name).flatMap(({ steps = [] }) => steps);
const commandsOf = (name) => stepsOf(name).flatMap(({ run = '' }) => run.split('\n').filter(Boolean));

describe('the workflows', () => {
  it('has a workflow for each change, for a release and for vulnerabilities', () => {
    assert.deepEqual([...workflows.keys()].sort(), ['audit.yml', 'ci.yml', 'release.yml']);
  });

  for (const name of workflows.keys()) {
    it(`calls scripts that exist: ${name}`, () => {
      for (const command of commandsOf(name)) {
        const [, script] = /^npm run ([\w:]+)/.exec(command) ?? [];
        if (script) assert.ok(scripts[script], command);
        const [, file] = /^(?:node )?(\.?[\w-]+\/[\w./-]+)/.exec(command) ?? [];
        if (file) assert.ok(existsSync(join(root, file)), command);
        if (file && command.startsWith(file)) assert.ok(statSync(join(root, file)).mode & 0o100, `${file} can be run`);
      }
    });

    it(`uses actions by the hash of a commit, with its version: ${name}`, () => {
      const used = read(`${folder}/${name}`).match(/(?<=uses: ).*/g) ?? [];
      assert.ok(used.length > 0);
      for (const action of used) {
        if (action.startsWith('./')) assert.ok(existsSync(join(root, action)), action);
        else assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      }
    });

    it(`may read the code, and nothing else unless a job says so: ${name}`, () => {
      assert.deepEqual(workflows.get(name).permissions, { contents: 'read' });
    });
  }

  it('runs .ci/run for each change, and before a release', () => {
    assert.ok(commandsOf('ci.yml').includes('.ci/run'));
    for (const event of ['push', 'pull_request', 'workflow_call'])
      assert.ok(event in workflows.get('ci.yml').on, event);
    const { checks, audit, build, publish } = workflows.get('release.yml').jobs;
    assert.equal(checks.uses, './.github/workflows/ci.yml');
    assert.equal(audit.uses, './.github/workflows/audit.yml');
    assert.deepEqual(build.needs, ['checks', 'audit']);
    assert.equal(publish.needs, 'build');
  });

  it('demands an audit with an answer for each change, each day and before a release', () => {
    const { on } = workflows.get('audit.yml');
    for (const event of ['pull_request', 'schedule', 'workflow_call']) assert.ok(event in on, event);
    assert.match(on.schedule[0].cron, /^\d+ \d+ \* \* \*$/);
    assert.ok(commandsOf('audit.yml').includes('npm run check:audit -- --required'));
  });

  it('tests the server on the oldest Node of the element and on the one that server/README.md recommends', () => {
    const { server } = workflows.get('ci.yml').jobs;
    assert.deepEqual(server.strategy.matrix.node, [20, 24]);
    assert.ok(server.steps.some(({ run }) => run === 'node test/run.mjs server/test/'));
    assert.equal(JSON.parse(read('package.json')).engines.node, '>=20');
    assert.match(read('server/README.md'), /\bNode 24\b/);
    assert.match(read('.ci/run'), /with-node\.mjs 24 test\/run\.mjs server$/m);
    // On the oldest one, on PGlite.
    assert.match(read('.ci/run'), /^ +tests [\w-]+ node test\/run\.mjs .*\bserver-on-pglite\b/m);
  });

  it('stores no token for npm', () => {
    for (const name of workflows.keys())
      assert.doesNotMatch(read(`${folder}/${name}`), /secrets\.|NODE_AUTH_TOKEN/, name);
  });

  it('publishes what a tag names, with provenance', () => {
    assert.deepEqual(workflows.get('release.yml').on, { push: { tags: ['v*'] } });
    const { permissions } = workflows.get('release.yml').jobs.publish;
    assert.deepEqual(permissions, { contents: 'write', 'id-token': 'write' });
    const commands = commandsOf('release.yml');
    const publishing = commands.findIndex((command) => /^npm publish\b.* --provenance\b/.test(command));
    const order = ['node scripts/check-release.mjs', 'npm run build'].map((start) =>
      commands.findIndex((command) => command.startsWith(start)),
    );
    assert.ok(publishing > Math.max(...order) && Math.min(...order) >= 0, commands.join('\n'));
  });

  it('builds a release in a job that may not publish, and runs no code of packages in the one that may', () => {
    const { build, publish } = workflows.get('release.yml').jobs;
    assert.equal(build.permissions, undefined);
    assert.equal(build.environment, undefined);
    assert.doesNotMatch(JSON.stringify(build), /secrets|github\.token/);
    for (const { run = '', uses = '' } of publish.steps) {
      assert.doesNotMatch(uses, /checkout/);
      if (run) assert.match(run, /^(npm publish "\.\/\S+\.tgz" .*--ignore-scripts|gh release create [^;&|]*)$/);
    }
  });

  it('publishes the files that were built', () => {
    const { build, publish } = workflows.get('release.yml').jobs;
    const uploaded = build.steps.find(({ uses = '' }) => uses.includes('upload-artifact')).with;
    const downloaded = publish.steps.find(({ uses = '' }) => uses.includes('download-artifact')).with;
    assert.equal(downloaded.name, uploaded.name);
    assert.ok(build.steps.some(({ run }) => run === 'npm pack --ignore-scripts'));
  });

  it('attaches dist/cdn and its hashes to the release', () => {
    const commands = commandsOf('release.yml');
    assert.ok(commands.some((command) => /^tar .* -C dist cdn$/.test(command)));
    assert.ok(commands.some((command) => /^gh release create .*-cdn\.tar\.gz" integrity\.json /.test(command)));
  });

  it('attaches the plugin for WordPress to the release, under the name in its documentation', () => {
    const archive = 'article-comments-wordpress.zip';
    const commands = commandsOf('release.yml');
    assert.ok(commands.includes('node wordpress/scripts/pack.mjs'));
    assert.ok(commands.some((command) => command.startsWith('gh release create') && command.endsWith(` ${archive}`)));
    const page = 'docs/backends/wordpress.md';
    assert.ok(read(page).includes(`/releases/latest/download/${archive}`), page);
  });

  it('names the environment and the file of the trusted publisher in CONTRIBUTING.md', () => {
    const { environment } = workflows.get('release.yml').jobs.publish;
    for (const name of [environment, 'release.yml']) assert.ok(read('CONTRIBUTING.md').includes(`\`${name}\``), name);
  });
});

describe('the update bot', () => {
  const { updates } = parse(read('.github/dependabot.yml'));
  const [npm, actions] = updates;

  it('proposes updates of packages and of actions each week, not on the day of their release', () => {
    assert.deepEqual(
      updates.map((one) => [
        one['package-ecosystem'],
        one.directory,
        one.schedule.interval,
        one.cooldown['default-days'],
      ]),
      [
        ['npm', '/', 'weekly', 7],
        ['github-actions', '/', 'weekly', 7],
      ],
    );
    assert.deepEqual(Object.keys(actions.groups), ['actions']);
  });

  it('groups what newspapers run, and all others', () => {
    const products = ['package.json', 'server/package.json', 'import/package.json'].map((file) =>
      JSON.parse(read(file)),
    );
    const names = products.map(({ name }) => name);
    const run = products
      .flatMap(({ dependencies }) => Object.keys(dependencies))
      .filter((name) => !names.includes(name));
    assert.deepEqual(Object.keys(npm.groups), ['run-time', 'development']);
    const patterns = npm.groups['run-time'].patterns.map((pattern) => [
      pattern,
      new RegExp(`^${pattern.replace('*', '.+')}$`),
    ]);
    for (const name of run)
      assert.ok(
        patterns.some(([, pattern]) => pattern.test(name)),
        name,
      );
    for (const [text, pattern] of patterns)
      assert.ok(
        run.some((name) => pattern.test(name)),
        `${text} is not used`,
      );
    assert.deepEqual(npm.groups.development.patterns, ['*']);
  });
});

describe('the check of a release', () => {
  let copy;
  const files = {
    'package.json': JSON.stringify({
      version: '1.2.3',
      repository: { url: 'git+https://github.com/paper/comments.git' },
      homepage: 'https://github.com/paper/comments#readme',
      bugs: { url: 'https://github.com/paper/comments/issues' },
    }),
    'README.md': 'git clone https://github.com/paper/comments.git',
    'SECURITY.md': 'Write to **security@paper.org**.',
    'CHANGELOG.md': '# Changelog\n\n## [1.2.3] - 2026-12-01\n\n## [1.2.2] - 2026-11-01\n',
  };
  const check = (changed = {}, tag = 'v1.2.3', cwd = copy) => {
    for (const [name, text] of Object.entries({ ...files, ...changed })) writeFileSync(join(copy, name), text);
    return spawnSync(process.execPath, [join(root, 'scripts', 'check-release.mjs'), tag, 'paper/comments'], {
      cwd,
      encoding: 'utf8',
    });
  };

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'release-'));
  });
  after(() => rmSync(copy, { recursive: true }));

  it('passes what is ready', () => {
    const { status, stdout, stderr } = check();
    assert.equal(status, 0, stderr);
    assert.match(stdout, /v1\.2\.3 of paper\/comments can be published/);
  });

  for (const [what, changed, tag, words] of [
    ['a tag of another version', {}, 'v1.2.4', /tag is v1\.2\.4.* 1\.2\.3/],
    [
      'another repository',
      { 'package.json': files['package.json'].replaceAll('paper/', 'OWNER/') },
      undefined,
      /repository.*homepage.*bugs/s,
    ],
    [
      'an address to clone that is a placeholder',
      { 'README.md': 'git clone https://github.com/OWNER/comments.git' },
      undefined,
      /README\.md.*OWNER/,
    ],
    ['a contact that is a placeholder', { 'SECURITY.md': '**security@paper.example**' }, undefined, /SECURITY\.md/],
    ['a version without a date', { 'CHANGELOG.md': '## [1.2.3] - unreleased' }, undefined, /CHANGELOG\.md.*unreleased/],
  ]) {
    it(`refuses ${what}`, () => {
      const { status, stderr } = check(changed, tag);
      assert.equal(status, 1);
      assert.match(stderr, words);
    });
  }

  it('says how it is called', () => {
    assert.throws(
      () => execFileSync(process.execPath, [join(root, 'scripts', 'check-release.mjs')], { stdio: 'pipe' }),
      /Usage/,
    );
  });
});
