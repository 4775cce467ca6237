import { html, nothing } from 'lit';
import type { DiscussionState } from '../../model/state/discussion-state.js';
import { isAsking } from '../../model/state/permissions.js';
import { moduleFailure } from '../frame/failure.js';
import type { LazyModule } from '../lazy-module.js';
import type { ClosingControls } from '../moderating/closing-controls.js';
import { closedNotice } from '../frame/notices.js';
import { type ComposerShell, composerShell } from './composer-shell.js';

interface WritingPartOptions extends ComposerShell {
  readonly closingControls: LazyModule<ClosingControls>;
  /** Whether the page closes the discussion, so that moderators cannot open it. */
  readonly isClosedByPage: () => boolean;
}

/** What stands above the list: the form, or why there is none. */
export class WritingPart {
  readonly #options: WritingPartOptions;

  constructor(options: WritingPartOptions) {
    this.#options = options;
  }

  render(state: DiscussionState): unknown {
    const { opening, access, info } = state;
    const { store, locale, writing } = this.#options;
    if (access.state === 'unknown' || isAsking(state))
      return this.#canSubmit && opening.state !== 'ready' ? html`<div class="composer-space"></div>` : nothing;
    const refusal = access.state === 'open' ? info?.posting?.refusal : undefined;
    return [
      closedNotice(access, locale.messages, locale.formats),
      refusal ? writing.request()?.renderRefusal(refusal) : nothing,
      this.hasForm(state) ? composerShell(this.#options) : nothing,
      info?.can?.close && store.adapter?.setClosed ? this.#renderClosingControls() : nothing,
    ];
  }

  /** Whether there is a form for new comments: to post, or to save what was written from a form that has closed. */
  hasForm(state: DiscussionState): boolean {
    const isAccepting = state.access.state === 'open' && !state.info?.posting?.refusal && !isAsking(state);
    return this.#canSubmit && (isAccepting || this.#options.earlyInput.isTextKept);
  }

  /** An adapter that is not there yet is taken for one that can. */
  get #canSubmit(): boolean {
    const { adapter } = this.#options.store;
    return !adapter || Boolean(adapter.submit);
  }

  #renderClosingControls(): unknown {
    const { closingControls, locale, isClosedByPage } = this.#options;
    if (isClosedByPage()) return nothing;
    return closingControls.request()?.render() ?? moduleFailure(closingControls, locale.messages);
  }
}
