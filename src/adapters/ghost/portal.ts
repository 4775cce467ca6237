/** Whether the page and the blog have the same origin, so that the member's cookie is sent. True outside a browser. */
export function isSameOrigin(src: string): boolean {
  const page = globalThis.location?.href;
  return page === undefined || new URL(src, page).origin === new URL(page).origin;
}

/**
 * Address of a window of Ghost's portal: on this page if the theme has loaded the portal, else on the front
 * page of the blog.
 */
export function portalUrl(src: string, path: string): string {
  const isOnPage = globalThis.document?.querySelector('script[data-ghost]');
  return `${isOnPage ? location.pathname + location.search : `${src}/`}#/portal/${path}`;
}
