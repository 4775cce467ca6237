/** The list of pages as Markdown, for `docs/README.md`, and as `docs/llms.txt` (https://llmstxt.org). */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { navigation } from './navigation.mjs';
import { REPOSITORY } from './page-links.mjs';

const root = join(import.meta.dirname, '..', '..');

// From the folder of both files.
const address = ({ file, isPacked = true }) => (isPacked ? posix.relative('docs', file) : REPOSITORY + file);

const sections = navigation.map(({ heading, pages }) => ({
  heading,
  entries: pages
    .filter(({ file }) => existsSync(join(root, file)))
    .map(({ label, about, ...page }) => ({ link: `[${label}](${address(page)})`, about })),
}));

export const navigationTables = () =>
  sections
    .map(({ heading, entries }) => {
      const rows = entries.map(({ link, about }) => `| ${link} | ${about} |`);
      return [`## ${heading}`, '', '| Page | Content |', '| --- | --- |', ...rows].join('\n');
    })
    .join('\n\n');

export const llmsText = () => `# article-comments

> A comments section for newspaper articles, as a web component: \`<article-comments>\`, and \`<comment-count>\` for lists of articles.
> An adapter connects it to any backend.

- From a script tag: \`dist/cdn/article-comments.js\` of the npm package \`article-comments\` registers both elements. The attributes
  \`backend\`, \`src\` and \`discussion\` name the backend, its address and the article.
- With npm: \`import 'article-comments/define.js'\` registers both elements. The property \`adapter\` takes an adapter of
  \`article-comments/adapters/\`, or any object with \`open\` and \`list\`.
- Backends: \`http\` (a backend of one's own, by \`openapi.yaml\`), \`wordpress\`, \`waline\`, \`ghost\`, \`bluesky\`,
  \`mastodon\`, \`static\` (an archive in JSON) and \`memory\` (for trying out).

${sections
  .map(({ heading, entries }) =>
    [`## ${heading}`, '', ...entries.map(({ link, about }) => `- ${link}: ${about}`)].join('\n'),
  )
  .join('\n\n')}
`;
