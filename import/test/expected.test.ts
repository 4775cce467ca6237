/**
 * The archives and the report of each fixture, in `expected/`, and a search for personal data in them. `UPDATE=1` writes them again: read
 * the difference.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { staticAdapter } from '../../src/adapters/static.js';
import { allFixtures, filesIn, fixtures, importFixture } from './import-fixture.js';

const withoutPaths = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...files].map(([path, text]) => [path, text.replaceAll(/(?:\/[\w.-]+)+\/(?=[\w.-]+:)/g, '')]));

/** What the fixtures hold and no reader of the source has seen. */
const secrets =
  /secret|203\.0\.113|Mozilla|5f4dcc3b5aa765d61d8327deb882cf99|ae12fe3b5f129b5c|github_|email_|anonymous_|@mail\.example/i;

/** Email and IP addresses, and hashes. Commento's ids are random and as long as a hash. */
const personal = [/[\w.+-]+@[\w-]+\.[\w.-]+/, /\b(?:\d{1,3}\.){3}\d{1,3}\b/, /\b[\da-f]{32,}\b/i, /\$2[aby]\$/];

describe('an import', () => {
  for (const [format, name] of allFixtures) {
    const expected = join(fixtures, 'expected', name);

    it(`writes the expected archives and report of ${name}`, async () => {
      const files = withoutPaths((await importFixture(format, name)).files);
      if (process.env.UPDATE) {
        rmSync(expected, { recursive: true, force: true });
        for (const [path, text] of files) {
          mkdirSync(dirname(join(expected, path)), { recursive: true });
          writeFileSync(join(expected, path), text);
        }
      }
      assert.deepEqual(Object.fromEntries(files), Object.fromEntries(filesIn(expected)));
    });

    it(`writes the same bytes when it imports ${name} again`, async () => {
      const { folder, files } = await importFixture(format, name);
      const again = await importFixture(format, name, { folder });
      assert.deepEqual(withoutPaths(again.files), withoutPaths(files));
    });

    it(`writes nothing of ${name} that readers of the source could not see`, async () => {
      const { files } = await importFixture(format, name);
      const source = readFileSync(join(fixtures, name), 'utf8');
      if (!/leancloud/.test(name)) assert.match(source, secrets, 'The fixture has secrets.');
      for (const [path, text] of files) {
        assert.doesNotMatch(text, secrets, path);
        const withoutRandomIds = text.replaceAll(/"([\da-f]{2})\1{31}"/g, '""');
        for (const pattern of personal) assert.doesNotMatch(withoutRandomIds, pattern, path);
      }
    });

    it(`writes archives of ${name} that backend="static" opens with the right number of comments`, async () => {
      const { index, files } = await importFixture(format, name);
      for (const { key, file, comments } of index) {
        const adapter = staticAdapter({ data: files.get(file) });
        const info = await adapter.open({ key, url: '' }, { signal: new AbortController().signal });
        assert.equal(info.total, comments, file);
      }
    });
  }
});
