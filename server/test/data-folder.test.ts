/** The folder of PGlite: other users of the machine must not reach what is in it. */
import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { refusalOf } from '../src/database/data-folder.js';
import { createPgliteDatabase } from '../../test/support/demo-server/pglite-database.js';
import { newKey } from '../../test/support/demo-server/reader.js';
import { TestServer } from '../../test/support/demo-server/test-server.js';

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

  it('is refused to root if it belongs to another user', () => {
    assert.equal(
      refusalOf('/srv/data', { mode: 0o40700, uid: 1000 }, 0),
      "The data in /srv/data belongs to another user of this machine (1000). Run chown 0 '/srv/data', or set DATA_DIR to another folder.",
    );
    assert.equal(refusalOf('/srv/data', { mode: 0o40700, uid: 0 }, 0), undefined);
  });
});
