import type { Call, Comment } from '../../model/adapter.js';
import { isOfKind } from '../shared/error-kinds.js';
import { SharedTask } from '../shared/shared-task.js';
import type { MastodonClient } from './client.js';
import type { Account, Status } from './entities.js';
import { type Ability, type InstanceTraits, loadInstance } from './instance.js';
import { mapStatus } from './mapping.js';
import { parseStatusId } from './status-id.js';

/** What has been learned of an instance and of those who write there: a comment depends on it besides its status. */
export class Knowledge {
  /** Of those who have written a status that was read, by id. */
  readonly accounts = new Map<string, Account>();
  readonly #client: MastodonClient;
  /** The discussed statuses that have been asked for, by id. */
  readonly #roots = new Map<string, Promise<Status>>();
  readonly #rootAuthorIds = new Map<string, string>();
  /** What the instance does not do, as far as is known. */
  readonly #lacking = new Set<Ability>();
  #traits: SharedTask<InstanceTraits> | undefined;

  constructor(client: MastodonClient) {
    this.#client = client;
  }

  /** What the instance says of itself, which is asked once. */
  traits({ signal }: Call): Promise<InstanceTraits> {
    if (!this.#traits || this.#traits.status === 'failed')
      this.#traits = new SharedTask(async (shared) => {
        const traits = await loadInstance(this.#client, { signal: shared });
        for (const ability of traits.lacking) this.#lacking.add(ability);
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
   * Whatever comments depend on, as far as it is on its way. Where it fails, `open` says so, and the comments are shown all the
   * same.
   */
  async beforeMapping(rootId: string, call: Call): Promise<void> {
    const traits = this.#client.hasToken ? this.traits(call) : undefined;
    await Promise.allSettled([traits, this.#roots.get(rootId)]);
  }

  /** A call that an instance may refuse because it does no such thing. From the next list on, no comment offers it. */
  async learnFrom<T>(ability: Ability, result: Promise<T>): Promise<T> {
    try {
      return await result;
    } catch (error) {
      if (isOfKind(error, 'unsupported')) this.#lacking.add(ability);
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
      lacking: this.#lacking,
    });
  }

  async #readRoot(id: string, call: Call): Promise<Status> {
    const status = await this.#client.status(id, call);
    this.#rootAuthorIds.set(id, status.account.id);
    this.accounts.set(status.account.id, status.account);
    return status;
  }
}
