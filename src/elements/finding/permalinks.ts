import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { VisitMessages } from '../../i18n/messages.js';
import type { AdapterError, Comment, CommentId } from '../../model/adapter.js';
import { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import type { CommandOf } from '../../presentation/command.js';
import { failure } from '../frame/failure.js';
import { showNotice, unmark } from '../list/focus-comment.js';
import { commentInAddress, permalink } from '../page/address.js';
import { reportAction, reportRequest } from '../report-action.js';
import type { ActionOutcome, Feature } from '../section.js';
import type { SectionFrame } from '../section-frame.js';
import { shared } from '../shared.js';

declare module '../../presentation/command.js' {
  interface Commands {
    'follow-permalink': { readonly id: CommentId };
    /** Shows a comment that may not be loaded yet. Unlike `follow-permalink`, it is no action of the reader. */
    'find-comment': { readonly id: CommentId };
  }
}

/** Why a comment is not shown. */
type Miss = { readonly type: 'not-found' } | { readonly type: 'failed'; readonly error: AdapterError };

/** How long a miss waits for sections that have not started to search, in milliseconds. Those below the fold may never do so. */
const MISS_DELAY = 3000;

type SearchOutcome = { readonly type: 'pending' | 'found' } | Miss;

/**
 * Follows the page's hash to the comment it names, wherever in the discussion that is.
 *
 * @action follow-permalink - A link or the page's address was followed to a comment. `failed`: the comment was removed or could not be loaded. Calls the backend.
 */
export class Permalinks implements Feature<'follow-permalink' | 'find-comment'>, ReactiveController {
  readonly #section: SectionFrame<VisitMessages>;
  /** Aborted when the last search ends: by the next one, or with its discussion. */
  #searchAbort = new AbortController();
  /** The discussion and the comment that the address named last. */
  #followed = '';
  /** The comment of the last search. */
  #wanted: CommentId = '';
  #miss: Miss | undefined;

  constructor(section: SectionFrame<VisitMessages>) {
    this.#section = section;
    section.host.addController(this);
    section.root.addEventListener('click', this.#onClick);
  }

  readonly commands = {
    'follow-permalink': ({ id }: CommandOf<'follow-permalink'>): Promise<ActionOutcome> => {
      // Move the focus first: the link that was pressed may be removed.
      this.#section.focusHeading();
      return this.#follow(id);
    },
    'find-comment': async ({ id }: CommandOf<'find-comment'>): Promise<void> => void (await this.#follow(id)),
  };

  readonly frame = { 'above-list': () => this.#renderMiss() };

  /** Before each update: searches for the comment in the address, once. The update removes the result of the last search. */
  hostUpdate(): void {
    const { store, returning } = this.#section;
    const { discussion } = store.state;
    const id = commentInAddress();
    // What follows asks for more than the comment.
    const [hash] = location.hash.split('&');
    const address = `${discussion?.key}${id && hash}`;
    if (!discussion || address === this.#followed) return;
    if (id !== returning.linked) returning.linked = '';
    const isFirst = this.#followed === '';
    this.#followed = address;
    if (id) void reportRequest(this.#section, 'follow-permalink', this.#follow(id), id);
    // If the address has not named a comment before, a search that a link in the section has started continues.
    else if (!isFirst) void this.#follow('');
  }

  /** Searches for a comment and shows it. An empty id ends the last search. */
  async #follow(id: CommentId): Promise<ActionOutcome> {
    const { store, root } = this.#section;
    this.#searchAbort.abort();
    unmark(root);
    this.#setMiss(undefined);
    this.#wanted = id;
    if (!id) return undefined;
    const abort = (this.#searchAbort = new AbortController());
    const { signal } = abort;
    const search = new PermalinkSearch(id, (miss) => this.#onMiss(miss));
    signal.addEventListener('abort', () => search.end());
    store.session()?.signal.addEventListener('abort', () => abort.abort(), { signal });
    const outcome = await shared(this.#section, DiscussionExplorer).find(id);
    if (signal.aborted || outcome.type === 'aborted') return undefined;
    if (outcome.type === 'failed') search.missed({ type: 'failed', error: outcome.error });
    else if (!outcome.value) search.missed({ type: 'not-found' });
    else {
      if (search.found()) await this.#show(outcome.value);
      return 'done';
    }
    return 'failed';
  }

  /** Shows a comment, and does what the address asks for besides: a report, or a vote. */
  async #show(comment: Comment): Promise<void> {
    const { id } = comment;
    await this.#section.run({ type: 'show-comment', id, isQuiet: this.#isFollowedBefore });
    if (this.#isFollowedBefore || id !== commentInAddress()) return;
    for (const feature of this.#section.features) await feature.onLinkFollowed?.(comment);
  }

  /** The result of a search without success. */
  #renderMiss(): TemplateResult | undefined {
    const { messages } = this.#section;
    switch (this.#miss?.type) {
      case undefined:
        return undefined;
      case 'not-found':
        return html`<p part="notice" class="notice small">${messages.commentMissing}</p>`;
      case 'failed':
        return this.#renderFailure(this.#miss.error);
    }
  }

  #renderFailure(error: AdapterError): TemplateResult {
    const { messages } = this.#section;
    const retry = this.#section.on({ type: 'follow-permalink', id: this.#wanted });
    return html`<div part="notice">${failure(messages.commentFailed, error, messages, retry)}</div>`;
  }

  #onMiss(miss: Miss | undefined): void {
    this.#setMiss(miss);
    if (!miss) return;
    // A failure is an alert, which screen readers announce by themselves.
    if (miss.type === 'not-found') this.#section.announce(this.#section.messages.commentMissing);
    if (this.#isFollowedBefore) return;
    const { host, root } = this.#section;
    void host.updateComplete.then(() => showNotice(root));
  }

  /** Whether the reader has returned to the page: their scroll position takes precedence over the link that once led there. */
  get #isFollowedBefore(): boolean {
    const { linked } = this.#section.returning;
    return linked !== '' && linked === commentInAddress();
  }

  #setMiss(miss: Miss | undefined): void {
    if (miss === this.#miss) return;
    this.#miss = miss;
    this.#section.host.requestUpdate();
  }

  /** A link to the current address does not change the hash, so there is no `hashchange` event. */
  readonly #onClick = ({ target, ctrlKey, metaKey, shiftKey }: Event & Partial<MouseEvent>): void => {
    const id = commentInAddress();
    const link = (target as Element).closest<HTMLAnchorElement>('a[part=permalink], a[part=reply-to]');
    if (!id || link?.href !== permalink(id) || ctrlKey || metaKey || shiftKey) return;
    void this.#section
      .run({ type: 'show-comment', id })
      .then(() => reportAction(this.#section, 'follow-permalink', id));
  };
}

/**
 * One section's search for the comment in the address. If a page has several sections, the comment is in one of them: one section
 * reports a miss, after all have missed. Their code and their responses arrive at different times, so a miss waits for sections that
 * have not started.
 */
class PermalinkSearch {
  /** The searches of all sections on the page, oldest first. */
  static readonly #all = new Set<PermalinkSearch>();

  readonly #id: CommentId;
  readonly #report: (miss: Miss | undefined) => void;
  #outcome: SearchOutcome = { type: 'pending' };
  #reported: Miss | undefined;
  /** Whether a miss of this section still waits for sections that have not started. */
  #isWaiting = false;

  /** `report` is called with the miss that this section has to show, and with undefined to remove it. */
  constructor(id: CommentId, report: (miss: Miss | undefined) => void) {
    this.#id = id;
    this.#report = report;
    PermalinkSearch.#all.add(this);
    this.#settle();
  }

  /** Returns false if another section has found the comment before. */
  found(): boolean {
    const isFirst = this.#related.every((search) => search.#outcome.type !== 'found');
    this.#outcome = { type: 'found' };
    this.#settle();
    return isFirst;
  }

  missed(miss: Miss): void {
    this.#outcome = miss;
    this.#isWaiting = true;
    setTimeout(() => {
      this.#isWaiting = false;
      this.#settle();
    }, MISS_DELAY);
    this.#settle();
  }

  /** Ends the search: the address names another comment, or the section shows another discussion. */
  end(): void {
    PermalinkSearch.#all.delete(this);
    this.#reportOnce(undefined);
    this.#settle();
  }

  /** All searches for the same comment. */
  get #related(): readonly PermalinkSearch[] {
    return [...PermalinkSearch.#all].filter((search) => search.#id === this.#id);
  }

  /** Once all have missed, one section reports it; preferably one with a failure, because trying again may help. */
  #settle(): void {
    const related = this.#related;
    const haveAllStarted = related.length >= document.querySelectorAll('article-comments').length;
    const outcomes = related.map((search) => search.#outcome);
    const isOver =
      outcomes.every(({ type }) => type === 'failed' || type === 'not-found') &&
      (haveAllStarted || related.every((search) => !search.#isWaiting));
    const shown = isOver ? (outcomes.find(({ type }) => type === 'failed') ?? outcomes[0]) : undefined;
    for (const search of related) search.#reportOnce(search.#outcome === shown ? (shown as Miss) : undefined);
  }

  #reportOnce(miss: Miss | undefined): void {
    if (miss === this.#reported) return;
    this.#reported = miss;
    this.#report(miss);
  }
}
