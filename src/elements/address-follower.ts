import type { ReactiveControllerHost } from 'lit';
import type { CommentId } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion-store.js';
import { causeOf, failure } from './failure.js';
import type { LazyPart } from './lazy-part.js';
import type { LocaleController } from './locale-controller.js';
import { commentInAddress } from './page-address.js';

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

interface Surroundings {
  readonly store: DiscussionStore;
  readonly words: LocaleController;
  readonly browsing: LazyPart<{ followAddress(id: CommentId): unknown }>;
}

/** Notices when the address names a comment, and has it looked for, once; with all that this takes fetched then. */
export class AddressFollower {
  readonly #host: Host;
  readonly #surroundings: Surroundings;
  /** The discussion, and the comment that the address named when it was last followed. */
  #followed = '';
  #draw: (() => unknown) | undefined;

  constructor(host: Host, surroundings: Surroundings) {
    this.#host = host;
    this.#surroundings = surroundings;
  }

  /** What became of the reader's way to the comment, where there is something to say of it. */
  render(): unknown {
    return this.#draw?.();
  }

  readonly tell = (draw: (() => unknown) | undefined): void => {
    this.#draw = draw;
    this.#host.requestUpdate();
  };

  async follow(): Promise<void> {
    const { store, browsing } = this.#surroundings;
    const wanted = commentInAddress();
    const { discussion } = store.state;
    const address = `${discussion?.key}#${wanted}`;
    if (!discussion || address === this.#followed) return;
    this.#followed = address;
    if (wanted && !(await browsing.load())) this.tell(this.#drawFailure);
    else browsing.module?.followAddress(wanted);
  }

  /** What looks for the comment could not be fetched. */
  readonly #drawFailure = (): unknown => {
    const { browsing, words } = this.#surroundings;
    const { messages } = words;
    const onRetry = (): void => {
      // The button goes away with the failure, and focus must not go with it.
      this.#host.renderRoot.querySelector('h2')?.focus();
      this.#followed = '';
      this.tell(undefined);
    };
    return browsing.error && failure(messages.moreFailed(causeOf(browsing.error, messages)), messages, onRetry);
  };
}
