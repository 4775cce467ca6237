import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError } from '../../model/adapter.js';
import type { Progress } from '../../model/state/discussion-state.js';
import { COUNT_WANTED } from '../events/event-options.js';
import { CommentsCountEvent, CommentsErrorEvent, CommentsLoadEvent } from '../events/reading-events.js';
import { DiscussionOpener } from './discussion-opener.js';
import type { DiscussionSource } from './discussion-source.js';

/** Keeps the opener up to date with the element, and dispatches events for what it reports. */
export class DiscussionController implements ReactiveController {
  readonly opener: DiscussionOpener;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => DiscussionSource;
  /** The progress of opening, listing, reopening, relisting and paging when events were last dispatched. */
  #reported: readonly Progress[] = [];
  #reportedTotal: number | undefined;
  #reportedError: AdapterError | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, source: () => DiscussionSource) {
    this.#host = host;
    this.#source = source;
    this.opener = new DiscussionOpener(host);
    this.opener.onChange = () => {
      host.requestUpdate();
      this.#dispatchEvents();
    };
    this.opener.onNear = () => host.requestUpdate();
    host.addController(this);
    host.addEventListener(COUNT_WANTED, (event) => {
      this.#reportedTotal = undefined;
      this.#dispatchEvents();
      if (isLoaded(this.#reported) && this.#reportedTotal === undefined) event.preventDefault();
    });
  }

  hostConnected(): void {
    this.opener.connect();
  }

  hostDisconnected(): void {
    this.opener.disconnect();
  }

  hostUpdate(): void {
    this.opener.update(this.#source());
  }

  /** Dispatches the events for changes of the store, once each. */
  #dispatchEvents(): void {
    const { store, error } = this.opener;
    if (error && error !== this.#reportedError) this.#host.dispatchEvent(new CommentsErrorEvent(error, 'setup'));
    this.#reportedError = error;
    const { discussion, opening, listing, reopening, relisting, more, comments, posted, total } = store.state;
    const before = this.#reported;
    this.#reported = [opening, listing, reopening, relisting, more];
    for (const progress of this.#reported) {
      if (progress.state === 'failed' && !before.includes(progress)) {
        const action = progress === opening || progress === reopening ? 'open' : 'list';
        this.#host.dispatchEvent(new CommentsErrorEvent(progress.error, action));
      }
    }
    if (discussion && total !== undefined && total !== this.#reportedTotal) {
      this.#host.dispatchEvent(new CommentsCountEvent(discussion.key, total));
    }
    this.#reportedTotal = total;
    if (!isLoaded(this.#reported) || isLoaded(before)) return;
    const shown = comments.length + posted.length;
    void this.#host.updateComplete.then(() => this.#host.dispatchEvent(new CommentsLoadEvent(shown, total)));
  }
}

function isLoaded([opening, listing]: readonly Progress[]): boolean {
  return opening?.state === 'ready' && listing?.state === 'ready';
}
