import type { ReactiveControllerHost } from 'lit';
import { AdapterError } from '../model/adapter.js';

/** How long a busy page may put off what is fetched when it is idle, in milliseconds. */
const IDLE_TIMEOUT = 2000;

/** A part of an element that is fetched on demand. A failure is kept, so that it can be shown and tried again. */
export class LazyModule<Module> {
  module: Module | undefined;
  error: AdapterError | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Module>;
  #loading: Promise<Module | undefined> | undefined;
  #isScheduled = false;

  constructor(host: ReactiveControllerHost, fetch: () => Promise<Module>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** Resolves once the module is there and the element is drawn with it; with undefined when it cannot be fetched. */
  readonly load = (): Promise<Module | undefined> => {
    this.#loading ??= this.#attempt();
    return this.#loading;
  };

  /** The module if it is there; otherwise starts fetching it, unless that has failed. */
  request(): Module | undefined {
    if (!this.error) void this.load();
    return this.module;
  }

  /** Requests the module once the browser is idle. */
  requestWhenIdle(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    // Safari has no requestIdleCallback.
    const { requestIdleCallback = setTimeout as typeof globalThis.requestIdleCallback } = globalThis;
    requestIdleCallback(() => this.request(), { timeout: IDLE_TIMEOUT });
  }

  async #attempt(): Promise<Module | undefined> {
    try {
      this.module = await this.#fetch();
      this.error = undefined;
    } catch (cause) {
      this.error = new AdapterError('network', '', { cause });
      this.#loading = undefined;
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.module;
  }
}
