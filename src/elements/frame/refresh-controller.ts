import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often relative times are refreshed, in milliseconds. */
const INTERVAL = 20_000;

/**
 * Refreshes relative times such as "3 minutes ago". Updates the element every 20 seconds, and when the address, which may name another
 * article or comment, or a preference changes. One timer serves all times in the section.
 */
export class RefreshController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #disconnected = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#disconnected = new AbortController());
    const update = (): void => this.#host.requestUpdate();
    // `focus`: browsers throttle timers of background windows.
    for (const type of ['hashchange', 'popstate', 'focus', 'storage']) addEventListener(type, update, { signal });
    const timer = setInterval(update, INTERVAL);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  hostDisconnected(): void {
    this.#disconnected.abort();
  }
}
