/** Makes the pages of the documentation from its Markdown, with Eleventy. Nothing is written to the disk. */
import { join, relative } from 'node:path';
import Eleventy from '@11ty/eleventy';
import { liveStyles } from './live-samples.mjs';
import { sourceOf } from './page-links.mjs';

/** Eleventy takes paths that are relative to where it runs. */
const fromHere = (...path) => relative('.', join(import.meta.dirname, ...path)).replaceAll('\\', '/');

/**
 * @typedef {object} Page
 * @property {string} source The Markdown file, relative to the repository.
 * @property {string} markdown
 * @property {string} html
 * @property {string} styles The style sheet of its live samples, at `live.css`. May be empty.
 */

/**
 * The pages by their addresses, such as `/docs/backends/`. Throws if a link leads to no file.
 *
 * @returns {Promise<ReadonlyMap<string, Page>>}
 */
export async function buildPages() {
  const eleventy = new Eleventy(fromHere('..', '..', 'docs'), undefined, {
    quietMode: true,
    configPath: fromHere('eleventy.config.mjs'),
  });
  const results = await eleventy.toJSON();
  return new Map(
    results.map(({ url, content, rawInput, inputPath }) => [
      url,
      { source: sourceOf(inputPath), markdown: rawInput, html: content, styles: liveStyles(rawInput) },
    ]),
  );
}
