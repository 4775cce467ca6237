import type { ChangingMessages, TakingPartMessages } from '../../i18n/messages.js';
import type { CommentId } from '../../model/adapter.js';
import { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { CommandOf } from '../../presentation/command.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import { changeFailure } from '../frame/change-failure.js';
import { isToReport, reportAction } from '../report-action.js';
import type { Feature, Section } from '../section.js';
import { shared } from '../shared.js';
import { clearFailure } from '../list/panels.js';

declare module '../../presentation/command.js' {
  interface Commands {
    pin: { readonly id: CommentId; readonly pinned: boolean };
  }
}

/**
 * Pins comments to the top of the list.
 *
 * @action pin - A comment was pinned. Calls the backend.
 * @action unpin - A comment was unpinned. Calls the backend.
 */
export class Pinning implements Feature<'pin'> {
  readonly #section: Section<TakingPartMessages & ChangingMessages>;

  constructor(section: Section<TakingPartMessages & ChangingMessages>) {
    this.#section = section;
  }

  readonly commands = {
    pin: ({ id, pinned }: CommandOf<'pin'>): Promise<void> => this.#pin(id, pinned),
  };

  async #pin(id: CommentId, pinned: boolean): Promise<void> {
    const { host, messages, view } = this.#section;
    clearFailure(view, id);
    const start = performance.now();
    const outcome = await shared(this.#section, DiscussionWriter).pin(id, pinned);
    if (!isToReport(outcome)) return;
    reportAction(this.#section, pinned ? 'pin' : 'unpin', id, outcome.type, performance.now() - start);
    if (outcome.type === 'failed') {
      this.#section.view.fail(id, { text: changeFailure(outcome.error, messages, messages.pinFailed) });
      host.dispatchEvent(new CommentsErrorEvent(outcome.error, 'pin'));
      return;
    }
    this.#section.announce(pinned ? messages.pinnedNow : messages.unpinnedNow);
    if (view.panels.get(id) === 'more') await this.#section.run({ type: 'close-panel', id });
  }
}
