import type { Bus } from './bus.js';

type Listener = (discussion?: string) => void;

/** One bus for all sites of a server. Each of them hears of its own discussions only. */
export class SharedBus {
  readonly #bus: Bus;
  readonly #listeners = new Map<string, Listener>();

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  start(): Promise<void> {
    return this.#bus.start((message) => this.#receive(message));
  }

  stop(): Promise<void> {
    return this.#bus.stop();
  }

  /** The bus of the site with this id; empty for the only site of a server. */
  of(site: string): Bus {
    return {
      start: async (onChange) => void this.#listeners.set(site, onChange),
      publish: (discussion) => this.#bus.publish(site === '' ? discussion : `${site}/${discussion}`),
      stop: async () => void this.#listeners.delete(site),
    };
  }

  #receive(message: string | undefined): void {
    if (message === undefined) {
      for (const listener of this.#listeners.values()) listener();
      return;
    }
    // Ids of sites and of discussions have no slash.
    const slash = message.indexOf('/');
    this.#listeners.get(message.slice(0, Math.max(slash, 0)))?.(message.slice(slash + 1));
  }
}
