import type { Input } from '../input.js';
import type { Receiver } from '../source.js';

export interface ReaderOptions {
  /** Offset from UTC, in minutes, of times for which the source gives none. */
  readonly offset: number;
}

/** Reads an export of one format and passes what it finds to `receiver`. */
export type Reader = (input: Input, receiver: Receiver, options: ReaderOptions) => Promise<void>;
