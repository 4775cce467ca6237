/** A clock that moves when a test says so, for `Date` and the timers alone: promises, frames and the browser's own events go on as ever. */
interface Timer {
  readonly at: number;
  readonly every: number | undefined;
  readonly run: () => void;
}

/** The browser's own, for everything that has to go on while time stands still. */
export const realSetTimeout = globalThis.setTimeout.bind(globalThis);

const real = {
  Date: globalThis.Date,
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
};

/** Lets everything happen that is due without any timer: promises, and what the browser does between two tasks. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    realSetTimeout(resolve, 0);
  });
}

/** Before time passes for a reader, the browser has been idle, and what a section puts off until then has come. */
async function comeToRest(): Promise<void> {
  if ('requestIdleCallback' in globalThis) await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
  await import('../../src/elements/browsing.js');
  await nextTask();
}

export class FakeTime {
  #now: number;
  #last = 1_000_000;
  readonly #timers = new Map<number, Timer>();

  /** Time stands still at `start` (ISO 8601) from here on, until `restore`. */
  constructor(start: string) {
    this.#now = real.Date.parse(start);
    const now = (): number => this.#now;
    class FakeDate extends real.Date {
      constructor(...parts: [] | [number | string | Date]) {
        super(parts.length === 0 ? now() : parts[0]);
      }
      static override now(): number {
        return now();
      }
    }
    const add = (run: () => void, delay = 0, every?: number): number => {
      this.#timers.set(++this.#last, { at: this.#now + delay, every, run });
      return this.#last;
    };
    // A timer that was set before time was stopped is the browser's own, and is still to be cleared there.
    const clear = (id: number | undefined): void => {
      if (id !== undefined && !this.#timers.delete(id)) real.clearTimeout.call(globalThis, id);
    };
    Object.assign(globalThis, {
      Date: FakeDate,
      setTimeout: (run: () => void, delay?: number) => add(run, delay),
      setInterval: (run: () => void, delay = 1) => add(run, delay, delay),
      clearTimeout: clear,
      clearInterval: clear,
    });
  }

  /** How many timers are waiting. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Lets time pass: what falls due runs in its order, and what it leads to happens before the next. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await comeToRest();
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
      if (!due) break;
      const [id, timer] = due;
      this.#now = Math.max(this.#now, timer.at);
      if (timer.every === undefined) this.#timers.delete(id);
      else this.#timers.set(id, { ...timer, at: timer.at + Math.max(1, timer.every) });
      timer.run();
      await nextTask();
    }
    this.#now = end;
  }

  restore(): void {
    Object.assign(globalThis, real);
  }
}
