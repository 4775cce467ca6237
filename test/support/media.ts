/** How a test looks at the section as other readers do: in dark, in forced colours, in print. */
import { executeServerCommand } from '@web/test-runner-commands';
import { engine, runsHere } from './engine.js';

/** WebKit's driver emulates no media. */
const canEmulate = engine !== 'WebKit';

/** What is emulated, by the values of the media queries. */
const emulated = { media: '', colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' };

async function emulate(change: Partial<typeof emulated>): Promise<void> {
  Object.assign(emulated, change);
  await executeServerCommand('emulated-media', emulated);
}

/** What the reader has asked their system for, and what it is printed on. */
const media = {
  'forced colours': [{ forcedColors: 'active' }, { forcedColors: 'none' }],
  'less motion': [{ reducedMotion: 'reduce' }, { reducedMotion: 'no-preference' }],
  print: [{ media: 'print' }, { media: '' }],
} as const;

/** Declares tests for readers with `medium`, in engines whose driver can emulate it. `leftOut` lists them for the others. */
export function describeIn(medium: keyof typeof media, title: string, body: () => void): void {
  if (!runsHere(title, ['WebKit'])) return;
  const [start, end] = media[medium];
  describe(title, () => {
    before(() => emulate(start));
    after(() => emulate(end));
    body();
  });
}

/**
 * Shows the page to a reader who prefers `scheme`. The page follows them, and says so in a way that axe can read. In engines whose
 * driver cannot emulate the preference, the page has the scheme itself.
 */
export async function setColorScheme(scheme: 'light' | 'dark'): Promise<void> {
  if (canEmulate) await emulate({ colorScheme: scheme });
  document.documentElement.style.setProperty('color-scheme', canEmulate ? 'light dark' : scheme);
}

/** The page is as before `setColorScheme`. */
export async function resetColorScheme(): Promise<void> {
  if (canEmulate) await emulate({ colorScheme: 'light' });
  document.documentElement.style.removeProperty('color-scheme');
}
