/** The browser engine that the tests run in, for what its driver cannot do and for what it does differently. */
export type Engine = 'Chromium' | 'Firefox' | 'WebKit';

function detectEngine(): Engine {
  // The headless shell has no `window.chrome`.
  if (navigator.userAgent.includes('Chrome/')) return 'Chromium';
  return navigator.userAgent.includes('Firefox/') ? 'Firefox' : 'WebKit';
}

export const engine = detectEngine();

/** The title of a test that is skipped here. The reporter of skips lists them by the part in brackets. */
export function skippedTitle(title: string, reason: string): string {
  return `${title} [skipped in ${engine}: ${reason}]`;
}

/** Declares a test that is skipped in the engines of `reasons`, each a clause that becomes part of the title. */
export function itExceptIn(
  reasons: Readonly<Partial<Record<Engine, string>>>,
  title: string,
  body: () => void | Promise<void>,
): void {
  const reason = reasons[engine];
  if (reason === undefined) it(title, body);
  else it.skip(skippedTitle(title, reason), body);
}
