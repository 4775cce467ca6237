/** The clock of demo servers in tests. It stands still until a test moves it. */
export class ServerClock {
  /** Milliseconds since the epoch. Starts at the real time, by which browsers and the signers of tokens go. */
  #now = Date.now();

  readonly now = (): Date => new Date(this.#now);

  advance({ minutes }: { readonly minutes: number }): void {
    this.#now += minutes * 60_000;
  }
}
