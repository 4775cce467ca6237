/**
 * Fails if a package that users of this one install has a known vulnerability of severity high or above. Without an answer
 * from the registry there is nothing to fail on: the checks must also pass without a network, so this only says so.
 */
import { spawnSync } from 'node:child_process';
import { auditVerdict } from './audit-verdict.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
// Asks once: by default npm would retry for minutes where there is no network.
const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=30000'];
const { stdout, error } = spawnSync(npm, args, { encoding: 'utf8' });
if (error) throw error;

const { outcome, lines } = auditVerdict(stdout);
switch (outcome) {
  case 'clean':
    console.log(['No known vulnerability of severity high or above in the dependencies.', ...lines].join('\n'));
    break;
  case 'vulnerable':
    console.error(['The dependencies have known vulnerabilities:', ...lines].join('\n'));
    process.exitCode = 1;
    break;
  case 'unknown':
    console.warn(
      `${'!'.repeat(80)}\nCOULD NOT ASK the registry for known vulnerabilities. Nothing has been checked.\n` +
        `${lines.join('\n')}\n${'!'.repeat(80)}`,
    );
    break;
}
