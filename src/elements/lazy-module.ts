import type { ReactiveControllerHost } from 'lit';
import { AdapterError } from '../model/adapter.js';

/** Longest delay of a download that waits until the browser is idle, in milliseconds. */
const IDLE_TIMEOUT = 2000;

/** A part of an element that is loaded on demand. Keeps a failed download, so that the failure can be shown and the download retried. */
export class LazyModule<Module> {
  /** Undefined until it is loaded. */
  module: Module | undefined;
  /** The module, unless callers of `load` are still waiting for it. */
  ready: Module | undefined;
  /** Why the last download failed. */
  error: AdapterError | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Module>;
  #loading: Promise<Module | undefined> | undefined;
  #isScheduled = false;

  constructor(host: ReactiveControllerHost, fetch: () => Promise<Module>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** Resolves once the module is loaded and the element rendered with it; with undefined if the download failed. */
  readonly load = (): Promise<Module | undefined> => {
    if (!this.#loading) {
      this.#loading = this.#attempt();
      // The first reaction. Those of the callers follow at once.
      const onEnd = (): void => void (this.ready = this.module);
      this.#loading.then(onEnd, onEnd);
    }
    return this.#loading;
  };

  /** Returns the module if it is loaded; otherwise starts loading it, unless that has failed before. */
  request(): Module | undefined {
    if (!this.error) void this.load();
    return this.module;
  }

  /** Whether the module is loaded, or could not be. Starts loading it otherwise. */
  settle(): boolean {
    return Boolean(this.request() ?? this.error);
  }

  /** Requests the module once the browser is idle. */
  requestWhenIdle(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    whenIdle(() => this.request(), IDLE_TIMEOUT);
  }

  async #attempt(): Promise<Module | undefined> {
    try {
      this.module = await this.#fetch();
      this.error = undefined;
    } catch (cause) {
      this.error = new AdapterError('network', '', { cause, stored: 'no' });
      this.#loading = undefined;
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.module;
  }
}

/** Calls `run` once the browser is idle, at the latest after `timeout` milliseconds. */
export function whenIdle(run: () => void, timeout: number): void {
  // Safari has no requestIdleCallback.
  const { requestIdleCallback = setTimeout as typeof globalThis.requestIdleCallback } = globalThis;
  requestIdleCallback(run, { timeout });
}

/** Imports a file together with those that it imports, of which the browser would otherwise learn from the file. */
export async function together<Module>(
  file: Promise<Module>,
  ...imported: readonly Promise<unknown>[]
): Promise<Module> {
  await Promise.all([file, ...imported]);
  return file;
}
