import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often what the page says of the present is looked at again, in milliseconds. */
const TICK = 20_000;

/** Has its element drawn again when time has passed or the address is another: one clock for all times on the page. */
export class PageController implements ReactiveController {
  readonly #update: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#update = (): void => host.requestUpdate();
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen('addEventListener');
    this.#timer = setInterval(this.#update, TICK);
  }

  hostDisconnected(): void {
    this.#listen('removeEventListener');
    clearInterval(this.#timer);
  }

  /** The address may name another article or comment; in a window that was away, time has passed. */
  #listen(action: 'addEventListener' | 'removeEventListener'): void {
    for (const change of ['hashchange', 'popstate', 'focus']) window[action](change, this.#update);
  }
}
