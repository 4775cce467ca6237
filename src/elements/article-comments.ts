import { adoptStyles, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { hasRenderer, loadRenderer } from '../content/render-body.js';
import type { Messages } from '../i18n/messages.js';
import type { AdapterError, Body, Comment, CommentId, PostingRefusal } from '../model/adapter.js';
import { commentsInOrder, type DiscussionState } from '../model/discussion-state.js';
import { type DraftPlace, keepDraft, mayHoldDraft } from '../model/draft-place.js';
import { tokens } from '../styles/tokens.styles.js';
import { styles } from './article-comments.styles.js';
import type { CommentComposer } from './comment-composer.js';
import { commentRows } from './comment-rows.js';
import { composerShell } from './composer-shell.js';
import { type BackendLoader, DiscussionController } from './discussion-controller.js';
import { closedNotice, policyNotice } from './discussion-notices.js';
import { causeOf, failure } from './failure.js';
import { LazyPart } from './lazy-part.js';
import { LocaleController, type LocaleLoader } from './locale-controller.js';
import type { Mistake } from './misconfiguration.js';
import { commentInAddress, discussionOf, PREFIX } from './page-address.js';
import { PageController } from './page-controller.js';
import { placeholder } from './placeholder.js';
import { type Row, RowList } from './row-list.js';
import { SectionSettings } from './section-settings.js';

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
 * @fires comments-count - The number of comments has become known, or another one.
 * @fires comments-before-submit - A comment is about to be sent. Cancelable.
 * @fires comments-submit - The backend has taken a comment.
 * @fires comments-before-report - A report is about to be sent. Cancelable.
 * @fires comments-report - The backend has taken a report.
 * @fires comments-sign-in - The reader wants to sign in. Cancelable.
 */
export class ArticleComments extends SectionSettings {
  static override properties: PropertyDeclarations = {
    reporting: { state: true },
    isTextKept: { state: true },
    announcement: { state: true },
  };

  static override styles = [tokens, styles];

  /** The adapters that `backend` may name. The script-tag build fills it. */
  static backends: Readonly<Record<string, BackendLoader>> = {};

  /** The languages that `lang` may name besides English, by BCP 47 tag in lower case. The script-tag build fills it. */
  static locales: Readonly<Record<string, LocaleLoader>> = {};

  /** The comment whose report form is open. */
  private reporting: CommentId | undefined;
  /** True while somebody's text waits in the form, though the discussion takes none. */
  private isTextKept = false;
  private announcement = '';

  readonly #misconfiguration = new LazyPart(this, () => import('./misconfiguration.js'));
  readonly #moving = new LazyPart(this, () => import('./moving-about.js'));
  readonly #words = new LocaleController(this, () => ({ messages: this.messages, timeZone: this.timeZone, loaders: this.#class.locales }));
  readonly #discussion = new DiscussionController(this, () => ({
    adapter: this.adapter,
    backend: this.backend,
    src: this.src,
    discussion: discussionOf(this.discussion),
    loaders: this.#class.backends,
    isEager: this.loading === 'eager',
    options: { pageSize: this.pageSize, sort: this.order, closed: this.closed },
  }));
  readonly #writing = new LazyPart(this, async () => {
    const parts = await import('./writing.js');
    this.#words.addWriting(parts.words);
    adoptStyles(this.renderRoot as ShadowRoot, [...ArticleComments.styles, parts.styles]);
    parts.define();
    // The button will be another one, and whoever was about to press it must not have to look for it.
    if (this.#one('form [type=submit]:focus')) void this.#writing.load().then(() => this.#focusOnButton());
    return { ...parts, drafts: new parts.DraftStore(() => localStorage), writer: new parts.DiscussionWriter(this.#discussion.store) };
  });
  readonly #rows = new RowList();
  /** Formats whose renderer could not be fetched. */
  readonly #undrawable = new Set<Body['format']>();
  #place: DraftPlace = { discussion: '', viewer: { state: 'unknown' } };
  /** The comment that the address named when it was last followed. */
  #followed: CommentId | undefined;

  constructor() {
    super();
    new PageController(this);
  }

  /** Asks the backend again for the state of the discussion and its comments. */
  reload(): void {
    this.#discussion.retry();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keepEarlyText(this.#place);
  }

  protected override update(changed: PropertyValues<this>): void {
    const { store } = this.#discussion;
    if (changed.has('closed') && this.hasUpdated) store.setClosed(this.closed);
    // Here, and not before: by now the discussion is the one that the element names, and the form of the last is still there.
    this.#lookAfterText(store.state);
    super.update(changed);
  }

  protected override updated(): void {
    const { messages, formats } = this.#words;
    const { store } = this.#discussion;
    const list = this.#one('ol[part=list]');
    if (list) this.#rows.update(list, this.#listRows(store.state));
    const composer = this.#one<CommentComposer>('article-comments-composer');
    const { module } = this.#writing;
    if (composer && module) {
      const { writer, drafts } = module;
      Object.assign(composer, { store, writer, drafts, snapshot: store.state, place: this.#place, messages, formats, now: Date.now() });
      Object.assign(composer, { announce: this.#announce, showComment: this.#showComment, onDiscard: this.#onDiscard });
    }
    void this.#followAddress();
  }

  protected override render(): TemplateResult {
    const { mistake, error, store } = this.#discussion;
    const { messages, formats } = this.#words;
    const { total, access } = store.state;
    return html`<section part="section" lang=${messages.lang} dir=${messages.dir} aria-labelledby="heading"><h2 part="heading" id="heading" tabindex="-1" aria-level=${this.headingLevel}>${messages.heading(total === undefined || access.state === 'missing' ? undefined : formats.number(total))}</h2>${
      mistake
        ? html`<slot><p part="unavailable" class="small muted">${messages.unavailable}</p></slot>`
        : error
          ? html`<slot></slot>${this.#renderFailure(error)}`
          : this.#renderDiscussion(store.state)
    }${this.#renderNote()}<div class="live" aria-live="polite">${this.announcement}</div></section>`;
  }

  /** What a developer should know of this page. */
  #renderNote(): unknown {
    const mistake: Mistake | undefined = this.#discussion.mistake ?? this.#words.mistake;
    if (!mistake) return nothing;
    void this.#misconfiguration.load();
    return this.#misconfiguration.module?.tell(this, mistake);
  }

  #renderDiscussion(state: DiscussionState): TemplateResult {
    const { opening, listing, access, info } = state;
    const isFailed = opening.state === 'failed';
    return html`${access.state === 'missing' ? nothing : policyNotice(info?.policy, this.policyHref, this.#words.messages)}${
      // One cause, said once: where neither question was answered, the list's failure speaks for both.
      isFailed ? (listing.state === 'failed' ? nothing : this.#renderFailure(opening.error)) : this.#renderWriting(state)
    }${access.state === 'missing' ? nothing : this.#renderReading(state)}`;
  }

  #renderWriting({ access, info, viewer }: DiscussionState): unknown {
    const { adapter } = this.#discussion.store;
    const { messages, formats } = this.#words;
    const isOpen = access.state === 'open';
    const canSubmit = !adapter || Boolean(adapter.submit);
    if (access.state === 'unknown') return canSubmit ? html`<div class="composer-space"></div>` : nothing;
    const posting = info?.posting;
    const isRefused = isOpen && posting?.refusal !== undefined;
    const isSignedOut = posting?.who === 'signed-in' && viewer.state !== 'signed-in';
    return [
      closedNotice(access, messages, formats),
      isRefused ? this.#renderRefusal(posting.refusal) : nothing,
      canSubmit && ((isOpen && !isRefused) || this.isTextKept)
        ? composerShell({ part: this.#writing, messages, isSignedOut, onEarlySubmit: this.#onEarlySubmit })
        : nothing,
    ];
  }

  #renderRefusal(refusal: PostingRefusal): unknown {
    const { module, error } = this.#writing;
    if (!error) void this.#writing.load();
    return module?.refusalNotice(refusal, this.#words.messages as Messages, this.#words.formats);
  }

  #renderReading(state: DiscussionState): TemplateResult {
    const { messages, ready } = this.#words;
    const { listing, more, outgoing, truncated, access } = state;
    if (listing.state === 'failed') return this.#renderFailure(listing.error);
    const comments = commentsInOrder(state);
    if (
      listing.state !== 'ready' ||
      !ready ||
      !this.#areDrawable([...comments.map(({ body }) => body), ...(state.info?.policy?.body ? [state.info.policy.body] : [])])
    ) {
      return html`<div class="loading" aria-busy="true"><slot>${placeholder()}</slot></div>`;
    }
    const isLoading = more.state === 'loading';
    return html`${
      comments.length + outgoing.length > 0
        ? nothing
        : html`<p part="empty" class="muted small"><slot name="empty">${access.state === 'open' ? messages.empty : messages.emptyClosed}</slot></p>`
    }<ol part="list" role="list" @click=${this.#onListClick}></ol>${
      more.state === 'failed'
        ? failure(messages.moreFailed(causeOf(more.error, messages)), messages, this.#onMore)
        : more.state === 'idle'
          ? nothing
          : html`<button part="button more" class="wide small" type="button" aria-disabled=${isLoading} @click=${this.#onMore}>${isLoading ? messages.loadingMore : messages.loadMore}</button>`
    }${truncated ? html`<p part="truncated" class="muted small">${messages.truncated}</p>` : nothing}`;
  }

  /** True once all bodies can be drawn, or cannot be and are shown as plain text. Fetches what their formats need. */
  #areDrawable(bodies: readonly Body[]): boolean {
    const update = (): void => this.requestUpdate();
    const missing = [...new Set(bodies.map(({ format }) => format))].filter(
      (format) => !hasRenderer(format) && !this.#undrawable.has(format),
    );
    for (const format of missing) loadRenderer(format).then(update, () => (this.#undrawable.add(format), update()));
    return missing.length === 0;
  }

  #listRows(state: DiscussionState): readonly Row[] {
    const { messages, formats } = this.#words;
    const { adapter } = this.#discussion.store;
    const rows = commentRows(state, {
      messages,
      formats,
      adapter,
      reportHref: this.reportHref,
      isAbsolute: this.timeStyle === 'absolute',
      formOf: (comment) => (this.reporting === comment.id ? this.#renderReportForm(comment) : undefined),
    });
    const onTheWay = this.#writing.module?.outgoingRows(state.outgoing, messages as Messages) ?? [];
    return state.sort === 'newest' ? [...onTheWay, ...rows] : [...rows, ...onTheWay];
  }

  #renderReportForm(comment: Comment): TemplateResult {
    const { messages, formats } = this.#words;
    const { store } = this.#discussion;
    const { module, error, load } = this.#writing;
    if (error) return failure(messages.formFailed(causeOf(error, messages)), messages, load);
    if (!module) return html`<p class="small muted">${messages.loading}</p>`;
    return module.reportPanel({
      store,
      writer: module.writer,
      comment,
      messages: messages as Messages,
      formats,
      drafts: module.drafts,
      announce: this.#announce,
      onClose: this.#closeReport,
    });
  }

  #renderFailure(error: AdapterError): TemplateResult {
    const { messages } = this.#words;
    return failure(messages.loadFailed(causeOf(error, messages)), messages, this.#onRetry);
  }

  /**
   * Keeps the place of the draft in step with article and viewer, has the composer fetched where a draft waits, and keeps
   * the form while it holds text that a closed discussion no longer takes.
   */
  #lookAfterText({ discussion, viewer, access, info }: DiscussionState): void {
    const before = this.#place;
    if (discussion && discussion.key !== before.discussion) this.#keepEarlyText(before);
    if (!discussion || access.state === 'unknown') return;
    const typed = this.#one<HTMLTextAreaElement>('textarea')?.value.trim();
    const hasMoved = before.discussion !== discussion.key || before.viewer !== viewer;
    if (hasMoved) {
      this.#place = { discussion: discussion.key, viewer };
      if (before.discussion !== discussion.key) this.reporting = undefined;
    }
    if (!hasMoved && access.state === 'open' && !info?.posting?.refusal) return;
    const { module } = this.#writing;
    const hasDraft = module ? module.drafts.read(this.#place) !== undefined : mayHoldDraft(this.#place, () => localStorage);
    if (hasDraft) void this.#writing.load();
    this.isTextKept = hasDraft || Boolean(typed);
  }

  /** Text that was typed before the composer was there stays with its article when the section goes, or serves another. */
  #keepEarlyText(place: DraftPlace): void {
    const textarea = this.#one<HTMLTextAreaElement>('textarea');
    if (!textarea?.value.trim() || this.#one<CommentComposer>('article-comments-composer')?.hasUpdated || !place.discussion) return;
    keepDraft(place, { body: textarea.value }, () => localStorage);
    textarea.value = '';
  }

  async #followAddress(): Promise<void> {
    const wanted = commentInAddress();
    if (!wanted || wanted === this.#followed || !this.#rowOf(wanted)) return;
    this.#followed = wanted;
    await this.#moving.load();
    this.#moving.module?.followAddress(this.renderRoot, wanted);
  }

  #one<Found extends HTMLElement>(selector: string): Found | null {
    return this.renderRoot?.querySelector<Found>(selector) ?? null;
  }

  async #focusOnButton(): Promise<void> {
    const composer = this.#one<CommentComposer>('article-comments-composer');
    await composer?.updateComplete;
    composer?.querySelector<HTMLElement>('[type=submit]')?.focus();
  }

  #rowOf(id: CommentId): HTMLElement | null {
    return this.#one(`#${CSS.escape(PREFIX + id)}`);
  }

  readonly #showComment = async (id: CommentId): Promise<void> => {
    await this.#moving.load();
    this.#moving.module?.showComment(this.renderRoot, id);
  };

  readonly #announce = (text: string): void => {
    // The same words twice in a row are news too; a space that nobody hears makes them so.
    this.announcement = this.announcement === text ? `${text}\u00a0` : text;
  };

  readonly #closeReport = (id: CommentId): void => {
    this.reporting = undefined;
    this.#rowOf(id)?.querySelector<HTMLElement>('[data-action]')?.focus();
  };

  /** One listener for all comments: the row says which one is meant. */
  readonly #onListClick = (event: Event): void => {
    const button = (event.target as Element).closest('[data-action]');
    const id = button?.closest('li')?.id.slice(PREFIX.length);
    if (id === undefined) return;
    if (this.reporting === id) return this.#closeReport(id);
    this.reporting = id;
    void this.#writing.load();
  };

  readonly #onRetry = (): void => {
    this.reload();
    // The button goes away with the failure, and focus must not go with it.
    this.#one('h2')?.focus();
  };

  readonly #onMore = async (): Promise<void> => {
    const { store } = this.#discussion;
    const before = store.state.comments.length;
    await Promise.all([store.loadMore(), this.#moving.load()]);
    await this.updateComplete;
    const { messages, formats } = this.#words;
    const { comments } = store.state;
    const count = comments.length - before;
    if (count > 0) this.#announce(messages.loadedMore(count, formats.number(count)));
    this.#moving.module?.goOn(this.renderRoot, comments[before]?.id);
  };

  readonly #onDiscard = async (): Promise<void> => {
    this.requestUpdate();
    await this.updateComplete;
    // The form may have gone with its text.
    (this.#one('textarea') ?? this.#one('h2'))?.focus();
  };

  /** The button was pressed before the composer was there: it does what was asked as soon as it is. */
  readonly #onEarlySubmit = async (event: Event): Promise<void> => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    if (this.#writing.module || !(await this.#writing.load())) return;
    await this.#one<CommentComposer>('article-comments-composer')?.submit();
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
