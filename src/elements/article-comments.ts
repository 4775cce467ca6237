import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { AdapterError, CommentId } from '../model/adapter.js';
import { commentsInOrder, type DiscussionState } from '../model/discussion/discussion-state.js';
import { tokens } from '../styles/tokens.styles.js';
import { styles } from './article-comments.styles.js';
import { BodyRenderers } from './list/body-renderers.js';
import type { Browsing } from './browsing.js';
import { browsingFailure } from './section/browsing-failure.js';
import type { CommentComposer } from './compose/comment-composer.js';
import { CommentList } from './list/comment-list.js';
import { rowStyles } from './list/comment-row.styles.js';
import { composerShell } from './compose/composer-shell.js';
import { type BackendLoader, DiscussionController } from './section/discussion-controller.js';
import { closedNotice, policyNotice } from './section/notices.js';
import { failure } from './section/failure.js';
import { LazyModule } from './section/lazy-module.js';
import { LocaleController, type LocaleLoader } from './section/locale-controller.js';
import type { Mistake } from './section/misconfiguration.js';
import { orderChoice } from './section/sort-menu.js';
import { commentInAddress, discussionOf } from './permalink/permalink.js';
import { placeholder } from './section/placeholder.js';
import { hasMuted } from './section/preferences.js';
import type { Section } from './section.js';
import { SectionProperties } from './properties.js';
import { EarlyInput } from './compose/early-input.js';
import type { Writing } from './writing.js';

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
 * @fires comments-vote - The backend has taken the reader's vote.
 * @fires comments-edit - The backend has taken a change to a comment.
 * @fires comments-remove - The backend has removed a comment at the reader's wish.
 * @fires comments-sign-in - The reader wants to sign in. Cancelable.
 */
export class ArticleComments extends SectionProperties {
  static override properties: PropertyDeclarations = {
    announcement: { state: true },
  };

  static override styles = [tokens, rowStyles, styles];

  /** The adapters that `backend` may name. The script-tag build fills it. */
  static backends: Readonly<Record<string, BackendLoader>> = {};

  /** The languages that `lang` may name besides English, by BCP 47 tag in lower case. The script-tag build fills it. */
  static locales: Readonly<Record<string, LocaleLoader>> = {};

  private announcement = '';

