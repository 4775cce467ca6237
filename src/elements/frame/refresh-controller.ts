import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often relative times are brought up to date, in milliseconds. */
const INTERVAL = 20_000;

/**
 * Redraws its element when something outside it may have changed: the time, for "3 minutes ago"; the address, which may name
 * another article or comment; preferences set in another tab. One timer for all times on the page.
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
    // `focus`: timers are throttled in a window in the background.
    for (const type of ['hashchange', 'popstate', 'focus', 'storage']) addEventListener(type, update, { signal });
    const timer = setInterval(update, INTERVAL);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  hostDisconnected(): void {
    this.#disconnected.abort();
  }
}
