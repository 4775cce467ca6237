/**
 * Packs the plugin for WordPress, as the last commit has it, with the script files of `dist/cdn`: an archive that a site's dashboard takes.
 *
 *     node wordpress/scripts/pack.mjs [article-comments-wordpress.zip]
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const [output = 'article-comments-wordpress.zip'] = process.argv.slice(2);
const assets = readdirSync(join(root, 'dist/cdn')).filter((name) => !name.endsWith('.map'));

execFileSync(
  'git',
  [
    'archive',
    '--format=zip',
    `--output=${output}`,
    '--prefix=article-comments/assets/',
    ...assets.map((name) => `--add-file=dist/cdn/${name}`),
    '--prefix=article-comments/',
    'HEAD:wordpress/article-comments',
  ],
  { cwd: root, stdio: 'inherit' },
);
