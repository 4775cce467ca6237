import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often what the page says of the present is looked at again, in milliseconds. */
const TICK = 20_000;

/** One clock for all relative times of an element. It stands still in a hidden tab and is right again when that is shown. */
export class ClockController implements ReactiveController {
  now = Date.now();
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#run);
    this.#run();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#run);
    clearInterval(this.#timer);
  }

  hostUpdate(): void {
    this.now = Date.now();
  }

  readonly #run = (): void => {
    clearInterval(this.#timer);
    if (document.visibilityState === 'hidden') return;
    this.#timer = setInterval(() => this.#host.requestUpdate(), TICK);
    this.#host.requestUpdate();
  };
}
