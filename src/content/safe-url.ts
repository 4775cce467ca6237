/**
 * The address of a link that another person wrote, or nothing.
 *
 * Only absolute `http:`, `https:` and `mailto:` addresses pass. The URL parser forgives much that no honest author types:
 * it trims leading spaces, drops tabs and line breaks inside the scheme, and takes `https:host`, `https:\host` and
 * `https:///host` for `https://host`. Such an address is refused rather than repaired, because whoever reads the source
 * (a moderator, a filter at the backend) reads something else than the browser does. Credentials are refused for the same
 * reason: `https://bank.example@evil.example` leads to evil.example, and a comment never needs them.
 */
export function safeUrl(href: string | null | undefined): string | undefined {
  if (!href || !/^(?:https?:\/\/[^/\\]|mailto:)\P{Cc}+$/iu.test(href)) return undefined;
  try {
    const url = new URL(href);
    return url.username || url.password ? undefined : url.href;
  } catch {
    // No address at all, such as `https://[`.
    return undefined;
  }
}

/** An address that the page's own author wrote, which may be relative to the page. */
export function pageUrl(href: string | undefined): string | undefined {
  return href && safeUrl(Object.assign(document.createElement('a'), { href }).href);
}
