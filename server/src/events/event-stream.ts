import { Readable } from 'node:stream';
import type { Caller } from '../identity/caller.js';
import type { StreamEvent } from './read-events.js';

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
