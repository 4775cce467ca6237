/** The URL that a text is; undefined where it is none. `URL.canParse` would say so only from Chromium 120 and Safari 17 on. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
