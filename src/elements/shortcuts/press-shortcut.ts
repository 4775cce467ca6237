import type { ReadingFeatures } from '../reading-features.js';
import type { LazyModule } from '../lazy-module.js';

/** Carries out the shortcut that a key may be. The first key fetches the code for it. */
export async function pressShortcut(event: KeyboardEvent, features: LazyModule<ReadingFeatures>): Promise<void> {
  // Read at once: an event forgets its target when it has been dispatched.
  const target = event.target as Element;
  // Most keys in a section are typed into its forms.
  if (target.closest('textarea, input, select')) return;
  // Without waiting where the code is there: a shortcut prevents the key's default.
  const reading = features.module ?? (await features.load());
  const shortcuts = reading?.shortcuts.module ?? (await reading?.shortcuts.load());
  await shortcuts?.press(event, target);
}
