/**
 * Middleware for pages that run the sources: `/src/locale-TAG.js`, the file of a language beside the script, is `src/locales/TAG.ts`
 * there.
 *
 * @type {import('@web/dev-server').Middleware}
 */
export function serveLanguageSources(context, next) {
  const [, tag] = /^\/src\/locale-([\w-]+)\.js$/.exec(context.path) ?? [];
  if (!tag) return next();
  context.redirect(`/src/locales/${tag}.ts`);
  return undefined;
}
