/**
 * Runs one load for everybody who asks while it is under way, and keeps what it gave. Each asker can leave by its own
 * signal; the load itself is aborted when the last one has left. A load that failed or was aborted is forgotten, so the
 * next asker starts another.
 */
export class SharedLoad<T> {
  readonly #load: (signal: AbortSignal) => Promise<T>;
  #current: { readonly result: Promise<T>; readonly controller: AbortController; askers: number; settled: boolean } | undefined;

  constructor(load: (signal: AbortSignal) => Promise<T>) {
    this.#load = load;
  }

  async get(signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const current = (this.#current ??= this.#start());
    current.askers++;
    let leave = () => {};
    const left = new Promise<never>((_resolve, reject) => {
      leave = () => reject(signal.reason as Error);
      signal.addEventListener('abort', leave);
    });
    try {
      const result = await Promise.race([current.result, left]);
      // What has been loaded already wins the race against an abort of the same moment.
      signal.throwIfAborted();
      return result;
    } finally {
      signal.removeEventListener('abort', leave);
      current.askers--;
      if (current.askers === 0 && !current.settled) {
        if (this.#current === current) this.#current = undefined;
        current.controller.abort(signal.reason);
      }
    }
  }

  #start() {
    const controller = new AbortController();
    const current = { result: this.#load(controller.signal), controller, askers: 0, settled: false };
    current.result.then(
      () => {
        current.settled = true;
      },
      () => {
        // The askers get the error through `result`; here it only has to be forgotten.
        current.settled = true;
        if (this.#current === current) this.#current = undefined;
      },
    );
    return current;
  }
}
