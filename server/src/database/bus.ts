/**
 * Tells all instances that a discussion has changed. The changes themselves are in the table of events, and the bus only
 * wakes those who follow the discussion, so a lost or repeated message does no harm.
 */
export interface Bus {
  /** Starts to listen. `onChange` gets the id of the discussion, or nothing if any may have changed. One listener at most. */
  start(onChange: (discussion?: string) => void): Promise<void>;
  /** Publishes a committed change. Never rejects: followers also poll. */
  publish(discussion: string): Promise<void>;
  stop(): Promise<void>;
}

/** A bus for a single instance. */
export class LocalBus implements Bus {
  #onChange: (discussion?: string) => void = () => undefined;

  async start(onChange: (discussion?: string) => void): Promise<void> {
    this.#onChange = onChange;
  }

  async publish(discussion: string): Promise<void> {
    this.#onChange(discussion);
  }

  async stop(): Promise<void> {
    this.#onChange = () => undefined;
  }
}

/** A bus for databases without LISTEN. Changes made by other instances arrive with the next poll. */
export class PollingBus implements Bus {
  readonly #interval: number;
  #onChange: (discussion?: string) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(interval = 1000) {
    this.#interval = interval;
  }

  async start(onChange: (discussion?: string) => void): Promise<void> {
    this.#onChange = onChange;
    this.#timer = setInterval(() => onChange(), this.#interval);
  }

  async publish(discussion: string): Promise<void> {
    this.#onChange(discussion);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#onChange = () => undefined;
  }
}

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
