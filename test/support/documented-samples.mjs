/** The samples of the README and of the pages in docs/, and the package as somebody who copies them has installed it. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplesIn } from '../../demo/documentation/samples.mjs';

const root = join(import.meta.dirname, '..', '..');

/** Paths of the README and of all Markdown below `docs/`, relative to the repository. */
export const documentedPages = [
  'README.md',
  'import/README.md',
  'server/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md'))
    .sort(),
];

/** Every sample, with the page and the line where it stands as its name. */
export const documentedSamples = documentedPages.flatMap((path) =>
  samplesIn(readFileSync(join(root, path), 'utf8')).map((sample) => ({
    ...sample,
    path,
    name: `${path}:${sample.line}`,
  })),
);

/** What the samples import besides the package. */
const OTHERS = ['lit', 'dompurify', '@types', 'undici-types', 'fastify', '@fastify', 'jose'];

/** Packs the package and installs the tarball in a folder of its own, with what samples import beside it. */
export function installPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'article-comments-samples-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const packed = execFileSync(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ filename }] = Object.values(JSON.parse(packed));
  execFileSync('tar', ['-xzf', filename], { cwd: folder });
  cpSync(join(folder, 'package'), join(modules, 'article-comments'), { recursive: true });
  for (const name of OTHERS)
    if (existsSync(join(root, 'node_modules', name)))
      symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** Samples that stand by themselves have no such word. Those of an `app` are compiled and driven by the tests of the frameworks. */
const PARTS = ['fragment', 'app'];

/** The samples that stand by themselves. */
export const wholeSamples = documentedSamples.filter(({ words }) => !words.some((word) => PARTS.includes(word)));
