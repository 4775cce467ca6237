/**
 * The public actions are what the features say that they report. `UPDATE=1 node --test test/package/actions.test.mjs` writes their type.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readTags, requireOnce } from '../../scripts/manifest/feature-tags.mjs';

const FILE = 'src/elements/events/action-events.ts';
const UNION = /(?<=^export type CommentsAction =\n)[\s\S]*?(?=;$)/m;

describe('the actions of readers', () => {
  it('lists what the features report', () => {
    const actions = requireOnce(readTags('action'));
    const union = actions.map(({ name, description }) => `  /** ${description} */\n  | '${name}'`).join('\n');
    const source = readFileSync(FILE, 'utf8');
    if (process.env.UPDATE)
      writeFileSync(
        FILE,
        source.replace(UNION, () => union),
      );
    else assert.equal(UNION.exec(source)?.[0], union, `Write them: UPDATE=1 node --test ${process.argv[1]}`);
  });

  it('reads the name and the description of a line, and where it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tags-'));
    try {
      writeFileSync(join(folder, 'wave.ts'), '/**\n * Waves.\n *\n * @action wave - The reader waved - twice.\n */\n');
      writeFileSync(join(folder, 'wave.css'), ' * @action other - Is no code.\n');
      assert.deepEqual(
        readTags('action', folder).map((tag) => ({ ...tag })),
        [{ name: 'wave', description: 'The reader waved - twice.', file: join(folder, 'wave.ts') }],
      );
      assert.deepEqual(readTags('csspart', folder), []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses a name that two files describe', () => {
    const twice = ['a.ts', 'b.ts'].map((file) => ({ name: 'wave', description: '', file }));
    assert.throws(() => requireOnce(twice), /wave is described in a\.ts and in b\.ts\. Describe it once\./);
  });
});
