import type { Token } from '../../model/adapter.js';

/** The settings of an element from which its adapter is made. */
export interface Connection {
  /** The attribute `src`. */
  readonly src?: string | undefined;
  /** Text of the `<script type="application/json">` inside the element. */
  readonly data?: string | undefined;
  /** The property `token`. An empty text is nobody's. */
  readonly token?: Token | undefined;
  /** Takes a sentence for the developer about a setting that is of no use. The comments are shown all the same. */
  readonly note?: ((problem: string) => unknown) | undefined;
}
