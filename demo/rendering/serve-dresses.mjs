/** Serves `/demo/served.html`: the same page to readers whose scripts run, come late, are blocked, or are turned off. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { withComments } from './with-comments.mjs';

const file = join(import.meta.dirname, '..', 'served.html');

const POLICY = "default-src 'self'; style-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

/** What follows the policy, by the `dress` in the page's address. A sandbox that allows no scripts has none, as far as CSS can tell. */
const dresses = { late: '', blocked: "; script-src 'none'", off: '; sandbox allow-same-origin' };

/**
 * Middleware for the dev server.
 *
 * @param {() => string} getSrc Returns the address of the server's API. Called for each page.
 * @param {{ delay?: number }} options `delay`: milliseconds until a late script comes.
 * @returns {import('@web/dev-server').Middleware}
 */
export function serveDresses(getSrc, { delay = 5000 } = {}) {
  return async (context, next) => {
    if (context.path === '/demo/rendering/late.js') await setTimeout(delay);
    if (context.path !== '/demo/served.html') return next();
    const { dress, comments: cursor } = context.query;
    const address = (query) => `?${new URLSearchParams({ ...(dress && { dress }), ...query })}`;
    const page = await withComments(await readFile(file, 'utf8'), {
      src: getSrc(),
      discussion: { key: 'harbour-ferry-pier', url: `${context.origin}/demo/served.html` },
      pageSize: 3,
      timeStyle: 'relative',
      cursor: cursor && String(cursor),
      nextHref: (comments) => `${address({ comments })}#comments`,
    });
    context.set('content-security-policy', POLICY + (dresses[dress] ?? ''));
    context.type = 'text/html; charset=utf-8';
    context.body = dress === 'late' ? page.replace('/dist/cdn/article-comments.js', 'rendering/late.js') : page;
    return undefined;
  };
}
