import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { readEvents } from './read-events.js';
import type { EventStream } from './event-stream.js';

/** Seconds between two signs of life. Each also looks for news that nobody told of. */
const heartbeat = 20;

/** Seconds after which a stream ends, to be asked for anew: by somebody whose rights may have changed. */
const streamLife = 900;

/** All open streams of this instance. A discussion in which something happened is read once, for everybody who follows it. */
export class EventHub {
  readonly #store: Store;
  readonly #streams = new Map<string, Set<EventStream>>();
  /** Discussions that are being read, and whether something happened meanwhile. */
  readonly #reading = new Map<string, 'current' | 'again'>();
  readonly #runs = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(store: Store) {
    this.#store = store;
  }

  async start(): Promise<void> {
    await this.#store.bus.start((discussion) => {
      for (const id of discussion === undefined ? this.#streams.keys() : [discussion]) this.#wake(id);
    });
    this.#timer = setInterval(() => this.#beat(), heartbeat * 1000);
    this.#timer.unref();
  }

  follow(stream: EventStream): void {
    if (this.#isStopped) {
      stream.end();
      return;
    }
    const { discussion } = stream;
    const others = this.#streams.get(discussion) ?? new Set();
    this.#streams.set(discussion, others.add(stream));
    stream.onClose(() => {
      others.delete(stream);
      if (others.size === 0 && this.#streams.get(discussion) === others) this.#streams.delete(discussion);
    });
    this.#wake(discussion);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    for (const stream of this.#all()) stream.end();
    await this.#store.bus.stop();
    // The database is closed next.
    await Promise.all(this.#runs);
  }

  #all(): readonly EventStream[] {
    return [...this.#streams.values()].flatMap((streams) => [...streams]);
  }

  #beat(): void {
    for (const stream of this.#all()) {
      if (stream.age > streamLife) stream.end();
      else stream.beat();
    }
    for (const discussion of this.#streams.keys()) this.#wake(discussion);
  }

  #wake(discussion: string): void {
    if (this.#isStopped || !this.#streams.has(discussion)) return;
    const isBusy = this.#reading.has(discussion);
    this.#reading.set(discussion, isBusy ? 'again' : 'current');
    if (isBusy) return;
    const run = this.#read(discussion).finally(() => this.#runs.delete(run));
    this.#runs.add(run);
  }

  async #read(discussion: string): Promise<void> {
    try {
      do {
        this.#reading.set(discussion, 'current');
        while (await this.#advance(discussion));
      } while (this.#reading.get(discussion) === 'again');
    } catch (error) {
      // The streams end instead of keeping silent: whoever follows comes back with the place where they were.
      console.error('Events could not be read.', error);
      for (const stream of this.#streams.get(discussion) ?? []) stream.end();
    } finally {
      this.#reading.delete(discussion);
    }
  }

  /** Brings all streams of a discussion on by one batch, those at the same place together. Answers whether any moved. */
  async #advance(discussion: string): Promise<boolean> {
    const streams = [...(this.#streams.get(discussion) ?? [])];
    let hasMoved = false;
    for (const position of new Set(streams.map((stream) => stream.position))) {
      const here = streams.filter((stream) => stream.position === position);
      const callers: readonly Caller[] = here.map(({ caller }) => caller);
      const news = await readEvents(this.#store, discussion, position, callers);
      for (const [index, stream] of here.entries()) stream.tell(news.told[index] ?? [], news.position);
      hasMoved ||= news.position !== position;
    }
    return hasMoved;
  }
}
