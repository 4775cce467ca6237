import { PassThrough } from 'node:stream';
import type { Change } from '../../../src/model/adapter.js';
import type { Caller } from '../identity/caller.js';
import type { Told } from './read-events.js';

/** Bytes that may wait for a slow reader. Past them the stream ends; its reader comes back and loses nothing. */
const mostWaiting = 1_000_000;

/** One reader who follows one discussion, as server-sent events. */
export class EventStream {
  readonly discussion: string;
  readonly caller: Caller;
  readonly output = new PassThrough();
  readonly #begun = performance.now();
  #position: number;

  constructor(discussion: string, caller: Caller, position: number) {
    this.discussion = discussion;
    this.caller = caller;
    this.#position = position;
    // Sends the headers, without which the reader does not know that the line stands.
    this.beat();
  }

  /** Number of the last event that has been looked at, whether or not it was for this reader. */
  get position(): number {
    return this.#position;
  }

  /** In seconds. */
  get age(): number {
    return (performance.now() - this.#begun) / 1000;
  }

  onClose(listener: () => void): void {
    this.output.once('close', listener);
  }

  tell(told: readonly Told[], position: number): void {
    this.#position = position;
    for (const { id, change } of told) this.#write(`id: ${id}\nevent: ${change.type}\ndata: ${JSON.stringify(contentOf(change))}\n\n`);
  }

  beat(): void {
    this.#write(': \n\n');
  }

  end(): void {
    this.output.end();
  }

  #write(text: string): void {
    if (this.output.writableEnded || this.output.destroyed) return;
    this.output.write(text);
    if (this.output.writableLength + this.output.readableLength > mostWaiting) this.output.destroy();
  }
}

function contentOf(change: Change): object {
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
