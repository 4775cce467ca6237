/** The scripts of `package.json`, and the commands of the README that `.ci/run` executes. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bounds, commandsIn, executedBySteps } from '../../scripts/run-readme-commands.mjs';
import { suitesNamed } from '../suites.mjs';

const root = join(import.meta.dirname, '..', '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(read('package.json'));

const isInstalled = (program) => program === 'node' || existsSync(join(root, 'node_modules', '.bin', program));

/** What the commands of a script name and nothing provides: files, programs, other scripts, suites of tests. */
function missingIn(script, known = scripts) {
  return script.split(' && ').flatMap((command) => {
    const [program, ...args] = command.split(/\s+/);
    if (program === 'npm') {
      const name = args[0] === 'run' ? args[1] : args[0];
      return name in known ? [] : [`npm run ${name}`];
    }
    const files = args.filter((arg) => /^[\w.-]+(\/[\w.-]+)+$|^[\w-]+\.[cm]?[jt]s$/.test(arg));
    const suites = args[0] === 'test/run.mjs' ? args.slice(1).filter((arg) => !arg.startsWith('-')) : [];
    return [
      ...(isInstalled(program) ? [] : [program]),
      ...files.filter((file) => !existsSync(join(root, file))),
      ...suites.filter((suite) => !hasTests(suite)),
    ];
  });
}

function hasTests(suite) {
  try {
    return suitesNamed([suite]).some(({ files }) => files.length > 0);
  } catch {
    return false;
  }
}

describe('a script of package.json', () => {
  for (const [name, script] of Object.entries(scripts))
    it(`names what exists: ${name}`, () => assert.deepEqual(missingIn(script), []));

  for (const [script, missing] of [
    ['npm run build && node --import tsx demo/srve.mjs', 'demo/srve.mjs'],
    ['node test/benchmark/rn.mjs', 'test/benchmark/rn.mjs'],
    ['node run.mjs', 'run.mjs'],
    ['npm run biuld && node test/run.mjs all', 'npm run biuld'],
    ['node test/run.mjs al', 'al'],
    ['esslint . --max-warnings 0', 'esslint'],
    ['cem analyze --config scripts/manifest/confg.mjs', 'scripts/manifest/confg.mjs'],
  ])
    it(`fails that names ${missing}`, () => assert.deepEqual(missingIn(script), [missing]));
});

describe('the commands of the README', () => {
  const commands = commandsIn(read('README.md'));

  it('executes commands of the README as printed unless they have a bound or steps in CI', () =>
    assert.deepEqual(
      commands.filter((command) => !bounds.has(command) && !executedBySteps.has(command)),
      [
        'git clone https://github.com/OWNER/article-comments.git && cd article-comments && npm ci',
        'npm start',
        'npm run demo:waline',
      ],
    ));

  it('bounds commands of the README only by added arguments', () => {
    for (const [command, bounded] of bounds) {
      assert.ok(commands.includes(command), command);
      assert.ok(bounded.startsWith(`${command} -- `), bounded);
    }
  });

  it('tries npm test with one file for each runner', () => {
    const [, paths] = bounds.get('npm test').split(' -- ');
    const chosen = suitesNamed(paths.split(' '));
    assert.deepEqual(
      chosen.map(({ runner, files }) => [runner, files.length]),
      suitesNamed(['loop']).map(({ runner }) => [runner, 1]),
    );
  });

  it('runs a command as steps of .ci/run where it is not tried on the bare machine', () => {
    for (const [command, steps] of executedBySteps) {
      assert.ok(commands.includes(command), command);
      assert.equal(scripts[command.replace('npm run ', '')], steps.join(' && '));
      for (const step of steps) assert.match(read('.ci/run'), new RegExp(`\\b(step|tests) [\\w-]+ ${step}(;|$)`, 'm'));
    }
  });
});
