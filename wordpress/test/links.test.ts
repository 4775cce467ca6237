/** What the companion plugin shows after the labels of links, by the cases of `test/content/disguised-links.json`. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import cases from '../../test/content/disguised-links.json' with { type: 'json' };
import { skipWithoutPhp } from './wordpress-site.js';

const plugin = join(import.meta.dirname, '..', 'article-comments');

function ask(...flags: readonly string[]): { readonly shown: readonly string[]; readonly sees_lookalike: boolean } {
  const script = join(import.meta.dirname, 'links.php');
  const { stdout, stderr } = spawnSync('php', [...flags, script, plugin], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
  });
  assert.match(stdout, /^\{"shown"/, stdout + stderr);
  return JSON.parse(stdout) as ReturnType<typeof ask>;
}

describe('the companion plugin', { skip: skipWithoutPhp() }, () => {
  // `-n`: without the extensions of PHP that a configuration loads, which not every host has.
  for (const flags of [[], ['-n']]) {
    it(`shows the targets of links that the section shows${flags.length > 0 ? ', also without extensions' : ''}`, () => {
      const { shown, sees_lookalike } = ask(...flags);
      const wrong = cases.flatMap(({ what, label, href, target }, index) => {
        // Without the extension, letters that may look like others are taken for a disguise.
        if (!sees_lookalike && !target && /[^ -~]/.test(label)) return [];
        const expected = target && ` (\u2066${target}\u2069)`;
        return shown[index] === expected ? [] : [{ what, label: encodeURI(label), href, shown: shown[index] }];
      });
      assert.deepEqual(wrong, []);
    });
  }
});
