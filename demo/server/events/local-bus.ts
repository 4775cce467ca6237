import type { Bus } from './bus.js';

/** For a server that is alone with its database. */
export class LocalBus implements Bus {
  #onNews: (discussion?: string) => void = () => undefined;

  async start(onNews: (discussion?: string) => void): Promise<void> {
    this.#onNews = onNews;
  }

  async announce(discussion: string): Promise<void> {
    this.#onNews(discussion);
  }

  async stop(): Promise<void> {
    this.#onNews = () => undefined;
  }
}
