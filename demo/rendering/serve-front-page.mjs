/** Serves the front page with its comments in it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withComments } from './with-comments.mjs';

const file = join(import.meta.dirname, '..', 'index.html');

/**
 * Middleware for the dev server. The settings are those of the element in the page.
 *
 * @param {() => string} getSrc Returns the address of the server's API. Called for each page.
 * @returns {import('@web/dev-server').Middleware}
 */
export function serveFrontPage(getSrc) {
  return async (context, next) => {
    const { backend, comments: cursor } = context.query;
    // The comments of the other front page are in the reader's own browser.
    if (!/^\/demo\/(?:index\.html)?$/.test(context.path) || backend === 'memory') return next();
    context.type = 'text/html; charset=utf-8';
    context.body = await withComments(await readFile(file, 'utf8'), {
      src: getSrc(),
      discussion: {
        key: 'harbour-ferry-pier',
        url: `${context.origin}/demo/`,
        title: 'City to rebuild the old ferry pier, with a market on top',
      },
      pageSize: 10,
      policyHref: '#policy',
      timeStyle: 'relative',
      cursor: cursor && String(cursor),
      nextHref: (next) => `?comments=${encodeURIComponent(next)}#discussion`,
    });
    return undefined;
  };
}
