/** What happens to tests on a machine without the servers and tools that they need. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { skipWithoutDesktop } from '../assistive/desktop.js';
import { skipWithoutPostgres } from '../support/demo-server/test-server.js';
import { findPostgres } from '../support/postgres.mjs';
import { skipWithout } from '../support/skip-without.mjs';
import { skipWithoutSnac } from './mastodon/snac-server.js';
import { startRedis } from './servers/redis.js';
import { startOrSkip } from './servers/unavailable.js';

// These read the environment when they are imported.
const withoutWaline = async () => (await import('./waline/waline-server.js')).skipWithoutWaline();
const withoutWordPress = async () => (await import('../../wordpress/test/wordpress-site.js')).skipWithoutWordPress();
const withoutPhp = async () => (await import('../../wordpress/test/wordpress-site.js')).skipWithoutPhp();
const withoutRedis = async (): Promise<string | false | undefined> => (await startOrSkip(startRedis)).skip;

describe('a machine without the tools of some tests', () => {
  const { env } = process;
  let empty: string;
  beforeEach(() => {
    empty = mkdtempSync(join(tmpdir(), 'no-tools-'));
    process.env = { ...env, PATH: empty, BACKENDS_DIR: empty };
    delete process.env['TEST_DATABASE_URL'];
    delete process.env['CI'];
  });
  afterEach(() => {
    process.env = env;
    rmSync(empty, { recursive: true });
  });

  for (const [tool, skip, reason] of [
    ['PostgreSQL', skipWithoutPostgres, /^PostgreSQL is missing: .*apt-get install postgresql/],
    ['snac', skipWithoutSnac, /^snac is missing: apt-get install .*snac2$/],
    ['Waline', withoutWaline, /^Waline is not in .*: npx tsx .* install$/],
    ['WordPress', withoutWordPress, /^WordPress needs php, .*mariadb.*: apt-get install wordpress/],
    ['PHP', withoutPhp, /^PHP is missing: apt-get install php-cli$/],
    ['a desktop', skipWithoutDesktop, /^These are missing: Xvfb, dbus-daemon.*apt-get install xvfb dbus/],
    ['Redis', withoutRedis, /^Redis is missing: apt-get install redis-server$/],
  ] as const) {
    it(`skips what needs ${tool}, and says how to install it`, async () => {
      assert.match((await skip()) || 'not skipped', reason);
    });

    it(`fails where CI=true, and says how to install ${tool}`, async () => {
      process.env['CI'] = 'true';
      const message = new RegExp(`^With CI=true no test may be skipped. ${reason.source.slice(1)}`);
      await assert.rejects(async () => skip(), { message });
    });
  }

  it('skips nothing for a tool that is not missing', () => {
    process.env['CI'] = 'true';
    assert.equal(skipWithout(undefined), false);
    assert.equal(skipWithout(false), false);
  });
});

const noPostgres = skipWithout(findPostgres() === undefined && 'PostgreSQL is missing: apt-get install postgresql');

describe('a machine whose TMPDIR only its user may enter', { skip: noPostgres }, () => {
  it('starts PostgreSQL, which runs as another user', async () => {
    // As `mktemp -d` does, with mode 0700.
    const folder = mkdtempSync(join(tmpdir(), 'private-'));
    try {
      const server = spawn(process.execPath, [join(import.meta.dirname, '..', 'support', 'postgres.mjs')], {
        env: { ...process.env, NODE_OPTIONS: '', TMPDIR: folder },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const [printed] = (await Promise.race([once(server.stdout, 'data'), once(server, 'exit')])) as [unknown];
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      assert.match(String(printed), /^postgres:/);
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
