import { Readable } from 'node:stream';
import type { Caller } from '../identity/caller.js';
import { readEvents, type StreamEvent } from './read-events.js';
import type { Store } from './store.js';

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

  /** Number of open streams. */
  get size(): number {
    return this.#all().length;
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
    } catch (err) {
      // Ends the streams rather than leave them silent. Clients reconnect at their last position.
      this.#store.log.error({ err }, 'Failed to read events.');
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

/** Maximum bytes buffered for a slow client. Beyond that the stream ends, and the client resumes where it left off. */
const maxBufferedBytes = 1_000_000;

/** Milliseconds. The client then reconnects, and its permissions are checked again. */
const longestDuration = 900_000;

const heartbeat = Buffer.from(': \n\n');

/** The server-sent events of one discussion for one client. */
export class EventStream {
  readonly discussion: string;
  readonly caller: Caller;
  readonly output = new Readable({ read: () => undefined });
  readonly #dueAt: number;
  #position: number;
  #isEnded = false;

  constructor(discussion: string, caller: Caller, position: number) {
    this.discussion = discussion;
    this.caller = caller;
    this.#position = position;
    // At random, so that clients that came together do not come back together.
    this.#dueAt = performance.now() + longestDuration * (1 - Math.random() / 4);
    // Flushes the headers, so that the client knows it is connected.
    this.heartbeat();
  }

  /** Number of the last event read, whether or not it was sent. */
  get position(): number {
    return this.#position;
  }

  /** Whether the stream has lasted long enough. */
  get isDue(): boolean {
    return performance.now() > this.#dueAt;
  }

  onClose(listener: () => void): void {
    this.output.once('close', listener);
  }

  /** Sends the events up to a position, if there are any for this client. */
  send(message: Buffer, position: number): void {
    this.#position = position;
    if (message.length > 0) this.#write(message);
  }

  heartbeat(): void {
    this.#write(heartbeat);
  }

  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.output.push(null);
  }

  #write(message: Buffer): void {
    if (this.#isEnded || this.output.destroyed) return;
    this.output.push(message);
    if (this.output.readableLength > maxBufferedBytes) this.output.destroy();
  }
}

/** Events as sent to all clients that may see them. */
export const messageOf = (events: readonly StreamEvent[]): Buffer =>
  Buffer.from(
    events
      .map(({ id, change }) => `id: ${id}\nevent: ${change.type}\ndata: ${JSON.stringify(payloadOf(change))}\n\n`)
      .join(''),
  );

function payloadOf(change: StreamEvent['change']): object {
  switch (change.type) {
    case 'added':
    case 'changed':
      return change.comment;
    case 'removed':
      return { id: change.id };
    case 'discussion':
      return change.info;
    case 'stale':
      return {};
  }
}
