/** Time that stands still until a test moves it. It takes the place of `Date`, `setTimeout` and `clearTimeout`. */
export class FakeClock {
  /** Milliseconds since the epoch. */
  now: number;
  readonly #timers = new Map<number, { readonly at: number; readonly delay: number; readonly run: () => void }>();
  readonly #real = { Date: globalThis.Date, setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  #ids = 0;

  constructor(start: string) {
    this.now = Date.parse(start);
  }

  /** How long each timer that is set was asked to wait, in milliseconds. */
  get delays(): readonly number[] {
    return [...this.#timers.values()].map(({ delay }) => delay);
  }

  install(): void {
    const present = (): number => this.now;
    const RealDate = this.#real.Date;
    globalThis.Date = class extends RealDate {
      constructor(value: number | string = present()) {
        super(value);
      }
      static override now = present;
    } as DateConstructor;
    globalThis.setTimeout = ((run: () => void, delay = 0) => {
      // A browser keeps the delay in 32 bits with a sign: what is longer fires at once.
      if (delay > 2 ** 31 - 1) throw new RangeError(`A timer cannot wait for ${delay} ms.`);
      this.#timers.set(++this.#ids, { at: this.now + delay, delay, run });
      return this.#ids;
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((id: number) => this.#timers.delete(id)) as unknown as typeof clearTimeout;
  }

  uninstall(): void {
    Object.assign(globalThis, this.#real);
  }

  /** Moves to a moment, and runs what was to run until then, each at its own time. */
  moveTo(time: string | number): void {
    const end = typeof time === 'number' ? time : Date.parse(time);
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
      if (!due) break;
      const [id, { at, run }] = due;
      this.#timers.delete(id);
      this.now = Math.max(this.now, at);
      run();
    }
    this.now = end;
  }
}
