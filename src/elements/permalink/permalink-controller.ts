import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { AdapterError, CommentId } from '../../model/adapter.js';
import type { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import { PermalinkSearch } from './permalink-search.js';
import { errorText } from '../section/error-text.js';
import { failure } from '../section/failure.js';
import { showNotice, unmark } from '../list/focus-comment.js';
import { commentInAddress } from './permalink.js';
import type { Section } from '../section.js';

/** Notices when the address names a comment, and has it looked for, once. */
export class PermalinkController {
  readonly #section: Section;
  readonly #explorer: DiscussionExplorer;
  readonly #show: (id: CommentId) => Promise<void>;
  #search: PermalinkSearch | undefined;
  /** The discussion, and the comment that the address named when it was last followed. */
  #followed = '';
  #draw: (() => unknown) | undefined;

  /** `show` brings a comment into view; an empty id ends what is left of the last time. */
  constructor(section: Section, explorer: DiscussionExplorer, show: (id: CommentId) => Promise<void>) {
    this.#section = section;
    this.#explorer = explorer;
    this.#show = show;
  }

  /** What became of the reader's way to the comment, where there is something to say of it. */
  render(): unknown {
    return this.#draw?.();
  }

  /** Goes where the address leads, unless that has been done. */
  follow(): void {
    const { discussion } = this.#section.store.state;
    const wanted = commentInAddress();
    const address = `${discussion?.key}#${wanted}`;
    if (!discussion || address === this.#followed) return;
    this.#followed = address;
    void this.#lookFor(wanted);
  }

  /** Shows the comment, wherever in the discussion it is; with an empty id the last is done with. */
  async #lookFor(id: CommentId): Promise<void> {
    const { root, store, announce, host } = this.#section;
    this.#search?.leave();
    void this.#show('');
    unmark(root);
    this.#tell(undefined);
    if (!id) return;
    const search = (this.#search = new PermalinkSearch(id, (miss) => {
      this.#tell(miss?.draw);
      if (!miss) return;
      announce(miss.words);
      void host.updateComplete.then(() => showNotice(root));
    }));
    store.session()?.signal.addEventListener('abort', () => search.leave());
    const outcome = await this.#explorer.find(id);
    if (search !== this.#search || outcome.type === 'aborted') return;
    if (outcome.type === 'failed') search.missed({ isFailure: true, draw: () => this.#drawFailure(outcome.error, id), words: '' });
    else if (!outcome.value) search.missed({ isFailure: false, draw: this.#drawMissing, words: this.#messages.commentMissing });
    else if (search.found()) await this.#show(id);
  }

  readonly #drawMissing = (): TemplateResult =>
    html`<p part="notice" role="status" class="notice small">${this.#messages.commentMissing}</p>`;

  #drawFailure(error: AdapterError, id: CommentId): TemplateResult {
    const messages = this.#messages;
    const onRetry = (): void => {
      // The button goes away with the failure, and focus must not go with it.
      this.#section.root.querySelector('h2')?.focus();
      void this.#lookFor(id);
    };
    return html`<div part="notice">${failure(messages.commentFailed(errorText(error, messages)), messages, onRetry)}</div>`;
  }

  #tell(draw: (() => unknown) | undefined): void {
    this.#draw = draw;
    this.#section.host.requestUpdate();
  }

  get #messages(): Messages {
    return this.#section.words.messages as Messages;
  }
}
