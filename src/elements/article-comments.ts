import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { AdapterError, Body, Comment } from '../model/adapter.js';
import { isSetUpError, needsSignIn, toAdapterError } from '../model/adapter-error.js';
import { offeredFilters, offeredSorts } from '../model/discussion/offers.js';
import { commentsInOrder, type DiscussionState, isCounted } from '../model/state/discussion-state.js';
import { tokens } from '../styles/tokens.styles.js';
import { Announcer } from './announcer.js';
import { styles } from './article-comments.styles.js';
import { CommentsErrorEvent } from './events/reading-events.js';
import { firstFeatures, firstFiles, loadServed } from './first-files.js';
import { failure, unavailable } from './frame/failure.js';
import { BodyRenderers } from './list/body-renderers.js';
import { CommentList } from './list/comment-list.js';
import { bodyStyles } from './list/body.styles.js';
import { rowStyles } from './list/comment-row.styles.js';
import { SERVED_SECTION } from './page/served.js';
import { SectionFrame } from './section-frame.js';
import { ReturningReader } from './page/saved-position.js';
import { SectionProperties } from './properties.js';
import type { BackendLoader } from './opening/backend-loader.js';
import { DiscussionController } from './opening/discussion-controller.js';
import { discussionSource } from './opening/discussion-source.js';
import { LazyModule } from './lazy-module.js';
import { loadMore } from './frame/load-more.js';
import { closedNotice, editorsMessage, emptyNotice, feedLink, policyNotice } from './frame/notices.js';
import type { LocaleLoader } from './locale/find-locale.js';
import { LocaleController } from './locale/locale-controller.js';
import { placeholder } from './frame/placeholder.js';
import { readSettings, type Settings } from './settings/settings.js';
import type { ServedSection } from './served/served-section.js';

/** A comments section for one article. */
export class ArticleComments extends SectionProperties {
  // One sheet, because the browser looks up every element in each of them.
  static override styles = [
    css`
      ${tokens}${bodyStyles}${rowStyles}${styles}
    `,
  ];

  /** The adapters that `backend` may name. The script-tag build fills it. */
  static backends: Readonly<Record<string, BackendLoader>> = {};

  /**
   * Loaders for the languages that `lang` may name besides English, by BCP 47 tag in lower case. The script-tag build fills it.
   * `registerLocale` registers words that are there already.
   */
  static locales: Readonly<Record<string, LocaleLoader>> = {};

  /** @internal */
  declare readonly renderRoot: ShadowRoot;

