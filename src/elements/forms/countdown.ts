import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Counts down, and updates its element every second. */
export class Countdown implements ReactiveController {
  /** Milliseconds left. */
  left = 0;
  readonly #host: ReactiveControllerHost;
  readonly #onEnd: () => void;
  /** In milliseconds since the epoch; 0 while not running. */
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

  /** Starts to count down from `seconds`. */
  start(seconds: number): void {
    this.#end = Date.now() + seconds * 1000;
    this.hostConnected();
  }

  /** Catches up: the end may have passed while the element was disconnected. */
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
