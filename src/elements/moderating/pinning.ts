import type { CommentId } from '../../model/adapter.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { Outcome } from '../../model/outcome.js';
import { CommentsErrorEvent } from '../events.js';
import type { Announcer } from '../frame/announcer.js';
import { changeFailure } from '../frame/change-failure.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { SectionHost } from '../section-host.js';
import { actionOutcome, tellAction } from '../tell-action.js';
import type { ListView } from '../list/list-view.js';

interface PinningOptions {
  readonly writer: DiscussionWriter;
  readonly view: ListView;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
}

/** Pins comments to the top of the list. */
export class Pinning {
  readonly #host: SectionHost;
  readonly #options: PinningOptions;
  /** Outcomes that were reported. Presses during a request share its outcome. */
  readonly #reported = new WeakSet<Outcome<unknown>>();

  constructor(host: SectionHost, options: PinningOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** True once the backend has done it. */
  async pin(id: CommentId, pinned: boolean): Promise<boolean> {
    const { writer, view, locale, announcer } = this.#options;
    const { messages } = locale;
    const start = performance.now();
    const outcome = await writer.pin(id, pinned);
    if (outcome.type === 'aborted' || this.#reported.has(outcome)) return false;
    this.#reported.add(outcome);
    tellAction(this.#host, pinned ? 'pin' : 'unpin', id, actionOutcome(outcome), performance.now() - start);
    if (outcome.type === 'failed') {
      view.fail(id, { text: changeFailure(outcome.error, messages, messages.pinFailed) });
      this.#host.dispatchEvent(new CommentsErrorEvent(outcome.error, 'pin'));
      return false;
    }
    announcer.announce(pinned ? messages.pinnedNow : messages.unpinnedNow);
    return true;
  }
}
