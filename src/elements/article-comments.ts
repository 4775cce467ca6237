import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { hasRenderer } from '../content/render-body.js';
import type { Messages } from '../i18n/messages.js';
import type { AdapterError, Comment, CommentId, CommentsAdapter, PostingRefusal, Sort } from '../model/adapter.js';
import { commentsInOrder, type DiscussionState } from '../model/discussion-state.js';
import { type DraftPlace, mayHoldDraft } from '../model/draft-place.js';
import type { DraftStore } from '../model/draft-store.js';
import { tokens } from '../styles/tokens.styles.js';
import { AddressController } from './address-controller.js';
import { styles } from './article-comments.styles.js';
import { ClockController } from './clock-controller.js';
import type { CommentComposer } from './comment-composer.js';
import { commentRow } from './comment-row.js';
import { composerShell } from './composer-shell.js';
import { type BackendLoader, DiscussionController } from './discussion-controller.js';
import { closedNotice, policyNotice } from './discussion-notices.js';
import { causeOf, failure } from './failure.js';
import { LazyPart } from './lazy-part.js';
import { LocaleController, type LocaleLoader } from './locale-controller.js';
import { MistakeController } from './mistake-controller.js';
import { placeholder } from './placeholder.js';
import { RendererController } from './renderer-controller.js';
import { reportingOf } from './reporting.js';
import { type Row, RowList } from './row-list.js';

/**
 * A comments section for one article.
 *
 * @slot - Shown until the element is ready, and for good where there is no JavaScript.
 * @slot policy - The house rules, in place of the default text.
 * @slot closed - What a closed discussion says.
 * @slot empty - What a discussion without comments says.
 * @slot sign-in - The page's own way to sign in.
 * @slot composer-end - Below the text box: a captcha, a newsletter box.
 *
 * @fires comments-load - The discussion is open and its first page is shown.
 * @fires comments-error - Something failed, and the page says so.
 * @fires comments-before-submit - A comment is about to be sent. Cancelable.
 * @fires comments-submit - The backend has taken a comment.
 * @fires comments-before-report - A report is about to be sent. Cancelable.
 * @fires comments-report - The backend has taken a report.
 * @fires comments-sign-in - The reader wants to sign in. Cancelable.
 */
