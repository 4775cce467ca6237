import type { GuestField } from '../../model/adapter.js';
import { forget, recall, remember } from '../page/preferences.js';

export type GuestValues = Readonly<Partial<Record<GuestField, string>>>;

/** The preference that holds what a guest wants remembered. */
const NAME = 'guest';

/**
 * What a guest has entered in any form of the section. All forms share it, so that nobody says twice who they are. It outlives
 * the page only where the guest asks for that: the device may be a library's.
 */
export class GuestEntries {
  #values = recall<GuestValues>(NAME) ?? {};

  get values(): GuestValues {
    return this.#values;
  }

  get areRemembered(): boolean {
    return recall(NAME) !== undefined;
  }

  enter(values: GuestValues | undefined): void {
    this.#values = { ...this.#values, ...values };
    if (this.areRemembered) remember(NAME, this.#values);
  }

  /** Keeps the entries on this device from now on, or forgets what was kept. */
  remember(isWanted: boolean): void {
    if (isWanted) remember(NAME, this.#values);
    else forget(NAME);
  }

  /** Somebody has signed in: the next guest on this page may be someone else. What was to be remembered stays. */
  clear(): void {
    this.#values = recall<GuestValues>(NAME) ?? {};
  }
}
