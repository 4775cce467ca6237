/** Removes the slashes at the end of a URL, so that a path can follow. */
export const withoutTrailingSlash = (url: string): string => url.replace(/\/+$/, '');
