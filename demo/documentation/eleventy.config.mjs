/** How Eleventy makes the pages: `docs/` and some Markdown beside it, in the layout `page.liquid`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headingsIn } from './headings.mjs';
import { isLive, liveStyles } from './live-samples.mjs';
import { extendMarkdown } from './markdown.mjs';
import { navigation } from './navigation.mjs';
import { addressOf, OUTSIDE, sourceOf } from './page-links.mjs';

const root = join(import.meta.dirname, '..', '..');

const sections = navigation.map(({ heading, pages }) => ({
  heading,
  entries: pages
    .filter(({ file }) => existsSync(join(root, file)))
    .map(({ file, label }) => ({ file, label, address: addressOf(file) })),
}));
const entries = sections.flatMap((section) => section.entries);

/** The pages before and after one, in reading order. */
function neighboursOf(file) {
  const index = entries.findIndex((entry) => entry.file === file);
  return { previous: entries[index - 1], next: entries[index + 1] };
}

/** @param {import('@11ty/eleventy').UserConfig} config */
export default function configure(config) {
  config.setTemplateFormats(['md']);
  config.setIncludesDirectory('../demo/documentation');
  config.setUseGitIgnore(false);
  config.amendLibrary('md', extendMarkdown);
  for (const { file } of entries.filter((entry) => !entry.file.startsWith('docs/')))
    config.addTemplate(`${OUTSIDE}/${file}`, readFileSync(join(root, file), 'utf8'));

  config.addGlobalData('layout', 'page.liquid');
  config.addGlobalData('sections', sections);
  config.addGlobalData('eleventyComputed', {
    permalink: ({ page }) => `${addressOf(sourceOf(page.inputPath))}index.html`,
    title: ({ page }) => headingsIn(page.rawInput)[0].text.replaceAll('`', ''),
    isLive: ({ page }) => isLive(page.rawInput),
    hasLiveStyles: ({ page }) => liveStyles(page.rawInput) !== '',
    neighbours: ({ page }) => neighboursOf(sourceOf(page.inputPath)),
  });
  // The Markdown is for GitHub, too: there is no template language in it.
  return { markdownTemplateEngine: false };
}
