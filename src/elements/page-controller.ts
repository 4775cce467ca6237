import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often what the page says of the present is looked at again, in milliseconds. */
const TICK = 20_000;

/** What of the page changes by itself: its address, which may name another article or comment, and the time. */
const CHANGES = ['hashchange', 'popstate', 'focus'] as const;

/** Has its element drawn again when time has passed or the address is another: one clock for all times on the page. */
export class PageController implements ReactiveController {
  readonly #update: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#update = (): void => host.requestUpdate();
    host.addController(this);
  }

  hostConnected(): void {
    for (const change of CHANGES) addEventListener(change, this.#update);
    this.#timer = setInterval(this.#update, TICK);
  }

  hostDisconnected(): void {
    for (const change of CHANGES) removeEventListener(change, this.#update);
    clearInterval(this.#timer);
  }
}