export class ArticleComments extends LitElement {
  static override properties: PropertyDeclarations = {
    adapter: { attribute: false },
    discussion: {},
    backend: {},
    src: {},
    order: {},
    pageSize: { type: Number, attribute: 'page-size' },
    closed: { type: Boolean, reflect: true },
    policyHref: { attribute: 'policy-href' },
    reportHref: { attribute: 'report-href' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    timeZone: { attribute: 'time-zone' },
    timeStyle: { attribute: 'time-style' },
    loading: {},
    messages: { attribute: false },
    reporting: { state: true },
    isTextKept: { state: true },
    announcement: { state: true },
  };

  static override styles = [tokens, styles];

  /** The adapters that `backend` may name. The script-tag build fills it. */
  static backends: Readonly<Record<string, BackendLoader>> = {};

  /** The languages that `lang` may name besides English, by BCP 47 tag in lower case. The script-tag build fills it. */
  static locales: Readonly<Record<string, LocaleLoader>> = {};

  /** The backend. Wins over `backend` and `src`. */
  adapter: CommentsAdapter | undefined;

  /** Key of the discussion at the backend. Default: the page's canonical address, without hash. */
  discussion: string | undefined;

  /** Name of a built-in adapter, in the script-tag build. Default `http` when `src` is set. */
  backend: string | undefined;

  /** Base URL of the backend. */
  src: string | undefined;

  /** Order of the comments. Default: the first that the adapter offers. */
  order: Sort | undefined;

  /** Top-level comments a page. */
  pageSize = 25;

  /** Closes the discussion, whatever the backend says. */
  closed = false;

  /** Address of the page with the house rules. */
  policyHref: string | undefined;

  /** Where reports go when the adapter takes none: an address of a page or `mailto:`. `{id}` and `{url}` in it become the comment's. */
  reportHref: string | undefined;

  /** Level of the section's heading, 1 to 6. */
  headingLevel = 2;

  /** IANA name. Default: the reader's. */
  timeZone: string | undefined;

  /** How times are written. `absolute` prints "Jun 7, 2013, 6:54 AM EDT". */
  timeStyle: 'relative' | 'absolute' = 'relative';

  /** `lazy`: begins when the element comes near the viewport. */
  loading: 'lazy' | 'eager' = 'lazy';

  /** The publisher's own words, string by string. */
  messages: Partial<Messages> | undefined;

  /** The comment whose report form is open. */
  private reporting: CommentId | undefined;
  /** True while somebody's text waits in the form, though the discussion takes none. */
  private isTextKept = false;
  private announcement = '';

  readonly #clock = new ClockController(this);
  readonly #address = new AddressController(this, () => this.#followAddress());
  readonly #mistakes = new MistakeController(this);
  readonly #renderers = new RendererController(this);
  readonly #words = new LocaleController(this, () => ({ messages: this.messages, timeZone: this.timeZone, loaders: this.#class.locales }));
  readonly #discussion = new DiscussionController(this, () => ({
    adapter: this.adapter,
    backend: this.backend,
    src: this.src,
    discussion: this.#address.discussion(this.discussion),
    loaders: this.#class.backends,
    eager: this.loading === 'eager',
    options: { pageSize: this.pageSize, sort: this.order, closed: this.closed },
  }));
  readonly #writing = new LazyPart(this, async () => {
    const writing = await import('./writing.js');
    this.#words.addWriting(writing.words);
    this.#drafts ??= new writing.DraftStore(() => localStorage);
    // The form is in the page already, and must have what it works with before it wakes up.
    this.requestUpdate();
    await this.updateComplete;
    writing.define();
    return writing;
  });
  readonly #rows = new RowList();
  #drafts: DraftStore | undefined;
  #place: DraftPlace = { discussion: '', viewer: { state: 'unknown' } };
  /** The comment that the address named when it was last followed. */
  #followed: CommentId | undefined;

  /** Asks the backend again for the state of the discussion and its comments. */
  reload(): void {
    this.#discussion.retry();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { store } = this.#discussion;
    if (changed.has('closed') && this.hasUpdated) store.setClosed(this.closed);
    this.#lookAfterText(store.state);
    const { setup } = this.#discussion;
    const timeZone = this.#words.isTimeZoneKnown ? undefined : ({ mistake: 'time-zone', value: this.timeZone ?? '' } as const);
    this.#mistakes.tell(setup.state === 'mistaken' ? setup.mistake : timeZone);
  }

  protected override updated(): void {
    const list = this.renderRoot.querySelector('ol[part=list]');
    if (list) this.#rows.update(list, this.#listRows(this.#discussion.store.state));
    this.#followAddress();
  }

  protected override render(): TemplateResult {
    const { setup, store } = this.#discussion;
    const { messages, formats } = this.#words;
    const { total } = store.state;
    return html`<section part="section" lang=${messages.lang} dir=${messages.dir} aria-labelledby="heading">
      <h2 part="heading" id="heading" aria-level=${this.headingLevel}>
        ${messages.heading(total === undefined ? undefined : formats.number(total))}
      </h2>
      ${
        setup.state === 'mistaken'
          ? html`<slot><p part="unavailable" class="small muted">${messages.unavailable}</p></slot>`
          : this.#renderDiscussion(store.state)
      }${this.#mistakes.note}
      <div class="live" aria-live="polite">${this.announcement}</div>
    </section>`;
  }

  #renderDiscussion(state: DiscussionState): unknown {
    const { setup } = this.#discussion;
    const { opening, listing, access, info } = state;
    if (setup.state === 'failed') return [html`<slot></slot>`, this.#renderFailure(setup.error)];
    // One cause, said once: where neither question was answered, the list's failure speaks for both.
    const hasFailed = opening.state === 'failed' && listing.state !== 'failed';
    return html`${policyNotice(info?.policy, this.policyHref, this.#words.messages)}${
      hasFailed ? this.#renderFailure(opening.error) : opening.state === 'failed' ? nothing : this.#renderWriting(state)
    }${access.state === 'missing' ? nothing : this.#renderReading(state)}`;
  }

  #renderWriting({ access, info, viewer }: DiscussionState): unknown {
    const { store } = this.#discussion;
    const { messages, formats } = this.#words;
    if (access.state === 'unknown') return store.adapter && !store.adapter.submit ? nothing : html`<div class="composer-space"></div>`;
    const refusal = access.state === 'open' && info?.posting?.refusal;
    const hasForm = Boolean(store.adapter?.submit) && ((access.state === 'open' && !refusal) || this.isTextKept);
    return [
      closedNotice(access, messages, formats),
      refusal ? this.#renderRefusal(refusal) : nothing,
      hasForm
        ? composerShell({
            part: this.#writing,
            isSignedOut: info?.posting?.who === 'signed-in' && viewer.state !== 'signed-in',
            store,
            snapshot: store.state,
            messages,
            formats,
            drafts: this.#drafts,
            place: this.#place,
            now: this.#clock.now,
            announce: this.#announce,
            showComment: this.#showComment,
            onDiscard: () => this.requestUpdate(),
            onEarlySubmit: this.#onEarlySubmit,
          })
        : nothing,
    ];
  }

  #renderRefusal(refusal: PostingRefusal): unknown {
    const { messages, formats } = this.#words;
    if (!this.#writing.error) void this.#writing.load();
    return this.#writing.module?.refusalNotice(refusal, messages as Messages, formats);
  }

  #renderReading(state: DiscussionState): TemplateResult | TemplateResult[] {
    const { messages } = this.#words;
    const { listing, more, outgoing, truncated, access } = state;
    if (listing.state === 'failed') return this.#renderFailure(listing.error);
    const comments = commentsInOrder(state);
    const isReady = listing.state === 'ready' && this.#words.ready && this.#renderers.areReady(comments.map(({ body }) => body.format));
    if (!isReady) return html`<div class="loading" aria-busy="true"><slot>${placeholder()}</slot></div>`;
    return html`${
        comments.length + outgoing.length === 0
          ? html`<p part="empty" class="muted small">
              <slot name="empty">${access.state === 'open' ? messages.empty : messages.emptyClosed}</slot>
            </p>`
          : nothing
      }
      <ol part="list" role="list" @click=${this.#onListClick}></ol>
      ${
        more.state === 'idle'
          ? nothing
          : more.state === 'failed'
            ? failure(messages.moreFailed(causeOf(more.error, messages)), messages, this.#onMore)
            : html`<button
                part="button more"
                class="wide small"
                type="button"
                aria-disabled=${more.state === 'loading'}
                @click=${this.#onMore}
              >
                ${more.state === 'loading' ? messages.loadingMore : messages.loadMore}
              </button>`
      }${truncated ? html`<p part="truncated" class="muted small">${messages.truncated}</p>` : nothing}`;
  }

  #listRows(state: DiscussionState): readonly Row[] {
    const { messages } = this.#words;
    const onTheWay = state.outgoing.map((one) => ({
      id: `outgoing-${one.submitKey}`,
      className: 'row',
      depends: [one, messages],
      draw: (): TemplateResult => this.#writing.module?.outgoingRow(one, messages as Messages) ?? html``,
    }));
    const rows = commentsInOrder(state).map((comment) => this.#row(comment, state));
    return state.sort === 'newest' ? [...onTheWay, ...rows] : [...rows, ...onTheWay];
  }

  #row(comment: Comment, state: DiscussionState): Row {
    const { messages, formats } = this.#words;
    const { id, body, status } = comment;
    const created = Date.parse(comment.createdAt);
    const timeIsRelative = this.timeStyle !== 'absolute';
    const time = Number.isNaN(created)
      ? ''
      : timeIsRelative
        ? (formats.relative(created, this.#clock.now) ?? messages.justNow)
        : formats.absolute(created);
    const permalink = this.#address.permalink(id);
    const { way, href } = reportingOf(comment, state, { adapter: this.#discussion.store.adapter, reportHref: this.reportHref, permalink });
    const { module, error } = this.#writing;
    const isOpen = this.reporting === id && way !== 'link' && way !== 'none';
    const depends = [
      comment,
      messages,
      formats,
      time,
      way,
      href,
      hasRenderer(body.format),
      isOpen,
      ...(isOpen ? [module, error, state.reports.get(id), state.viewer] : []),
    ];
    const draw = (): TemplateResult =>
      commentRow({
        comment,
        messages,
        formats,
        time,
        timeIsRelative,
        way,
        href,
        permalink,
        form: isOpen ? this.#renderReportForm(comment) : nothing,
      });
    return { id: `comment-${id}`, className: status === 'pending' ? 'row held' : 'row', depends, draw };
  }

  #renderReportForm(comment: Comment): TemplateResult {
    const { messages, formats } = this.#words;
    const { store } = this.#discussion;
    const { module, error } = this.#writing;
    if (error) return failure(messages.formFailed(causeOf(error, messages)), messages, () => void this.#writing.load());
    if (!module || !this.#drafts) return html`<p class="small muted">${messages.loading}</p>`;
    return module.reportPanel({
      store,
      comment,
      messages: messages as Messages,
      formats,
      drafts: this.#drafts,
      announce: this.#announce,
      onClose: this.#closeReport,
    });
  }

  #renderFailure(error: AdapterError): TemplateResult {
    const { messages } = this.#words;
    return failure(messages.loadFailed(causeOf(error, messages)), messages, () => this.reload());
  }

  /**
   * Keeps the place of the draft in step with article and viewer, has the composer fetched where a draft waits, and keeps
   * the form while it holds text that a closed discussion no longer takes.
   */
  #lookAfterText({ discussion, viewer, access }: DiscussionState): void {
    if (!discussion || access.state === 'unknown') return;
    const before = this.#place;
    const typed = this.renderRoot?.querySelector('textarea')?.value.trim();
    const hasMoved = before.discussion !== discussion.key || before.viewer !== viewer;
    if (hasMoved) {
      this.#place = { discussion: discussion.key, viewer };
      // Typed before the composer was there, and the article changed in the same moment: the text stays with its article.
      if (typed && before.discussion !== discussion.key && !this.#writing.module)
        void this.#writing.load().then(() => this.#drafts?.write(before, { body: typed }));
    }
    if (!hasMoved && access.state === 'open') return;
    const hasDraft = this.#drafts ? this.#drafts.read(this.#place) !== undefined : mayHoldDraft(this.#place, () => localStorage);
    if (hasDraft) void this.#writing.load();
    this.isTextKept = access.state !== 'open' && (hasDraft || Boolean(typed));
  }

  #followAddress(): void {
    const wanted = this.#address.comment;
    if (wanted === undefined || wanted === this.#followed) return;
    if (this.#showComment(wanted)) this.#followed = wanted;
  }

  /** Brings a comment into view, marked and focused; false when it is not on the page. */
  readonly #showComment = (id: CommentId): boolean => {
    const row = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(`comment-${id}`)}`);
    if (!row) return false;
    this.renderRoot.querySelector('.marked')?.classList.remove('marked');
    row.classList.add('marked');
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
    return true;
  };

  readonly #announce = (text: string): void => {
    // The same words twice in a row are news too; a space that nobody hears makes them so.
    this.announcement = this.announcement === text ? `${text}\u00a0` : text;
  };

  readonly #closeReport = (id: CommentId): void => {
    this.reporting = undefined;
    this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(`comment-${id}`)} [data-action=report]`)?.focus();
  };

  /** One listener for all comments: the row says which one is meant. */
  readonly #onListClick = (event: Event): void => {
    const button = event.target instanceof Element ? event.target.closest('[data-action=report]') : null;
    const id = button?.closest('li')?.id.slice('comment-'.length);
    if (id === undefined) return;
    if (this.reporting === id) return this.#closeReport(id);
    this.reporting = id;
    void this.#writing.load();
  };

  readonly #onMore = async (): Promise<void> => {
    const { store } = this.#discussion;
    const before = commentsInOrder(store.state).length;
    await store.loadMore();
    await this.updateComplete;
    const { messages, formats } = this.#words;
    const count = commentsInOrder(store.state).length - before;
    if (store.state.more.state === 'failed' || count <= 0) return;
    this.#announce(messages.loadedMore(count, formats.number(count)));
    // The button moved below what it brought, or is gone: reading goes on at the first new comment.
    this.renderRoot.querySelectorAll<HTMLElement>('ol > .row')[before]?.focus({ preventScroll: true });
  };

  /** The button was pressed before the composer was there: it does what was asked as soon as it is. */
  readonly #onEarlySubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await this.#writing.load()) await this.renderRoot.querySelector<CommentComposer>('article-comments-composer')?.submit();
  };

  get #class(): typeof ArticleComments {
    return this.constructor as typeof ArticleComments;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments': ArticleComments;
  }
}