  readonly #misconfiguration = new LazyModule(this, () => import('./section/misconfiguration.js'));
  readonly #browsing: LazyModule<Browsing> = new LazyModule(this, async () => new (await import('./browsing.js')).Browsing(this.#section));
  readonly #writing: LazyModule<Writing> = new LazyModule(this, async () => new (await import('./writing.js')).Writing(this.#section));
  readonly #words = new LocaleController(this, () => ({ messages: this.messages, timeZone: this.timeZone, loaders: this.#class.locales }));
  readonly #discussion = new DiscussionController(this, () => ({
    adapter: this.adapter,
    backend: this.backend,
    src: this.src,
    discussion: discussionOf(this.discussion),
    loaders: this.#class.backends,
    // Whoever follows a link to a comment is on the way here.
    isEager: this.loading === 'eager' || commentInAddress() !== '',
    options: { pageSize: this.pageSize, sort: this.order, closed: this.closed },
  }));
  readonly #list: CommentList = new CommentList(() => this.#section);
  readonly #text = new EarlyInput(this, this.#writing);
  readonly #renderers = new BodyRenderers(this);

  /** Asks the backend again for the state of the discussion and its comments. */
  reload(): void {
    this.#discussion.retry();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#text.keepEarlyText();
  }

  protected override update(changed: PropertyValues<this>): void {
    const { store } = this.#discussion;
    if (changed.has('closed') && this.hasUpdated) store.setClosed(this.closed);
    // Here, and not before: by now the discussion is the one that the element names, and the form of the last is still there.
    if (this.#text.follow(store.state)) this.#list.reset();
    super.update(changed);
  }

  protected override updated(): void {
    const list = this.#one('[part=list]');
    if (list) this.#list.update(list);
    this.#writing.module?.follow();
    // With it comes the clock, and what follows the address: a page whose comments could not be loaded may turn to another article.
    if (/ready|failed/.test(this.#discussion.store.state.listing.state)) this.#browsing.loadWhenIdle();
    (commentInAddress() ? this.#browsing.wanted() : this.#browsing.module)?.address.follow();
  }

  protected override render(): TemplateResult {
    const { mistake, error, store } = this.#discussion;
    const { messages, formats } = this.#words;
    const { total, access } = store.state;
    return html`<section part="section" lang=${messages.lang} dir=${messages.dir} aria-labelledby="heading" @keydown=${this.#onKey}><div part="bar" class="bar"><h2 part="heading" id="heading" tabindex="-1" aria-level=${this.headingLevel}>${messages.heading(total === undefined || access.state === 'missing' ? undefined : formats.number(total))}</h2>${orderChoice(store, messages, this.#onSort)}</div>${
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
    return mistake && this.#misconfiguration.wanted()?.tell(this, mistake);
  }

  #renderDiscussion(state: DiscussionState): TemplateResult {
    const { opening, listing, access, info } = state;
    const isFailed = opening.state === 'failed';
    return html`${access.state === 'missing' ? nothing : policyNotice(info?.policy, { owner: this, policyHref: this.policyHref, messages: this.#words.messages })}${
      // One cause, said once: where neither question was answered, the list's failure speaks for both.
      isFailed ? (listing.state === 'failed' ? nothing : this.#renderFailure(opening.error)) : this.#renderWriting(state)
    }${access.state === 'missing' ? nothing : this.#renderReading(state)}`;
  }

  #renderWriting({ access, info }: DiscussionState): unknown {
    const { adapter } = this.#discussion.store;
    const { messages, formats } = this.#words;
    const { isTextKept } = this.#text;
    const isOpen = access.state === 'open';
    const canSubmit = !adapter || Boolean(adapter.submit);
    if (access.state === 'unknown') return canSubmit ? html`<div class="composer-space"></div>` : nothing;
    const posting = info?.posting;
    const isRefused = isOpen && posting?.refusal !== undefined;
    return [
      closedNotice(access, messages, formats),
      isRefused ? this.#writing.wanted()?.refusal(posting.refusal) : nothing,
      canSubmit && ((isOpen && !isRefused) || isTextKept)
        ? composerShell(this.#section, {
            isAwake: this.#writing.module && this.#text.isAwake,
            onTurn: this.#text.turn,
            label: messages.yourComment,
            post: messages.post,
          })
        : nothing,
      this.#browsing.module?.renderModeration(),
    ];
  }

  #renderReading(state: DiscussionState): TemplateResult {
    const { messages, ready } = this.#words;
    const { listing, sorting, more, outgoing, truncated, access } = state;
    const failed = listing.state === 'failed' && this.#renderFailure(listing.error);
    if (failed) return failed;
    const comments = commentsInOrder(state);
    if (
      listing.state !== 'ready' ||
      !ready ||
      this.#isWaitingForMuting() ||
      !this.#renderers.areReadyFor([...comments.map(({ body }) => body), ...(state.info?.policy?.body ? [state.info.policy.body] : [])])
    ) {
      return html`<div class="loading" aria-busy="true"><slot>${placeholder()}</slot></div>`;
    }
    const moreFailed = more.state === 'failed' && this.#renderFailure(more.error, messages.moreFailed, this.#onMore);
    const isLoading = more.state !== 'ready';
    return html`${
      // What was pressed in no comment, and the way to one, need it too.
      this.#browsing.module?.renderAbove() ??
      (commentInAddress() || this.#list.failures.has('') || hasMuted() ? browsingFailure(this.#browsing, messages, this) : nothing)
    }${
      comments.length + outgoing.length > 0
        ? nothing
        : html`<p part="empty" class="muted small"><slot name="empty">${access.state === 'open' ? messages.empty : messages.emptyClosed}</slot></p>`
    }<div part="list" role="list" aria-busy=${sorting.state === 'loading'} @click=${this.#list.onClick}></div>${
      moreFailed ||
      (more.state === 'idle'
        ? nothing
        : html`<button part="button more" class="wide small" type="button" aria-disabled=${isLoading} @click=${this.#onMore}>${isLoading ? messages.loadingMore : messages.loadMore}</button>`)
    }${truncated ? html`<p part="truncated" class="muted small">${messages.truncated}</p>` : nothing}`;
  }

  /** Who has muted somebody must not see their comments first. */
  #isWaitingForMuting(): boolean {
    return hasMuted() && !this.#browsing.wanted() && !this.#browsing.error;
  }

  /** What failed, as soon as there are words for why: they come with browsing, and whoever cannot fetch that has no connection. */
  #renderFailure(
    error: AdapterError,
    say = this.#words.messages.loadFailed,
    onRetry: () => unknown = this.#onRetry,
  ): TemplateResult | undefined {
    const { messages } = this.#words;
    const cause = this.#browsing.wanted()?.errorText(error) ?? (this.#browsing.error && messages.causes.network);
    return cause === undefined ? undefined : failure(say(cause), messages, onRetry);
  }

  #one<Found extends HTMLElement>(selector: string): Found | null {
    return this.renderRoot?.querySelector<Found>(selector) ?? null;
  }

  readonly #announce = (text: string): void => {
    // The same words twice in a row are news too; a space that nobody hears makes them so.
    this.announcement = this.announcement === text ? `${text}\u00a0` : text;
  };

  /** What a button of the list asks for. */
  readonly #act = async (action: string, id: CommentId): Promise<void> => {
    await this.#browsing.use((it) => it.act(action, id));
    this.#failedAt(id);
  };

  /** Says where somebody has pressed something, that what does it could not be fetched; if that is so. */
  #failedAt(id: CommentId): boolean {
    const { error } = this.#browsing;
    const { messages } = this.#words;
    if (error) this.#list.fail(id, messages.formFailed(messages.causes.network));
    return error !== undefined;
  }

  readonly #onRetry = (): void => {
    this.reload();
    // The button goes away with the failure, and focus must not go with it.
    this.#one('h2')?.focus();
  };

  readonly #onKey = (event: KeyboardEvent): unknown => {
    const target = event.target as Element;
    return this.#browsing.use((it) => it.onKey(event, target));
  };

  readonly #onSort = async ({ target }: Event): Promise<void> => {
    const select = target as HTMLSelectElement;
    await this.#browsing.use((it) => it.sort(select));
    if (this.#failedAt('')) select.value = this.#discussion.store.state.sort;
  };

  readonly #onMore = async (): Promise<void> => {
    const { store } = this.#discussion;
    const before = store.state.comments.length;
    await Promise.all([store.loadMore(), this.#browsing.load()]);
    const { module } = this.#browsing;
    // The button may be gone, and the part that knows where to go on did not come.
    if (module) await module.goOn(before);
    else this.#one('h2')?.focus();
  };

  /** The button was pressed before the composer was there: it does what was asked as soon as it is. */
  readonly #onEarlySubmit = async (event: Event): Promise<void> => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    const composer = (event.target as Element).closest<CommentComposer>('article-comments-composer');
    if (!composer || composer.hasUpdated || !(await (composer.parent ? this.#writing.load() : this.#text.wake()))) return;
    await composer.submit();
  };

  /** What the parts that come later work with. */
  get #section(): Section {
    return {
      host: this,
      root: this.renderRoot as ShadowRoot,
      store: this.#discussion.store,
      list: this.#list,
      words: this.#words,
      text: this.#text,
      browsing: this.#browsing,
      writing: this.#writing,
      act: this.#act,
      onEarlySubmit: this.#onEarlySubmit,
      announce: this.#announce,
    };
  }

  get #class(): typeof ArticleComments {
    return this.constructor as typeof ArticleComments;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments': ArticleComments;
  }
}
