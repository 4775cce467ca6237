import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { AdapterError, Body, Comment } from '../model/adapter.js';
import { isSetUpError, needsSignIn } from '../model/adapter-error.js';
import { commentsInOrder, type DiscussionState } from '../model/state/discussion-state.js';
import { tokens } from '../styles/tokens.styles.js';
import { styles } from './article-comments.styles.js';
import { raise } from './command.js';
import { CommandListener } from './command-listener.js';
import type { ComposerShell } from './composing/composer-shell.js';
import { EarlyInput } from './composing/early-input.js';
import { WritingPart } from './composing/writing-part.js';
import { Avatars } from './avatars/avatars.js';
import { BodyRenderers } from './list/body-renderers.js';
import { CommentList, type ListInputs } from './list/comment-list.js';
import { bodyStyles } from './list/body.styles.js';
import { rowStyles } from './list/comment-row.styles.js';
import { ListView } from './list/list-view.js';
import { panelContent } from './list/panel-content.js';
import type { Panel } from '../presentation/panel.js';
import { commentInAddress, discussionOf } from './page/address.js';
import { ReturningReader } from './scroll-position/returning-reader.js';
import { SectionProperties } from './properties.js';
import type { ReadingFeatures } from './reading-features.js';
import { Announcer } from './frame/announcer.js';
import type { BackendLoader } from './opening/backend-loader.js';
import { DiscussionController } from './opening/discussion-controller.js';
import { failure, unavailable } from './frame/failure.js';
import { LazyModule } from './lazy-module.js';
import { loadMore } from './frame/load-more.js';
import { LocaleController, type LocaleLoader } from './locale/locale-controller.js';
import type { ClosingControls } from './moderating/closing-controls.js';
import { editorsMessage, emptyNotice, feedLink, policyNotice } from './frame/notices.js';
import { placeholder } from './frame/placeholder.js';
import { hasMuted } from './page/preferences.js';
import { pressShortcut } from './shortcuts/press-shortcut.js';
import type { SectionHost } from './section-host.js';
import { readSettings, type Settings } from './settings/settings.js';
import { filterMenu } from './frame/filter-menu.js';
import { sortFailure, sortMenu } from './frame/sort-menu.js';
import { ServedSection } from './served/served-section.js';
import type { WritingFeatures } from './writing-features.js';

