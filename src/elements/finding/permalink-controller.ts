import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterError, Comment, CommentId } from '../../model/adapter.js';
import type { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { raise } from '../command.js';
import { reportAvailability } from '../../presentation/report-availability.js';
import type { CommentNavigation } from '../list/comment-navigation.js';
import { markRow, showNotice, showRow, unmark } from '../list/focus-comment.js';
import type { ListView } from '../list/list-view.js';
import type { ReturningReader } from '../scroll-position/returning-reader.js';
import type { Announcer } from '../frame/announcer.js';
import { failure } from '../frame/failure.js';
import type { LazyModule } from '../lazy-module.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { SectionHost } from '../section-host.js';
import { type ActionOutcome, tellAction, tellResponse } from '../tell-action.js';
import type { WritingFeatures } from '../writing-features.js';
import { commentInAddress, isReportInAddress, permalink } from '../page/address.js';
import { type Miss, PermalinkSearch } from './permalink-search.js';

interface PermalinkOptions {
  readonly store: DiscussionStore;
  readonly explorer: DiscussionExplorer;
  readonly navigation: CommentNavigation;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly returning: ReturningReader;
  readonly view: ListView;
  readonly writing: LazyModule<WritingFeatures>;
}

/** Follows the page's hash to the comment it names, wherever in the discussion that is. */
export class PermalinkController {
  readonly #host: SectionHost;
  readonly #options: PermalinkOptions;
  /** Aborted when the last search ends: by the next one, or with its discussion. */
  #searchAbort = new AbortController();
  /** The discussion and the comment that the address named last. */
  #followed = '';
  /** The comment of the last search. */
  #wanted: CommentId = '';
  #miss: Miss | undefined;

  constructor(host: SectionHost, options: PermalinkOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    host.renderRoot.addEventListener('click', this.#onClick);
  }

  /** Before each drawing: looks for the comment in the address, once. What became of the search before goes with this drawing. */
  hostUpdate(): void {
    const { discussion } = this.#options.store.state;
    const id = commentInAddress();
    const address = `${discussion?.key}${id && location.hash}`;
    if (!discussion || address === this.#followed) return;
    const { returning } = this.#options;
    if (id !== returning.linked) returning.linked = '';
    const isFirst = this.#followed === '';
    this.#followed = address;
    if (id) void this.followLink(id);
    // What a reader looks for by a link in the section goes on, where the address has named no comment yet.
    else if (!isFirst) void this.follow('');
  }

  /** Follows a link of the page's address or of a reader's, and tells the page. */
  async followLink(id: CommentId): Promise<void> {
    await tellResponse(this.#host, 'follow-permalink', this.follow(id), id);
  }

  /** Looks for a comment and shows it. An empty id ends the last search. */
  async follow(id: CommentId): Promise<ActionOutcome> {
    const { store, explorer, navigation } = this.#options;
    this.#searchAbort.abort();
    navigation.cancel();
    unmark(this.#host.renderRoot);
    this.#setMiss(undefined);
    this.#wanted = id;
    if (!id) return undefined;
    const abort = (this.#searchAbort = new AbortController());
    const { signal } = abort;
    const search = new PermalinkSearch(id, (miss) => this.#onMiss(miss));
    signal.addEventListener('abort', () => search.leave());
    store.session()?.signal.addEventListener('abort', () => abort.abort(), { signal });
    const outcome = await explorer.find(id);
    if (signal.aborted || outcome.type === 'aborted') return undefined;
    if (outcome.type === 'failed') search.missed({ type: 'failed', error: outcome.error });
    else if (!outcome.value) search.missed({ type: 'not-found' });
    else {
      if (search.found()) await this.#show(outcome.value);
      return 'done';
    }
    return 'failed';
  }

  /** Shows a comment, and opens its report where the address asks for that and the comment can be reported. */
  async #show(comment: Comment): Promise<void> {
    const { store, navigation, view, writing } = this.#options;
    await navigation.show(comment.id, this.#showRow);
    const { adapter, state } = store;
    if (!isReportInAddress() || this.#isFollowedBefore) return;
    const { type } = reportAvailability(comment, state, { adapter, reportHref: undefined, permalink: '' });
    if (type === 'none' || type === 'link') return;
    view.openPanel(comment.id, 'report');
    // The form takes the focus when it is drawn.
    await writing.load();
  }

  /** What became of the search, where it found nothing. */
  render(): TemplateResult | typeof nothing {
    const { messages } = this.#options.locale;
    const miss = this.#miss;
    switch (miss?.type) {
      case undefined:
        return nothing;
      case 'not-found':
        return html`<p part="notice" role="status" class="notice small">${messages.commentMissing}</p>`;
      case 'failed':
        return this.#renderFailure(miss.error);
    }
  }

  #renderFailure(error: AdapterError): TemplateResult {
    const { messages } = this.#options.locale;
    const retry = raise({ type: 'follow-permalink', id: this.#wanted });
    return html`<div part="notice">${failure(messages.commentFailed, error, messages, retry)}</div>`;
  }

  #onMiss(miss: Miss | undefined): void {
    this.#setMiss(miss);
    if (!miss) return;
    // A failure is an alert, which speaks for itself.
    if (miss.type === 'not-found') this.#options.announcer.announce(this.#options.locale.messages.commentMissing);
    if (this.#isFollowedBefore) return;
    void this.#host.updateComplete.then(() => showNotice(this.#host.renderRoot));
  }

  /** True for a reader who comes back to the page: their place in it goes before the link that once led there. */
  get #isFollowedBefore(): boolean {
    const { linked } = this.#options.returning;
    return linked !== '' && linked === commentInAddress();
  }

  readonly #showRow = (root: ParentNode, row: HTMLElement): void => {
    if (this.#isFollowedBefore) markRow(root, row);
    else showRow(root, row);
  };

  #setMiss(miss: Miss | undefined): void {
    if (miss === this.#miss) return;
    this.#miss = miss;
    this.#host.requestUpdate();
  }

  /** A link to the present address changes no hash, so no event tells of it. */
  readonly #onClick = ({ target, ctrlKey, metaKey, shiftKey }: Event & Partial<MouseEvent>): void => {
    const id = commentInAddress();
    const link = (target as Element).closest<HTMLAnchorElement>('a[part=permalink], a[part=reply-to]');
    if (!id || link?.href !== permalink(id) || ctrlKey || metaKey || shiftKey) return;
    void this.#options.navigation.show(id).then(() => tellAction(this.#host, 'follow-permalink', id));
  };
}
