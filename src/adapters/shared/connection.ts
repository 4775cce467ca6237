import type { Token } from '../../model/adapter.js';

/** The settings of an element that its adapter is created from. */
export interface Connection {
  /** The attribute `src`. */
  readonly src?: string | undefined;
  /** Text of the `<script type="application/json">` inside the element. */
  readonly data?: string | undefined;
  /** The property `token`. If it is empty, the viewer is not signed in. */
  readonly token?: Token | undefined;
  /** Reports a setting that has no effect, in a sentence for the developer. The comments are still shown. */
  readonly note?: ((problem: string) => unknown) | undefined;
}
