import type { Call } from '../../model/adapter.js';
import { orUndefined } from '../shared/error-kinds.js';
import type { MastodonClient } from './client.js';
import type { Instance } from './entities.js';

/** Not every server with Mastodon's API has these. */
export type Ability = 'remove' | 'report';

/** How an instance differs from others, as it says itself. */
export interface InstanceTraits {
  /** The maximum length of a status. Undefined if it does not say. */
  readonly maxLength: number | undefined;
  readonly lacking: readonly Ability[];
}

/** Loads what an instance says of itself. */
export async function loadInstance(client: MastodonClient, call: Call): Promise<InstanceTraits> {
  const instance =
    (await orUndefined(client.request<Instance>('GET', 'v2/instance', call), 'not-found')) ??
    // Mastodon before 4.0 and other servers.
    (await orUndefined(client.request<Instance>('GET', 'v1/instance', call), 'not-found'));
  return {
    maxLength: instance?.configuration?.statuses?.max_characters,
    // It calls itself "4.0.0 (not true; really snac/2.75)".
    lacking: /\bsnac\//.test(instance?.version ?? '') ? ['remove', 'report'] : [],
  };
}
