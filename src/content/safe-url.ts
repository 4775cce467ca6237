/**
 * Normalises the target of a link in a comment. Returns undefined if the link is not safe to follow.
 *
 * Only absolute `http:`, `https:` and `mailto:` URLs pass. The URL parser forgives much that no honest author types: it
 * trims leading spaces, drops tabs and line breaks inside the scheme, and reads `https:host`, `https:\host` and
 * `https:///host` as `https://host`. Such a URL is rejected rather than repaired, because a moderator or a filter reading
 * the source would see something other than the browser does. Credentials are rejected for the same reason:
 * `https://bank.example@evil.example` leads to evil.example, and comments have no use for them.
 */
export function safeUrl(href: string | null | undefined): string | undefined {
  if (!href || !/^(?:https?:\/\/[^/\\]|mailto:)\P{Cc}+$/iu.test(href)) return undefined;
  try {
    const url = new URL(href);
    return url.username || url.password ? undefined : url.href;
  } catch {
    // Not a URL, for example `https://[`.
    return undefined;
  }
}

/** Like `safeUrl`, without `mailto:`. */
export function webUrl(href: string | undefined): string | undefined {
  return /^http/i.test(href ?? '') ? safeUrl(href) : undefined;
}

/** Normalises a URL set by the publisher. Unlike a URL in a comment, it may be relative to the page. */
export function pageUrl(href: string | undefined): string | undefined {
  return href && safeUrl(Object.assign(document.createElement('a'), { href }).href);
}
