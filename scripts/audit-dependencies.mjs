/**
 * Fails if a package that a newspaper runs, with the element, the server or the import, has a known vulnerability of severity high or above.
 *
 * Without an answer of the registry, there is nothing to fail on: the check passes loudly on a developer's machine, and fails with
 * `CI=true`. It passes there only if the registry itself says that it answers no audits, as some mirrors do. `--required` fails in each case
 * without an answer. Reads the files of the current folder.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closingLine } from '../test/support/counts.mjs';
import { auditVerdict } from './audit-verdict.mjs';

const { values: options } = parseArgs({ options: { required: { type: 'boolean', default: false } } });

/** What is installed for those who run a product, and not for developers or by the reader's own choice: paths in the lock file. */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const runtime = new Set(
  Object.entries(packages)
    .filter(
      ([path, { dev, devOptional, peer, link }]) =>
        path.includes('node_modules/') && !dev && !devOptional && !peer && !link,
    )
    .map(([path]) => path),
);

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const { stdout, error } = spawnSync(npm, ['audit', '--json'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  env: {
    npm_config_fetch_timeout: '30000',
    ...process.env,
    // Asks once: by default npm would retry for minutes where there is no network.
    npm_config_fetch_retries: '0',
    // With it, npm asks no registry and reports that there is nothing.
    npm_config_offline: 'false',
  },
});
if (error) throw error;

const { outcome, lines, development } = auditVerdict(stdout, runtime);

function warn(title) {
  const frame = '!'.repeat(80);
  console.warn([frame, title, ...lines, frame].join('\n'));
}

function fail(remedy) {
  console.error(remedy);
  process.exitCode = 1;
}

switch (outcome) {
  case 'clean':
    console.log(
      `No known vulnerability of severity high or above in the ${runtime.size} packages that newspapers run.`,
    );
    for (const line of lines) console.log(line);
    break;
  case 'vulnerable':
    console.error(['Packages that newspapers run have known vulnerabilities:', ...lines].join('\n'));
    process.exitCode = 1;
    break;
  case 'unsupported':
    warn('NOT AUDITED: this registry says that it answers no audits.');
    if (options.required) fail('With --required, an audit must have an answer. Use a registry that offers audits.');
    // Neither passed nor failed.
    else console.log(closingLine({ passed: 0, failed: 0, skipped: 0 }));
    break;
  case 'unknown':
    warn('COULD NOT ASK the registry for known vulnerabilities. Nothing has been checked.');
    if (options.required || process.env.CI === 'true')
      fail('In a build, an audit must have an answer. Repeat it, or check the registry: npm config get registry');
    break;
}
if (development.length > 0)
  console.log(['In development dependencies only, which does not fail the check:', ...development].join('\n'));
