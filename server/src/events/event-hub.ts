import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { readEvents } from './read-events.js';
import { messageOf, type EventStream } from './event-stream.js';

/** Seconds between heartbeats. Each also polls for changes, in case a message was lost. */
const heartbeatSeconds = 20;

/** All open streams of this instance. Reads the events of a discussion once for all its followers. */
export class EventHub {
  readonly #store: Store;
  readonly #streams = new Map<string, Set<EventStream>>();
  /** Discussions being read; `again` if they have changed meanwhile. */
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
    this.#timer = setInterval(() => this.#heartbeat(), heartbeatSeconds * 1000);
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
    // The caller closes the database next.
    await Promise.all(this.#runs);
  }

  #all(): readonly EventStream[] {
    return [...this.#streams.values()].flatMap((streams) => [...streams]);
  }

  #heartbeat(): void {
    for (const stream of this.#all()) {
      if (stream.isDue) stream.end();
      else stream.heartbeat();
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
      // Ends the streams rather than leave them silent. Clients reconnect at their last position.
      console.error('Failed to read events.', error);
      for (const stream of this.#streams.get(discussion) ?? []) stream.end();
    } finally {
      this.#reading.delete(discussion);
    }
  }

  /** Advances all streams of a discussion by one batch, grouped by position. Returns whether any advanced. */
  async #advance(discussion: string): Promise<boolean> {
    const streams = [...(this.#streams.get(discussion) ?? [])];
    let hasAdvanced = false;
    for (const position of new Set(streams.map((stream) => stream.position))) {
      // All readers without an identity are the same caller, so their events are written once.
      const byCaller = groupByCaller(streams.filter((stream) => stream.position === position));
      const batch = await readEvents(this.#store, discussion, position, [...byCaller.keys()]);
      for (const [index, group] of [...byCaller.values()].entries()) {
        const message = messageOf(batch.events[index] ?? []);
        for (const stream of group) stream.send(message, batch.position);
      }
      hasAdvanced ||= batch.position !== position;
    }
    return hasAdvanced;
  }
}

function groupByCaller(streams: readonly EventStream[]): ReadonlyMap<Caller, readonly EventStream[]> {
  const groups = new Map<Caller, EventStream[]>();
  for (const stream of streams) {
    const group = groups.get(stream.caller);
    if (group) group.push(stream);
    else groups.set(stream.caller, [stream]);
  }
  return groups;
}
