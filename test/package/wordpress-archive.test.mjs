/** The archive of the plugin for WordPress, as a release has it: what a site's dashboard unpacks into `wp-content/plugins`. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { openPromise } from 'yauzl';

const root = join(import.meta.dirname, '..', '..');

describe('the archive of the plugin for WordPress', () => {
  let folder;
  /** The bytes of each file, by its path. */
  const files = new Map();

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plugin-'));
    const archive = join(folder, 'plugin.zip');
    execFileSync(process.execPath, ['wordpress/scripts/pack.mjs', archive], { cwd: root });
    const zip = await openPromise(archive);
    for await (const entry of zip.eachEntry())
      if (!entry.fileName.endsWith('/'))
        files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has the whole plugin', () => {
    const plugin = 'wordpress/article-comments';
    const tracked = execFileSync('git', ['ls-tree', '-r', '--name-only', `HEAD:${plugin}`], {
      cwd: root,
      encoding: 'utf8',
    });
    const names = tracked.trim().split('\n');
    assert.ok(names.includes('article-comments.php'));
    assert.deepEqual(
      names.filter((name) => !files.has(`article-comments/${name}`)),
      [],
    );
  });

  it('has the files for a script tag where the plugin looks for them, without their source maps', () => {
    const built = readdirSync(join(root, 'dist/cdn')).filter((name) => !name.endsWith('.map'));
    assert.ok(built.includes('article-comments.js'));
    const packed = [...files.keys()].filter((name) => name.startsWith('article-comments/assets/'));
    assert.deepEqual(packed.sort(), built.map((name) => `article-comments/assets/${name}`).sort());
    for (const name of built)
      assert.ok(files.get(`article-comments/assets/${name}`).equals(readFileSync(join(root, 'dist/cdn', name))), name);
  });
});
