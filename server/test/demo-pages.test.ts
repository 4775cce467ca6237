/** The server of the demo pages hands out the built files as a publisher does. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { startPages } from '../../demo/pages-server.mjs';

const { files } = JSON.parse(readFileSync(new URL('../../dist/cdn/integrity.json', import.meta.url), 'utf8')) as {
  readonly files: Readonly<Record<string, string>>;
};

describe('the server of the demo pages', () => {
  let server: Awaited<ReturnType<typeof startPages>>;
  let origin: string;

  before(async () => {
    server = await startPages({ port: 0 });
    origin = server.origin;
  });
  after(() => server.stop());

  it('serves each built file byte for byte', async () => {
    for (const [name, hash] of Object.entries(files)) {
      const response = await fetch(`${origin}/dist/cdn/${name}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      assert.equal(`sha384-${createHash('sha384').update(bytes).digest('base64')}`, hash, name);
      if (name.endsWith('.js')) assert.match(response.headers.get('content-type') ?? '', /^text\/javascript\b/, name);
    }
  });

  it('does not serve files that were not built', async () => {
    assert.equal((await fetch(`${origin}/dist/cdn/nothing.js`)).status, 404);
  });

  it('writes the hashes of this build into the page about integrity', async () => {
    const page = await (await fetch(`${origin}/demo/integrity.html`)).text();
    assert.ok(page.includes(`src="/dist/cdn/article-comments.js" integrity="${files['article-comments.js']}"`));
    assert.match(page, /script-src 'self' 'sha256-[\w+/]{43}='/);
  });
});
