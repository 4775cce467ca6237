import type { ReactiveControllerHost } from 'lit';
import { AdapterError } from '../../model/adapter.js';

/** A part of an element that only some readers need, fetched when one of them does. A failure is kept, to be shown and tried again. */
export class LazyModule<Module> {
  module: Module | undefined;
  error: AdapterError | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Module>;
  #loading: Promise<boolean> | undefined;
  #isPutOff = false;

  constructor(host: ReactiveControllerHost, fetch: () => Promise<Module>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** Resolves when the part is there and drawn, with false when it could not be fetched. */
  readonly load = (): Promise<boolean> => {
    this.#loading ??= this.#attempt();
    return this.#loading;
  };

  /** The part, once it is there; what failed is not asked for by itself again and again. */
  wanted(): Module | undefined {
    if (!this.error) void this.load();
    return this.module;
  }

  /** Does something with the part: at once where it is there, else as soon as it is; not at all where it cannot be fetched. */
  async use(action: (module: Module) => unknown): Promise<void> {
    if (!this.module) await this.load();
    if (this.module) await action(this.module);
  }

  /** Fetches the part once the browser has nothing better to do, and on a page that never rests after two seconds. */
  loadWhenIdle(): void {
    // Once is enough, also because what failed is not asked for by itself again and again.
    if (this.#isPutOff) return;
    this.#isPutOff = true;
    // Safari has no such callback; by then the comments are on the page all the same.
    const { requestIdleCallback = setTimeout as typeof globalThis.requestIdleCallback } = globalThis;
    requestIdleCallback(() => this.wanted(), { timeout: 2000 });
  }

  async #attempt(): Promise<boolean> {
    try {
      this.module = await this.#fetch();
      this.error = undefined;
    } catch (cause) {
      this.error = new AdapterError('network', '', { cause });
      this.#loading = undefined;
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.module !== undefined;
  }
}
