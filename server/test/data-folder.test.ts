/** The folder of PGlite: other users of the machine must not reach what is in it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { lockFolder, refusalOf } from '../src/database/data-folder.js';
import { createPgliteDatabase } from '../../test/support/demo-server/pglite-database.js';
import { newKey } from '../../test/support/demo-server/reader.js';
import { TestServer } from '../../test/support/demo-server/test-server.js';
import { waitFor } from '../../test/support/wait-for.js';

/** All files and folders in a folder, and itself, that anybody but their owner may use in any way. */
const openedIn = (folder: string): readonly string[] =>
  [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))].filter(
    (path) => (lstatSync(path).mode & 0o077) !== 0,
  );

describe('the data folder', () => {
  const umask = process.umask();
  before(() => process.umask(0o022));
  after(() => process.umask(umask));

  it('is created for its owner only, with all that is in it', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'article-comments-data-'));
    const folder = join(parent, 'new', 'data');
    const server = await TestServer.start({ kind: 'pglite', folder });
    await server.guest().post(newKey(), 'Hello');
    assert.ok(readdirSync(folder).includes('server.pid'));
    assert.deepEqual(openedIn(join(parent, 'new')), []);
    await server.close();
    assert.deepEqual(openedIn(join(parent, 'new')), []);
    rmSync(parent, { recursive: true });
  });

  for (const mode of [0o755, 0o750, 0o710, 0o701, 0o720, 0o777])
    it(`is refused with the remedy if its mode is ${mode.toString(8)}, and left as it is`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'article-comments-data-'));
      mkdirSync(join(folder, 'pglite'));
      chmodSync(folder, mode);
      await assert.rejects(TestServer.start({ kind: 'pglite', folder }), {
        name: 'ConfigError',
        message:
          `Other users of this machine can use the data in ${folder}: its mode is ${mode.toString(8)}. ` +
          `Run chmod 700 '${folder}', or set DATA_DIR to another folder.`,
      });
      assert.deepEqual(readdirSync(folder), ['pglite']);
      rmSync(folder, { recursive: true });
    });

  it('closes the files of an earlier version to others once its mode is 700', async () => {
    const { config, drop } = await createPgliteDatabase();
    assert.ok(config.kind === 'pglite' && config.folder);
    assert.notDeepEqual(openedIn(config.folder), []);
    const server = await TestServer.start(config);
    await server.guest().post(newKey(), 'Hello');
    assert.deepEqual(openedIn(config.folder), []);
    await server.close();
    await drop();
  });

  describe('in use', () => {
    let parent = '';
    let folder = '';
    beforeEach(() => {
      parent = mkdtempSync(join(tmpdir(), 'article-comments-data-'));
      folder = join(parent, 'data');
      mkdirSync(folder, { mode: 0o700 });
    });
    afterEach(() => rmSync(parent, { recursive: true }));

    const lock = (owner: object, secondsAgo: number): void => {
      const path = join(folder, 'server.pid');
      writeFileSync(path, JSON.stringify(owner));
      const time = Date.now() / 1000 - secondsAgo;
      utimesSync(path, time, time);
    };
    const own = async (): Promise<{ readonly pid: number; readonly processes: string }> => {
      const unlock = await lockFolder(folder);
      const owner = JSON.parse(readFileSync(join(folder, 'server.pid'), 'utf8')) as { pid: number; processes: string };
      await unlock();
      return owner;
    };

    it('by a process of another container is refused, even of the same number', async () => {
      lock({ pid: process.pid, processes: 'another container' }, 1);
      await assert.rejects(lockFolder(folder), /^ConfigError: A process of another machine or container \(another/);
      assert.deepEqual(readdirSync(folder), ['server.pid']);
    });

    it('by one that has given no sign of life for a while is free', async () => {
      lock({ pid: process.pid, processes: 'another container' }, 16);
      await (
        await lockFolder(folder)
      )();
      assert.deepEqual(readdirSync(folder), []);
    });

    it('by a process of this machine is refused for as long as it runs, and is free when it has ended', async () => {
      const { processes } = await own();
      lock({ pid: process.ppid, processes }, 3600);
      await assert.rejects(lockFolder(folder), new RegExp(`^ConfigError: Process ${process.ppid} is using the data`));
      const { pid } = spawnSync(process.execPath, ['--version']);
      lock({ pid, processes }, 1);
      await (
        await lockFolder(folder)
      )();
    });

    it('gives signs of life', async ({ mock }) => {
      mock.timers.enable({ apis: ['setInterval'] });
      const unlock = await lockFolder(folder);
      const path = join(folder, 'server.pid');
      utimesSync(path, 0, 0);
      mock.timers.tick(3000);
      await waitFor(() => assert.notEqual(statSync(path).mtimeMs, 0));
      await unlock();
      assert.deepEqual(readdirSync(folder), []);
    });
  });

  it('is refused to root if it belongs to another user', () => {
    assert.equal(
      refusalOf('/srv/data', { mode: 0o40700, uid: 1000 }, 0),
      "The data in /srv/data belongs to another user of this machine (1000). Run chown 0 '/srv/data', or set DATA_DIR to another folder.",
    );
    assert.equal(refusalOf('/srv/data', { mode: 0o40700, uid: 0 }, 0), undefined);
  });
});
