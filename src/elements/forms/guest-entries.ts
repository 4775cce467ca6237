import type { GuestField } from '../../model/adapter.js';
import { areTexts } from '../../model/drafts/stored-draft.js';
import { forget, recall, remember } from '../page/preferences.js';

export type GuestValues = Readonly<Partial<Record<GuestField, string>>>;

/** The preference that holds the remembered details of a guest. */
const NAME = 'guest';

/**
 * The details that a guest has entered, shared by all forms of the section. They are stored on the device only if the guest asks for it,
 * because other people may use the same device.
 */
export class GuestEntries {
  #values = recallValues() ?? {};

  get values(): GuestValues {
    return this.#values;
  }

  get areRemembered(): boolean {
    return recallValues() !== undefined;
  }

  enter(values: GuestValues | undefined): void {
    this.#values = { ...this.#values, ...values };
    if (this.areRemembered) remember(NAME, this.#values);
  }

  /** Stores the entries on this device from now on, or removes them. */
  remember(isWanted: boolean): void {
    if (isWanted) remember(NAME, this.#values);
    else forget(NAME);
  }

  /** Drops entries that are not remembered. Called after a sign-in: the next guest may be a different person. */
  clear(): void {
    this.#values = recallValues() ?? {};
  }
}

function recallValues(): GuestValues | undefined {
  return recall(NAME, areTexts);
}
