/** Where the links of a Markdown file lead on the served pages. */
import { statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { navigation } from './navigation.mjs';

const root = join(import.meta.dirname, '..', '..');

/** The folder where Eleventy has the Markdown that is not in `docs/`. */
export const OUTSIDE = 'outside';

/** The Markdown file behind an input path of Eleventy's, relative to the repository. */
export function sourceOf(inputPath) {
  const path = relative(root, inputPath).replaceAll('\\', '/');
  const outside = `docs/${OUTSIDE}/`;
  return path.startsWith(outside) ? path.slice(outside.length) : path;
}

/** Below it are the files of the repository that pages link to, as text. */
export const FILES = '/docs/files/';

/** The address of the page that is made of a Markdown file. The file is relative to the repository: `docs/backends/README.md`. */
export function addressOf(file) {
  const { dir, name } = posix.parse(file);
  if (dir === '') return `/docs/project/${name.toLowerCase()}/`;
  const folder = /^docs(?:\/|$)/.test(dir) ? dir : `docs/${dir}`;
  return name === 'README' ? `/${folder}/` : `/${folder}/${name}/`;
}

/** Where files are read that the package leaves out. */
export const REPOSITORY = 'https://github.com/OWNER/article-comments/blob/main/';

const addresses = new Map(
  ['docs/README.md', ...navigation.flatMap(({ pages }) => pages.map(({ file }) => file))].map((file) => [
    file,
    addressOf(file),
  ]),
);

/**
 * The address behind a link or a picture. A link to the repository leads to the page of the file, or to its text. One to a file that does not exist leads nowhere; a test finds it.
 *
 * @param {string} href As in the Markdown.
 * @param {string} source The Markdown file, relative to the repository.
 */
export function resolveLink(href, source) {
  if (href.startsWith(REPOSITORY)) return resolveLink(href.slice(REPOSITORY.length), '');
  if (/^(?:[a-z]+:|#)/.test(href)) return href;
  const [path, hash = ''] = href.split(/(?=#)/);
  const target = posix.join(posix.dirname(source), path).replace(/\/$/, '');
  const page = addresses.get(target) ?? addresses.get(`${target}/README.md`);
  if (page) return page + hash;
  // Pages of the demo are shown, and pictures drawn. All else is to be read.
  if (/\.(?:html|png|svg)$/.test(target)) return `/${target}`;
  const isFolder = statSync(join(root, target), { throwIfNoEntry: false })?.isDirectory();
  return `${FILES}${target}${isFolder ? '/' : ''}`;
}
