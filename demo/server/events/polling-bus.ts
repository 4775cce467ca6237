import type { Bus } from './bus.js';

/** For databases without LISTEN: what happens at other instances is seen a moment later. */
export class PollingBus implements Bus {
  readonly #milliseconds: number;
  #onNews: (discussion?: string) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds = 1000) {
    this.#milliseconds = milliseconds;
  }

  async start(onNews: (discussion?: string) => void): Promise<void> {
    this.#onNews = onNews;
    this.#timer = setInterval(() => onNews(), this.#milliseconds);
  }

  async announce(discussion: string): Promise<void> {
    this.#onNews(discussion);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#onNews = () => undefined;
  }
}
