/** Whoever runs the tests without a browser learns what they are waiting for. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const support = join(import.meta.dirname, '..', 'support');

describe('the search for a browser', () => {
  let root;

  /** A project with a package that unpacks at once, in place of the one that takes half a minute. */
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'find-chromium-'));
    const bundle = join(root, 'node_modules', '@sparticuz', 'chromium');
    for (const folder of [bundle, join(root, 'test', 'support')]) mkdirSync(folder, { recursive: true });
    copyFileSync(join(support, 'find-chromium.mjs'), join(root, 'test', 'support', 'find-chromium.mjs'));
    const manifest = { name: '@sparticuz/chromium', version: '1.0.0', type: 'module', exports: './index.js' };
    writeFileSync(join(bundle, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(bundle, 'index.js'), "export default { executablePath: async () => '/unpacked/chromium' };");
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  const search = (platform, arch) => {
    const code = `
      Object.defineProperties(process, { platform: { value: '${platform}' }, arch: { value: '${arch}' } });
      import('./test/support/find-chromium.mjs')
        .then(async (m) => console.log((await m.findChromium()).executablePath))
        .catch(({ message }) => console.error(message));`;
    const env = { ...process.env, PATH: '', CHROME_PATH: '' };
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { cwd: root, env, encoding: 'utf8' });
    return { found: stdout.trim(), said: stderr.trim() };
  };

  it('says that there is none, and that the bundled one is unpacked, once', () => {
    const first = search('linux', 'x64');
    assert.equal(first.found, '/unpacked/chromium');
    assert.match(first.said, /^Found no installed Chromium: unpacking the bundled one, which takes half a minute\.$/);
    assert.deepEqual(search('linux', 'x64'), { found: '/unpacked/chromium', said: '' });
  });

  it('asks for one where the bundled one does not run', () => {
    for (const [platform, arch] of [
      ['linux', 'arm64'],
      ['win32', 'x64'],
    ])
      assert.deepEqual(search(platform, arch), {
        found: '',
        said: 'Found no Chromium: set CHROME_PATH to one. The bundled one runs on Linux on x64 only.',
      });
  });
});