  readonly #announcer = new Announcer(this);
  /** What a server has rendered inside the element. Undefined if there is nothing, and until its code is loaded. */
  #served: ServedSection | undefined;
  readonly #locale = new LocaleController(this, () => ({
    ...this.#settings,
    loaders: this.#class.locales,
  }));
  readonly #returning = new ReturningReader(this);
  readonly #discussion = new DiscussionController(this, () =>
    discussionSource(this.#settings, {
      served: this.#served,
      loaders: this.#class.backends,
      positionIn: (key) => this.#returning.positionIn(key),
      closed: this.closed,
      debug: this.debug,
    }),
  );
  readonly #opener = this.#discussion.opener;
  readonly #store = this.#opener.store;
  readonly #renderers = new BodyRenderers(this);
  /** The comments whose renderers are loaded. */
  #readable: readonly Comment[] = [];
  readonly #misconfiguration = new LazyModule(this, () => import('./settings/misconfiguration.js'));
  readonly #section = new SectionFrame(this, {
    store: this.#store,
    locale: this.#locale,
    announcer: this.#announcer,
    returning: this.#returning,
    settings: () => this.#settings,
    features: firstFeatures,
    files: firstFiles,
  });
  readonly #list = new CommentList(this.#section);

  /**
   * Requests the state of the discussion and its comments again, as many as are loaded. They stay on the page meanwhile, and if that
   * fails. Without an adapter, it tries again to load one.
   */
  reload(): void {
    this.#opener.retry();
  }

  override connectedCallback(): void {
    if (this.#served) this.#served.afterPaint(() => super.connectedCallback());
    else if (this.querySelector(SERVED_SECTION)) void this.#loadServed();
    else super.connectedCallback();
  }

  override disconnectedCallback(): void {
    if (this.shadowRoot) super.disconnectedCallback();
  }

  protected override update(changed: PropertyValues<this>): void {
    for (const feature of this.#section.features) feature.beforeUpdate?.();
    // Until its slot is rendered, the served section has no size, and the reader's position could not be measured.
    if (this.hasUpdated) {
      const { state } = this.#store;
      this.#served?.takeOver(state, () => this.#isReadyToDraw(state, commentsInOrder(state)));
    }
    super.update(changed);
  }

  protected override firstUpdated(): void {
    if (this.#served) void this.updateComplete.then(() => this.requestUpdate());
  }

  protected override updated(): void {
    const list = this.renderRoot.querySelector('[part=list]');
    if (list) this.#list.update(list);
    for (const feature of this.#section.features) feature.afterUpdate?.();
    this.#section.requestWanted();
    this.#served?.restoreReader();
  }

  protected override render(): TemplateResult {
    if (this.#served?.isShown) return this.#renderServed();
    const { mistake, error } = this.#opener;
    const { messages, formats } = this.#locale;
    const { headingLevel = 2 } = this.#settings;
    const { total, access } = this.#store.state;
    const count = total === undefined || access.state === 'missing' ? undefined : formats.number(total);
    return html`
      <section part="section" lang=${messages.lang} dir=${messages.dir} aria-labelledby="heading" @keydown=${this.#onKey}>
        ${this.#section.render('start')}
        <div part="bar" class="bar">
          <h2 part="heading" id="heading" tabindex="-1" aria-level=${headingLevel}>${messages.heading(count)}</h2>
          ${this.#renderMenus()}
        </div>
        ${
          mistake
            ? unavailable(this, messages)
            : error
              ? html`<slot></slot>${this.#renderFailure(error)}`
              : this.#renderDiscussion(this.#store.state)
        }
        ${this.#renderDeveloperNote()}${this.#announcer.render()}
      </section>
    `;
  }

  /** Loads the code that takes over what a server has rendered, and starts. If it cannot be loaded, the rendered comments stay. */
  async #loadServed(): Promise<void> {
    try {
      const { ServedSection } = await loadServed();
      this.#served = ServedSection.of(this);
      if (this.isConnected) this.connectedCallback();
    } catch (thrown) {
      this.dispatchEvent(new CommentsErrorEvent(toAdapterError(thrown), 'setup'));
    }
  }

  /** What the server has rendered stays until everything that replaces it is loaded. */
  #renderServed(): TemplateResult {
    const { listing } = this.#store.state;
    const error = this.#opener.error ?? (listing.state === 'failed' ? listing.error : undefined);
    return html`
      <slot></slot>
      ${error && !isSetUpError(error) ? this.#renderFailure(error) : nothing}
      ${this.#renderDeveloperNote()}${this.#announcer.render()}
    `;
  }

  #renderDeveloperNote(): unknown {
    const { mistakes: own } = readSettings(this);
    const mistakes = [...this.#opener.mistakes, ...own, ...this.#locale.mistakes, ...(this.#served?.mistakes ?? [])];
    return mistakes.length > 0 || this.debug ? this.#misconfiguration.request()?.tell(this, mistakes) : nothing;
  }

  #renderDiscussion(state: DiscussionState): unknown {
    const { opening, listing, access, info } = state;
    const { messages } = this.#locale;
    if (access.state === 'missing') return this.#renderForm();
    const { policyHref, reportHref } = this.#settings;
    const canReport = Boolean(reportHref || this.#store.adapter?.report);
    return [
      policyNotice(info?.policy, { owner: this, policyHref, canReport, messages }),
      editorsMessage(info?.message, this, messages),
      opening.state === 'failed' ? nothing : this.#renderForm(),
      // If both requests fail, the failure of the list is shown for both.
      opening.state === 'failed' && listing.state === 'ready' ? this.#renderFailure(opening.error) : nothing,
      this.#renderComments(state),
    ];
  }

  #renderForm(): unknown {
    const { messages, formats } = this.#locale;
    const { access } = this.#store.state;
    const hasForm = this.#section.features.some((feature) => feature.hasForm?.());
    return [
      closedNotice(access, messages, formats, hasForm ? undefined : 'status'),
      this.#section.render('above-form'),
      this.#section.render('form'),
    ];
  }

  #renderComments(state: DiscussionState): unknown {
    const { listing, outgoing } = state;
    const { messages } = this.#locale;
    if (listing.state === 'failed') {
      const { error } = listing;
      return isSetUpError(error) ? unavailable(this, messages, this.#onRetry) : this.#renderFailure(error);
    }
    const comments = commentsInOrder(state);
    if (!this.#isReadyToDraw(state, comments)) {
      return html`<div class="loading" aria-busy="true">${placeholder(this)}</div>`;
    }
    const selection = this.#section.render('list');
    const aboveList = this.#section.render('above-list');
    if (selection.length > 0) return [aboveList, selection];
    const isEmpty = comments.length + outgoing.length === 0;
    const progress = this.#section.render('progress');
    const left = state.more.state === 'idle' ? 0 : state.total! - comments.filter(isCounted).length;
    return [
      aboveList,
      this.#section.render('arrivals'),
      // With new comments, the text is no longer true.
      isEmpty && !state.waiting.length ? emptyNotice(state.access, messages) : nothing,
      this.#section.render('before-list'),
      this.#list.render(),
      progress.length > 0 ? progress : [loadMore(this.#section, state.more, left), this.#section.render('below-list')],
      state.truncated ? html`<p part="truncated" class="muted small">${messages.truncated}</p>` : nothing,
      feedLink(state.info?.feedUrl, messages),
    ];
  }

  #renderFailure(error: AdapterError): TemplateResult {
    const { messages } = this.#locale;
    return failure(messages.loadFailed, error, messages, needsSignIn(error) && !this.token ? undefined : this.#onRetry);
  }

  /** Whether everything that the comments need is loaded. */
  #isReadyToDraw({ listing, info }: DiscussionState, comments: readonly Comment[]): boolean {
    if (listing.state !== 'ready' || !this.#locale.isReady) return false;
    if (!this.#section.isReady) return false;
    const bodies: readonly Body[] = [
      ...comments.filter((comment, index) => comment !== this.#readable[index]).map(({ body }) => body),
      ...[info?.policy?.body, info?.message].flatMap((body) => body ?? []),
    ];
    const isReady = this.#renderers.areReadyFor(bodies);
    if (isReady) this.#readable = comments;
    return isReady;
  }

  /** The properties that can be used. */
  get #settings(): Settings {
    const { settings } = readSettings(this);
    return this.#served?.complete(settings) ?? settings;
  }

  get #class(): typeof ArticleComments {
    return this.constructor as typeof ArticleComments;
  }

  /** The order and the selections of the list. Until their code is loaded, a menu without a choice keeps the space. */
  #renderMenus(): unknown {
    const { adapter, state } = this.#store;
    if (this.#section.dispatcher) return this.#section.render('menus');
    const isOffered = adapter && state.comments.length > 1 && (offeredSorts(adapter)[1] ?? offeredFilters(adapter)[0]);
    return isOffered ? html`<label class="order small"><select disabled></select></label>` : nothing;
  }

  readonly #onRetry = (): void => {
    this.#section.focusHeading();
    this.reload();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.target as Element;
    // Most keys in a section are typed into its forms.
    if (!/^[jknrc?]$/.test(event.key) || target.closest('textarea, input, select')) return;
    void this.#section.run({ type: 'press-key', event, target });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments': ArticleComments;
  }
}
