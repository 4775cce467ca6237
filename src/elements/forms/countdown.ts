import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Counts down in seconds, and redraws its element at each. */
export class Countdown implements ReactiveController {
  /** Milliseconds left. */
  left = 0;
  readonly #host: ReactiveControllerHost;
  readonly #onEnd: () => void;
  /** In milliseconds since the epoch; 0 while nothing is counted. */
  #end = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, onEnd: () => void = () => undefined) {
    this.#host = host;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  get isRunning(): boolean {
    return this.left > 0;
  }

  /** `seconds`: from now on. */
  start(seconds: number): void {
    this.#end = Date.now() + seconds * 1000;
    this.hostConnected();
  }

  /** The end may have come while the element was off the page. */
  hostConnected(): void {
    clearInterval(this.#timer);
    if (!this.#end) return;
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.#tick();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    this.left = Math.max(0, this.#end - Date.now());
    this.#host.requestUpdate();
    if (this.isRunning) return;
    clearInterval(this.#timer);
    this.#end = 0;
    this.#onEnd();
  }
}
