/** Serves the documentation below `/docs/`, made from its Markdown when the first page is asked for. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FILES } from './page-links.mjs';
import { searchIndex } from './search-index.mjs';

const root = join(import.meta.dirname, '..', '..');

/** The strict policy that the section is made for. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** What the samples name as an address on the publisher's site. */
const EXAMPLES = { '/articles/42/comments.json': 'demo/examples/comments.json' };

/**
 * Middleware for the dev server.
 *
 * @returns {import('@web/dev-server').Middleware}
 */
export function serveDocumentation() {
  let pages;
  return async (context, next) => {
    if (EXAMPLES[context.path]) {
      context.type = 'application/json';
      context.body = readFileSync(join(root, EXAMPLES[context.path]));
      return undefined;
    }
    if (context.path === '/docs') return context.redirect('/docs/');
    if (!context.path.startsWith('/docs/')) return next();
    const { buildPages } = await import('./build-pages.mjs');
    pages ??= buildPages();
    const answer = answerFor(context.path, await pages);
    if (!answer) return next();
    context.type = answer.type;
    context.body = answer.body;
    context.set('content-security-policy', POLICY);
    context.set('x-content-type-options', 'nosniff');
    return undefined;
  };
}

function answerFor(path, pages) {
  const page = pages.get(path);
  if (page) return { type: 'text/html; charset=utf-8', body: page.html };
  if (path === '/docs/search.json')
    return { type: 'application/json; charset=utf-8', body: JSON.stringify(searchIndex(pages)) };
  const styled = path.endsWith('/live.css') && pages.get(path.slice(0, -'live.css'.length));
  if (styled) return { type: 'text/css; charset=utf-8', body: styled.styles };
  // Files that pages link to, as they are: the dev server itself would compile them.
  const isLinked = path.startsWith(FILES) && [...pages.values()].some(({ html }) => html.includes(`href="${path}"`));
  return isLinked
    ? { type: 'text/plain; charset=utf-8', body: textOf(join(root, path.slice(FILES.length))) }
    : undefined;
}

const textOf = (file) => (statSync(file).isDirectory() ? readdirSync(file).join('\n') : readFileSync(file, 'utf8'));
