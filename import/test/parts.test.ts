import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { staticAdapter } from '../../src/adapters/static.js';
import type { Comment } from 'article-comments/rules.js';
import { importFiles, importText } from './import-fixture.js';

const artrans = (count: number): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, index) => ({
      id: String(index + 1),
      // Threads of seven comments: a reply belongs to the comment before it.
      rid: index % 7 === 0 ? '0' : String(index),
      content: `Comment ${index + 1}`,
      nick: 'Ada',
      created_at: new Date(Date.UTC(2020, 0, 1, 0, index)).toISOString(),
      page_key: '/long/',
    })),
  );

describe('a long article', () => {
  it('is written to several files without dividing a thread', async () => {
    const { files, index } = await importText('artalk', artrans(450));
    assert.deepEqual(
      [...files.keys()],
      ['index.json', 'long.json', 'long/2.json', 'long/3.json', 'long/4.json', 'long/5.json', 'report.txt'],
    );
    assert.deepEqual([index[0]?.parts, index[0]?.comments], [5, 450]);
    assert.match(files.get('long.json') ?? '', /^\{"parts":5,\n"total":450,\n"comments":\[/);
    for (const [path, text] of files) {
      if (!path.startsWith('long')) continue;
      const { comments } = JSON.parse(text) as { comments: Comment[] };
      const ids = new Set(comments.map(({ id }) => id));
      assert.ok(
        comments.every(({ parentId }) => parentId == null || ids.has(parentId)),
        path,
      );
    }
  });

  it('is read by the adapter, from the first comment to the last', async () => {
    const { folder } = await importText('artalk', artrans(450));
    const fetch = (async (path: string) => new Response(readFileSync(join(folder, path)))) as typeof globalThis.fetch;
    const adapter = staticAdapter({ src: 'long.json', fetch });
    const call = { signal: new AbortController().signal };
    const ids: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const query = {
        discussion: { key: '/long/', url: '' },
        sort: 'oldest',
        limit: 10,
        ...(cursor && { cursor }),
      } as const;
      const page = await adapter.list(query, call);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    assert.deepEqual(
      ids,
      Array.from({ length: 450 }, (_, index) => String(index + 1)),
    );
  });

  it('is imported from its files again', async () => {
    const { folder, files } = await importText('artalk', artrans(450));
    const again = await importFiles('archive', [folder]);
    assert.deepEqual(again.files, files);
  });

  it('removes the further files of an article that has become shorter', async () => {
    const { folder } = await importText('artalk', artrans(450));
    const { files } = await importText('artalk', artrans(30), { folder });
    assert.deepEqual([...files.keys()], ['index.json', 'long.json', 'report.txt']);
  });
});
