import { PassThrough } from 'node:stream';
import type { Caller } from '../identity/caller.js';
import type { StreamEvent } from './read-events.js';

/** Maximum bytes buffered for a slow client. Beyond that the stream ends, and the client resumes where it left off. */
const maxBufferedBytes = 1_000_000;

/** The server-sent events of one discussion for one client. */
export class EventStream {
  readonly discussion: string;
  readonly caller: Caller;
  readonly output = new PassThrough();
  readonly #startedAt = performance.now();
  #position: number;

  constructor(discussion: string, caller: Caller, position: number) {
    this.discussion = discussion;
    this.caller = caller;
    this.#position = position;
    // Flushes the headers, so that the client knows it is connected.
    this.heartbeat();
  }

  /** Number of the last event read, whether or not it was sent. */
  get position(): number {
    return this.#position;
  }

  /** In seconds. */
  get age(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }

  onClose(listener: () => void): void {
    this.output.once('close', listener);
  }

  send(events: readonly StreamEvent[], position: number): void {
    this.#position = position;
    for (const { id, change } of events)
      this.#write(`id: ${id}\nevent: ${change.type}\ndata: ${JSON.stringify(payloadOf(change))}\n\n`);
  }

  heartbeat(): void {
    this.#write(': \n\n');
  }

  end(): void {
    this.output.end();
  }

  #write(text: string): void {
    if (this.output.writableEnded || this.output.destroyed) return;
    this.output.write(text);
    if (this.output.writableLength + this.output.readableLength > maxBufferedBytes) this.output.destroy();
  }
}

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
