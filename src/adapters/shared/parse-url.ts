/** Parses a URL. Returns undefined if the text is not one. `URL.canParse` requires Chromium 120 and Safari 17. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
