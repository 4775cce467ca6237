/**
 * Middleware for pages that run the sources, single or in a bundle: `locale-TAG.js`, the file of a language beside the script, is
 * `src/locales/TAG.ts` there.
 *
 * @type {import('@web/dev-server').Middleware}
 */
export function serveLanguageSources(context, next) {
  const [, tag] = /^\/(?:src|__bundled-tests__\/.+)\/locale-([\w-]+)\.js$/.exec(context.path) ?? [];
  if (!tag) return next();
  context.redirect(`/src/locales/${tag}.ts`);
  return undefined;
}