/** A comments section for one article. */
export class ArticleComments extends SectionProperties {
  static override styles = [tokens, bodyStyles, rowStyles, styles];

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
  readonly #served = new ServedSection(this.#host);
  readonly #locale = new LocaleController(this, () => ({
    ...this.#settings,
    loaders: this.#class.locales,
  }));
  readonly #returning = new ReturningReader(this.#host);
  readonly #discussion = new DiscussionController(this, () => {
    const { adapter, backend, src, token, discussion: key, loading, pageSize, order } = this.#settings;
    const discussion = discussionOf(key);
    this.#served.setDiscussion(discussion.key);
    const place = this.#returning.placeIn(discussion.key);
    return {
      adapter,
      backend,
      src,
      token,
      discussion,
      place,
      served: this.#served.isShown ? this.#served.data : undefined,
      loaders: this.#class.backends,
      // A reader who follows a link to a comment, or was among the comments before, is on the way here.
      isEager: loading === 'eager' || commentInAddress() !== '' || place !== undefined,
      options: { pageSize, sort: order, closed: this.closed, debug: this.debug },
    };
  });
  readonly #store = this.#discussion.store;
  readonly #view = new ListView(() => this.requestUpdate());
  readonly #list = new CommentList(this.#store, this.#view);
  readonly #renderers = new BodyRenderers(this);
  readonly #avatars = new Avatars(this.#host);

  readonly #reading: LazyModule<ReadingFeatures> = new LazyModule(this, async () => {
    const { createReadingFeatures } = await import('./reading-features.js');
    return createReadingFeatures(this.#host, {
      ...this.#shared,
      writing: this.#writing,
      closingControls: this.#closingControls,
      returning: this.#returning,
    });
  });
  readonly #writing: LazyModule<WritingFeatures> = new LazyModule(this, async () => {
    const { createWritingFeatures } = await import('./writing-features.js');
    return createWritingFeatures(this.#host, this.#shared);
  });
  readonly #closingControls: LazyModule<ClosingControls> = new LazyModule(this, async () => {
    const { ClosingControls } = await import('./moderating/closing-controls.js');
    return new ClosingControls(this.#host, { ...this.#shared, writing: this.#writing });
  });
  readonly #misconfiguration = new LazyModule(this, () => import('./settings/misconfiguration.js'));

  readonly #earlyInput = new EarlyInput(this.#host, this.#writing);
  readonly #writingPart = new WritingPart({
    ...this.#composerOptions,
    closingControls: this.#closingControls,
    isClosedByPage: () => this.closed,
  });
  readonly #commands = new CommandListener(this.#host, { ...this.#shared, reading: this.#reading });

  /**
   * Asks the backend again for the state of the discussion and its comments, as many as are loaded. They stay on the page meanwhile, and
   * if that fails. Without an adapter, it tries again to load one.
   */
  reload(): void {
    this.#discussion.retry();
  }

  override connectedCallback(): void {
    this.#served.afterPaint(() => super.connectedCallback());
  }

  override disconnectedCallback(): void {
    if (this.shadowRoot) super.disconnectedCallback();
  }

  protected override update(changed: PropertyValues<this>): void {
    if (changed.has('closed') && this.hasUpdated) this.#store.setClosed(this.closed);
    // While the form of the last discussion is still drawn: its text has to be kept.
    if (this.#earlyInput.update(this.#store.state)) {
      this.#view.reset();
      this.#closingControls.module?.reset();
    }
    this.#writing.module?.setPlace(this.#earlyInput.place);
    if (this.#served.isShown && this.#isReadyToTakeOver(this.#store.state)) this.#served.replace();
    super.update(changed);
  }

  protected override updated(): void {
    const list = this.renderRoot.querySelector('[part=list]');
    const { place } = this.#returning;
    if (list) {
      this.#list.update(list, this.#listInputs);
      if (place) this.#reading.module?.place.restore(place);
    } else if (place) this.#reading.request();
    // A section whose comments could not be loaded may still turn to another discussion.
    if (/ready|failed/.test(this.#store.state.listing.state)) this.#reading.requestWhenIdle();
    if (commentInAddress()) this.#reading.request()?.permalinks.request();
    this.#served.restoreReader();
  }

  protected override render(): TemplateResult {
    if (this.#served.isShown) return this.#renderServed();
    const { mistake, error } = this.#discussion;
    const { messages, formats } = this.#locale;
    const { headingLevel = 2 } = this.#settings;
    const { total, access } = this.#store.state;
    const count = total === undefined || access.state === 'missing' ? undefined : formats.number(total);
    return html`
      <section part="section" lang=${messages.lang} dir=${messages.dir} aria-labelledby="heading" @keydown=${this.#onKey}>
        <div part="bar" class="bar">
          <h2 part="heading" id="heading" tabindex="-1" aria-level=${headingLevel}>${messages.heading(count)}</h2>
          ${filterMenu(this.#store, this.#reading.module?.filtered.module?.shown, messages)}${sortMenu(this.#store, messages)}
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

  /** What the server has rendered stays until all that takes its place is there, and if that never comes. */
  #renderServed(): TemplateResult {
    const { listing } = this.#store.state;
    const error = this.#discussion.error ?? (listing.state === 'failed' ? listing.error : undefined);
    return html`
      <slot></slot>
      ${error && !isSetUpError(error) ? this.#renderFailure(error) : nothing}
      ${this.#renderDeveloperNote()}${this.#announcer.render()}
    `;
  }

  #renderDeveloperNote(): unknown {
    const { mistakes: own } = readSettings(this);
    const mistakes = [...this.#discussion.mistakes, ...own, ...this.#locale.mistakes, ...this.#served.mistakes];
    return mistakes.length > 0 || this.debug ? this.#misconfiguration.request()?.tell(this, mistakes) : nothing;
  }

  #renderDiscussion(state: DiscussionState): unknown {
    const { opening, listing, access, info } = state;
    if (access.state === 'missing') return this.#writingPart.render(state);
    const { policyHref, reportHref } = this.#settings;
    const canReport = Boolean(reportHref || this.#store.adapter?.report);
    const policy = policyNotice(info?.policy, { owner: this, policyHref, canReport, messages: this.#locale.messages });
    // One cause is said once: where both requests fail, the failure of the list speaks for both.
    const openingFailure =
      opening.state === 'failed' && listing.state === 'ready' ? this.#renderFailure(opening.error) : nothing;
    const canSkipForm =
      this.#writingPart.hasForm(state) && listing.state === 'ready' && commentsInOrder(state).length > 0;
    return [
      canSkipForm ? this.#reading.module?.renderSkipLink('list') : nothing,
      policy,
      editorsMessage(info?.message, this, this.#locale.messages),
      opening.state === 'failed' ? openingFailure : this.#writingPart.render(state),
      this.#renderReading(state),
    ];
  }

  #renderReading(state: DiscussionState): unknown {
    const { listing, outgoing } = state;
    const { messages } = this.#locale;
    if (listing.state === 'failed') {
      const { error } = listing;
      return isSetUpError(error) ? unavailable(this, messages, raise({ type: 'reload' })) : this.#renderFailure(error);
    }
    const comments = commentsInOrder(state);
    if (!this.#isReadyToDraw(state, comments)) {
      return html`<div class="loading" aria-busy="true">${placeholder(this)}</div>`;
    }
    const filtered = this.#reading.module?.filtered.module?.render();
    if (filtered) return [this.#renderAboveList(), filtered];
    const isEmpty = comments.length + outgoing.length === 0;
    const hasArrivals = state.waiting.length > 0;
    const arrivals = this.#reading.module?.renderStart() ?? nothing;
    return [
      this.#renderAboveList(),
      // On an empty list, the button takes the place of the text, which is no longer true.
      isEmpty && hasArrivals ? html`<div class="first">${arrivals}</div>` : arrivals,
      isEmpty && !hasArrivals ? emptyNotice(state.access, messages) : nothing,
      isEmpty ? nothing : this.#reading.module?.renderSkipLink('end'),
      this.#list.render(),
      // A failure is shown once, at the gap that was to be closed.
      this.#reading.module?.renderLoading() ??
        loadMore(this.#reading.module?.gaps.hasFailed ? { state: 'ready' } : state.more, messages),
      isEmpty ? nothing : this.#reading.module?.renderEnd(this.#settings.pageSize ?? 25),
      state.truncated ? html`<p part="truncated" class="muted small">${messages.truncated}</p>` : nothing,
      feedLink(state.info?.feedUrl, messages),
    ];
  }

  #renderAboveList(): unknown {
    const { messages } = this.#locale;
    const reading = this.#reading.module;
    const isWanted = commentInAddress() || hasMuted() || this.#commands.hasFailed || this.#store.state.viewer.moderator;
    const error = this.#reading.error ?? reading?.permalinks.error;
    return [
      error && isWanted ? failure(messages.moreFailed, error, messages, this.#onLoadFeatures) : nothing,
      reading?.permalinks.module?.render() ?? nothing,
      sortFailure(this.#store.state, messages),
      reading?.renderFilterFailure() ?? nothing,
    ];
  }

  readonly #renderPanel = (panel: Panel, comment: Comment): unknown =>
    panelContent(panel, comment, { store: this.#store, composer: this.#composerOptions, reading: this.#reading });

  #renderFailure(error: AdapterError): TemplateResult {
    const { messages } = this.#locale;
    const onRetry = needsSignIn(error) ? undefined : raise({ type: 'reload' });
    return failure(messages.loadFailed, error, messages, onRetry);
  }

  /** Whether nothing that the comments need is still on its way. */
  #isReadyToDraw({ listing, info }: DiscussionState, comments: readonly Comment[]): boolean {
    if (listing.state !== 'ready' || !this.#locale.isReady || !this.#avatars.areReady) return false;
    // A reader who has muted someone must not see their comments first.
    if (hasMuted() && !this.#reading.request() && !this.#reading.error) return false;
    const { place } = this.#returning;
    if (place && !this.#reading.request()?.place.isReadyFor(place) && !this.#reading.error) return false;
    const bodies: readonly Body[] = [
      ...comments.map(({ body }) => body),
      ...[info?.policy?.body, info?.message].filter((body) => body !== undefined),
    ];
    return this.#renderers.areReadyFor(bodies);
  }

  #isReadyToTakeOver(state: DiscussionState): boolean {
    const isOpened = state.info !== undefined || state.opening.state === 'failed';
    return this.#served.isReady && isOpened && this.#isReadyToDraw(state, commentsInOrder(state));
  }

  get #listInputs(): ListInputs {
    const { reportHref, headingLevel = 2, timeStyle } = this.#settings;
    return {
      messages: this.#locale.messages,
      formats: this.#locale.formats,
      reportHref,
      headingLevel,
      timeStyle,
      drawAvatar: this.#avatars.draw,
      live: this.#reading.module?.live,
      muting: this.#reading.module?.muting,
      moderated: this.#reading.module?.moderated,
      gaps: this.#reading.module?.gaps.rows() ?? new Map(),
      outgoing: this.#writing.module?.outgoingRows() ?? new Map(),
      renderPanel: this.#renderPanel,
      renderDecision: this.#reading.module?.renderDecision,
    };
  }

  get #composerOptions(): ComposerShell {
    return { ...this.#shared, writing: this.#writing, earlyInput: this.#earlyInput };
  }

  /** What most parts of the section work with. */
  get #shared() {
    return { store: this.#store, view: this.#view, locale: this.#locale, announcer: this.#announcer };
  }

  /** The properties as they can be used. */
  get #settings(): Settings {
    return this.#served.complete(readSettings(this).settings);
  }

  get #host(): SectionHost {
    return this;
  }

  get #class(): typeof ArticleComments {
    return this.constructor as typeof ArticleComments;
  }

  readonly #onLoadFeatures = (): void => {
    // The button goes with the failure, and must not take the focus with it.
    this.renderRoot.querySelector('h2')?.focus();
    void (this.#reading.module?.permalinks ?? this.#reading).load();
  };

  readonly #onKey = (event: KeyboardEvent): void => void pressShortcut(event, this.#reading);
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments': ArticleComments;
  }
}
