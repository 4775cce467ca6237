import type { Bus } from './bus.js';

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
