import type { Bus } from './bus.js';

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
