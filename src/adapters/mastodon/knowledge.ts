import type { Call, Comment } from '../../model/adapter.js';
import { isOfKind } from '../shared/errors.js';
import { SharedTask } from '../shared/tasks.js';
import type { MastodonClient } from './client.js';
import type { Account, Status } from './entities.js';
import { type Ability, type InstanceTraits, loadInstance } from './instance.js';
import { mapStatus } from './mapping.js';
import { parseStatusId } from './status-id.js';

/** What is known about an instance and its accounts. Comments depend on it in addition to their status. */
export class Knowledge {
  /** The authors of the statuses that have been read, by id. */
  readonly accounts = new Map<string, Account>();
  readonly #client: MastodonClient;
  /** The requests for the discussed statuses, by id. */
  readonly #roots = new Map<string, Promise<Status>>();
  readonly #rootAuthorIds = new Map<string, string>();
  /** The actions that the instance is known not to support. */
  readonly #unsupported = new Set<Ability>();
  #traits: SharedTask<InstanceTraits> | undefined;

  constructor(client: MastodonClient) {
    this.#client = client;
  }

  /** The properties of the instance. Requested once. */
  traits({ signal }: Call): Promise<InstanceTraits> {
    if (!this.#traits || this.#traits.status === 'failed')
      this.#traits = new SharedTask(async (shared) => {
        const traits = await loadInstance(this.#client, { signal: shared });
        for (const ability of traits.unsupported) this.#unsupported.add(ability);
        return traits;
      });
    return this.#traits.join(signal);
  }

  /** Reads a discussed status. */
  loadRoot(id: string, call: Call): Promise<Status> {
    const root = this.#readRoot(id, call);
    this.#roots.set(id, root);
    return root;
  }

  /**
   * Waits for the pending requests that comments depend on. If they fail, `open` reports the error, and the comments are still shown.
   */
  async beforeMapping(rootId: string, call: Call): Promise<void> {
    const traits = this.#client.hasToken ? this.traits(call) : undefined;
    await Promise.allSettled([traits, this.#roots.get(rootId)]);
  }

  /** Settles like a call that the instance may not support. In that case, comments do not offer the action from the next list on. */
  async recordUnsupported<T>(ability: Ability, result: Promise<T>): Promise<T> {
    try {
      return await result;
    } catch (error) {
      if (isOfKind(error, 'unsupported')) this.#unsupported.add(ability);
      throw error;
    }
  }

  toComments(key: string, statuses: readonly Status[]): readonly Comment[] {
    for (const { account } of statuses) this.accounts.set(account.id, account);
    return statuses.map((status) => this.toComment(key, status));
  }

  toComment(key: string, status: Status): Comment {
    const rootId = parseStatusId(key);
    return mapStatus(status, {
      rootId,
      rootAuthorId: this.#rootAuthorIds.get(rootId),
      accounts: this.accounts,
      unsupported: this.#unsupported,
    });
  }

  async #readRoot(id: string, call: Call): Promise<Status> {
    const status = await this.#client.status(id, call);
    this.#rootAuthorIds.set(id, status.account.id);
    this.accounts.set(status.account.id, status.account);
    return status;
  }
}
