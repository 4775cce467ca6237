/** How a test looks at the section as other readers do: in dark, in forced colours, in print. */
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import { engine, skippedTitle } from './engine.js';

/** Only Chromium's driver emulates media. */
const isChromium = engine === 'Chromium';

/** What the reader has asked their system for, and what it is printed on. */
const media = {
  'forced colours': {
    start: () => executeServerCommand('forced-colors', 'active'),
    end: () => executeServerCommand('forced-colors', 'none'),
  },
  'less motion': {
    start: () => emulateMedia({ reducedMotion: 'reduce' }),
    end: () => emulateMedia({ reducedMotion: 'no-preference' }),
  },
  print: {
    start: () => emulateMedia({ media: 'print' }),
    end: () => emulateMedia({ media: 'screen' }),
  },
} as const;

/** Declares tests for readers with `medium`. Where the engine's driver cannot emulate it, they are skipped, and their title says why. */
export function describeIn(medium: keyof typeof media, title: string, body: () => void): void {
  if (!isChromium) return void describe.skip(skippedTitle(title, `its driver cannot emulate ${medium}`), body);
  describe(title, () => {
    before(() => media[medium].start());
    after(() => media[medium].end());
    body();
  });
}

/**
 * Shows the page to a reader who prefers `scheme`. The page follows them, and says so in a way that axe can read. In engines whose
 * driver cannot emulate the preference, the page has the scheme itself.
 */
export async function setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
  if (isChromium) await emulateMedia({ colorScheme: scheme });
  document.documentElement.style.setProperty('color-scheme', isChromium ? 'light dark' : scheme);
}

/** The page is as before `setColorScheme`. */
export async function resetColorScheme(): Promise<void> {
  if (isChromium) await emulateMedia({ colorScheme: 'light' });
  document.documentElement.style.removeProperty('color-scheme');
}
