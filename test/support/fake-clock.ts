import { nextTask } from './next-task.js';

interface Timer {
  readonly at: number;
  readonly delay: number;
  readonly repeats: boolean;
  readonly run: () => void;
}

const real = {
  Date: globalThis.Date,
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
};

/** A browser keeps a delay as a signed 32-bit integer; a timer with a longer one fires at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** Lets the browser become idle and the section load what it loads then, as happens before time passes for a reader. */
async function settle(): Promise<void> {
  if ('requestIdleCallback' in globalThis)
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
  await import('../../src/elements/features.js');
  await nextTask();
}

/**
 * A clock that stands still until a test moves it. It replaces `Date` and the timers; promises, frames and the browser's
 * own events go on.
 */
export class FakeClock {
  /** Milliseconds since the epoch. */
  now: number;
  readonly #timers = new Map<number, Timer>();
  /** Above the ids of the browser's own timers. */
  #lastId = 1_000_000;

  /** `start`: ISO 8601. */
  constructor(start: string) {
    this.now = real.Date.parse(start);
  }

  static installAt(start: string): FakeClock {
    const clock = new FakeClock(start);
    clock.install();
    return clock;
  }

  /** The delay of each waiting timer, in milliseconds. */
  get delays(): readonly number[] {
    return [...this.#timers.values()].map(({ delay }) => delay);
  }

  /** How many timers are waiting. */
  get waiting(): number {
    return this.#timers.size;
  }

  install(): void {
    const now = (): number => this.now;
    class FakeDate extends real.Date {
      constructor(value: number | string | Date = now()) {
        super(value);
      }
      static override now = now;
    }
    const add = (run: () => void, wanted: number, repeats: boolean): number => {
      // As browsers do: an object, such as the options of `requestIdleCallback`, is no delay.
      const delay = Number(wanted) || 0;
      if (delay > LONGEST_DELAY) throw new RangeError(`A timer cannot wait for ${delay} ms.`);
      this.#timers.set(++this.#lastId, { at: this.now + delay, delay, repeats, run });
      return this.#lastId;
    };
    // A timer that was set before the clock was installed is the browser's own.
    const clear = (id: number | undefined): void => {
      if (id !== undefined && !this.#timers.delete(id)) real.clearTimeout.call(globalThis, id);
    };
    Object.assign(globalThis, {
      Date: FakeDate,
      setTimeout: (run: () => void, delay = 0) => add(run, delay, false),
      setInterval: (run: () => void, delay = 1) => add(run, Math.max(1, delay), true),
      clearTimeout: clear,
      clearInterval: clear,
    });
  }

  uninstall(): void {
    Object.assign(globalThis, real);
  }

  /** Moves to a time and runs the timers that fall due until then, in one task. */
  moveTo(time: string | number): void {
    const end = typeof time === 'number' ? time : real.Date.parse(time);
    while (this.#runNext(end));
    this.now = end;
  }

  /** Moves on. What a timer leads to happens before the next one runs. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    await settle();
    while (this.#runNext(end)) await nextTask();
    this.now = end;
  }

  /** Runs the first timer that is due by `end`, at its own time. Returns false when there is none. */
  #runNext(end: number): boolean {
    const [due] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at);
    if (!due) return false;
    const [id, timer] = due;
    this.now = Math.max(this.now, timer.at);
    if (timer.repeats) this.#timers.set(id, { ...timer, at: timer.at + timer.delay });
    else this.#timers.delete(id);
    timer.run();
    return true;
  }
}
