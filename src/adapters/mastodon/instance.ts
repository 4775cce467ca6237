import type { Call } from '../../model/adapter.js';
import { orUndefined } from '../shared/errors.js';
import type { MastodonClient } from './client.js';
import { instance } from './entities.js';

/** An action that not every server with Mastodon's API supports. */
export type Ability = 'remove' | 'report';

/** The properties that an instance reports. */
export interface InstanceTraits {
  /** The maximum length of a status. Undefined if it is not reported. */
  readonly maxLength: number | undefined;
  readonly unsupported: readonly Ability[];
}

/** Loads the description of an instance. */
export async function loadInstance(client: MastodonClient, call: Call): Promise<InstanceTraits> {
  const found =
    (await orUndefined(client.request({ path: '/api/v2/instance' }, call, instance), 'not-found')) ??
    // Mastodon before 4.0 and other servers.
    (await orUndefined(client.request({ path: '/api/v1/instance' }, call, instance), 'not-found'));
  return {
    maxLength: found?.configuration?.statuses?.max_characters,
    // It calls itself "4.0.0 (not true; really snac/2.75)".
    unsupported: /\bsnac\//.test(found?.version ?? '') ? ['remove', 'report'] : [],
  };
}
