import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often what the page says of the present is looked at again, in milliseconds. */
const TICK = 20_000;

/** Has its element drawn again when time has passed, or when the address or the language is another: one clock for all times on the page. */
export class RefreshController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #stay = new AbortController();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#stay = new AbortController());
    const update = (): void => this.#host.requestUpdate();
    // The address may name another article or comment; in a window that was away, time has passed; somebody may have been muted.
    for (const change of ['hashchange', 'popstate', 'focus', 'storage']) addEventListener(change, update, { signal });
    const timer = setInterval(update, TICK);
    const languages = new MutationObserver(update);
    for (const element of [this.#host, document.documentElement]) languages.observe(element, { attributeFilter: ['lang'] });
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      languages.disconnect();
    });
  }

  hostDisconnected(): void {
    this.#stay.abort();
  }
}
