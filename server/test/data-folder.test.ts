/** The folder of PGlite: other users of the machine must not reach what is in it. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
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
    execFileSync('chmod', ['-R', 'go+r', join(config.folder, 'pglite')]);
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

    const path = (): string => join(folder, 'server.pid');
    const lock = (owner: object): void => writeFileSync(path(), JSON.stringify(owner));
    /** Milliseconds: quicker than on a machine of readers. */
    const quick = { beat: 30, patience: 300 };
    const processesHere = async (): Promise<string> => {
      const unlock = await lockFolder(folder, quick);
      const { processes } = JSON.parse(readFileSync(path(), 'utf8')) as { readonly processes: string };
      await unlock();
      return processes;
    };

    it('refuses a folder that a live process of another container uses, even with the same process ID', async () => {
      const unlock = await lockFolder(folder, quick);
      const owner = JSON.parse(readFileSync(path(), 'utf8')) as object;
      writeFileSync(path(), JSON.stringify({ ...owner, processes: 'another container' }));
      await assert.rejects(
        lockFolder(folder, quick),
        /^ConfigError: A process of another machine or container \(another/,
      );
      await unlock();
      assert.deepEqual(readdirSync(folder), []);
    });

    it('takes over a folder whose process gives no sign of life, whatever the clocks show', async () => {
      for (const time of [0, Date.now() / 1000, 4_000_000_000]) {
        lock({ id: 'one', pid: process.pid, processes: 'another container' });
        utimesSync(path(), time, time);
        await (
          await lockFolder(folder, quick)
        )();
        assert.deepEqual(readdirSync(folder), []);
      }
    });

    it('is free if the lock is empty, as a power failure may leave it', async () => {
      writeFileSync(path(), '');
      await (
        await lockFolder(folder, quick)
      )();
      assert.deepEqual(readdirSync(folder), []);
    });

    it('takes over a folder at once if its process on this machine has ended', async () => {
      const processes = await processesHere();
      const { pid } = spawnSync(process.execPath, ['--version']);
      lock({ id: 'one', pid, processes });
      await (
        await lockFolder(folder, { beat: 300, patience: 1_000_000_000 })
      )();
      assert.deepEqual(readdirSync(folder), []);
    });

    it('refuses a folder that a running process of this machine uses, unless its process ID was reused', async () => {
      const processes = await processesHere();
      const unlock = await lockFolder(folder, quick);
      const owner = JSON.parse(readFileSync(path(), 'utf8')) as object;
      writeFileSync(path(), JSON.stringify({ ...owner, pid: process.ppid }));
      await assert.rejects(
        lockFolder(folder, quick),
        new RegExp(`^ConfigError: Process ${process.ppid} is using the data in`),
      );
      await unlock();
      lock({ id: 'one', pid: process.ppid, processes });
      await (
        await lockFolder(folder, quick)
      )();
    });

    it('is taken by one of many that start at the same time after a crash', async () => {
      lock({ id: 'crashed', pid: process.pid, processes: 'another container' });
      const lost: number[] = [];
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, (_, number) =>
          lockFolder(folder, { beat: 300, patience: 1500, onLost: () => void lost.push(number) }),
        ),
      );
      const unlocks = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      assert.equal(unlocks.length, 1);
      assert.deepEqual(lost, []);
      await unlocks[0]?.();
      assert.deepEqual(readdirSync(folder), []);
    });

    it('is lost to another process that has taken it, and then not released', async () => {
      let isLost = false;
      const unlock = await lockFolder(folder, { ...quick, onLost: () => (isLost = true) });
      lock({ id: 'another', pid: process.pid, processes: 'another container' });
      await waitFor(() => assert.ok(isLost));
      await unlock();
      assert.deepEqual(readdirSync(folder), ['server.pid']);
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
