import { adoptStyles, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.js';
import type { AdapterError, Comment, CommentId, PostingRefusal } from '../model/adapter.js';
import { commentsInOrder, type DiscussionState } from '../model/discussion-state.js';
import type { DraftPlace } from '../model/draft-place.js';
import { tokens } from '../styles/tokens.styles.js';
import { AddressFollower } from './address-follower.js';
import { styles } from './article-comments.styles.js';
import { BodyRenderers } from './body-renderers.js';
import type { CommentComposer } from './comment-composer.js';
import { CommentList } from './comment-list.js';
import { rowStyles } from './comment-row.styles.js';
import type { Panel } from './comment-row.js';
import { type ComposerShell, composerShell } from './composer-shell.js';
import { type BackendLoader, DiscussionController } from './discussion-controller.js';
import { closedNotice, policyNotice } from './discussion-notices.js';
import { causeOf, failure, partFailure } from './failure.js';
import { LazyPart } from './lazy-part.js';
import { LocaleController, type LocaleLoader } from './locale-controller.js';
import type { Mistake } from './misconfiguration.js';
import { newComments } from './new-comments.js';
import { OrderChoice } from './order-choice.js';
import { commentInAddress, discussionOf } from './page-address.js';
import { PageController } from './page-controller.js';
import { placeholder } from './placeholder.js';
import { SectionSettings } from './section-settings.js';
import { takesKey } from './takes-key.js';
import { TextKeeper } from './text-keeper.js';

const NOTHING = new Map<null, never>();

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
export class ArticleComments extends SectionSettings {
  static override properties: PropertyDeclarations = {
    announcement: { state: true },
  };

  static override styles = [tokens, rowStyles, styles];

  /** The adapters that `backend` may name. The script-tag build fills it. */
  static backends: Readonly<Record<string, BackendLoader>> = {};

  /** The languages that `lang` may name besides English, by BCP 47 tag in lower case. The script-tag build fills it. */
  static locales: Readonly<Record<string, LocaleLoader>> = {};

  private announcement = '';

  readonly #misconfiguration = new LazyPart(this, () => import('./misconfiguration.js'));
  readonly #browsing = new LazyPart(this, async () => {
    const { Browsing, words } = await import('./browsing.js');
    this.#words.add(words);
    return new Browsing({
      root: this.renderRoot as ShadowRoot,
      store: this.#discussion.store,
      list: this.#list,
      words: () => this.#words,
      drawn: () => this.updateComplete,
      announce: this.#announce,
      tell: this.#address.tell,
    });
  });
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
  readonly #live = new LazyPart(this, async () => {
    const { LiveUpdates } = await import('./live-updates.js');
    return new LiveUpdates({ store: this.#discussion.store, words: () => this.#words, announce: this.#announce });
  });
  readonly #writing = new LazyPart(this, async () => {
    const parts = await import('./writing.js');
    this.#words.add(parts.words);
    adoptStyles(this.renderRoot as ShadowRoot, [...ArticleComments.styles, parts.styles]);
    parts.define();
    // The button will be another one, and whoever was about to press it must not have to look for it.
    if (this.#one('form [type=submit]:focus')) void this.#writing.load().then(() => this.#focusOnButton());
    const { store } = this.#discussion;
    const writer = new parts.DiscussionWriter(store);
    const words = (): Messages => this.#words.messages as Messages;
    const actions = new parts.RowActions({ host: this, store, writer, list: this.#list, words, announce: this.#announce });
    return { ...parts, drafts: new parts.DraftStore(() => localStorage), writer, actions };
  });
  readonly #moderation = new LazyPart(this, async () => {
    const { Moderation, words } = await import('./moderation.js');
    this.#words.add(words);
    const { store } = this.#discussion;
    return new Moderation({ host: this, store, writing: this.#writing, words: () => this.#words.messages, announce: this.#announce });
  });
  readonly #order = new OrderChoice(() => ({
    store: this.#discussion.store,
    messages: this.#words.messages,
    announce: this.#announce,
  }));
  readonly #list: CommentList = new CommentList(this, () => ({
    store: this.#discussion.store,
    messages: this.#words.messages,
    formats: this.#words.formats,
    reportHref: this.reportHref,
    isAbsolute: this.timeStyle === 'absolute',
    panel: this.#renderPanel,
    act: (action, id) => void this.#act(action, id),
    waiting: this.#live.module?.waiting ?? NOTHING,
    outgoing: this.#writing.module?.outgoingRows(this.#discussion.store.state.outgoing, this.#words.messages as Messages) ?? NOTHING,
    isNew: (comment) => this.#live.module?.isNew(comment) ?? false,
  }));
  /** Whose begun replies are open again. */
  #reopened: DraftPlace | undefined;
  readonly #text = new TextKeeper(this, this.#writing);
  readonly #renderers = new BodyRenderers(this);
  readonly #address: AddressFollower = new AddressFollower(this, this.#discussion.store, this.#words, this.#browsing);

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
    const { messages, formats } = this.#words;
    const { store } = this.#discussion;
    const list = this.#one('ol[part=list]');
    if (list) this.#list.update(list);
    const { module } = this.#writing;
    if (module && this.#reopened !== this.#text.place) {
      this.#reopened = this.#text.place;
      for (const id of module.drafts.replies(this.#text.place)) this.#list.open('reply', id);
    }
    if (module)
      for (const composer of this.renderRoot.querySelectorAll<CommentComposer>('article-comments-composer')) {
        if (!composer.parent && !this.#text.isAwake) continue;
        const place = { ...this.#text.place, reply: composer.parent?.id };
        const { writer, drafts } = module;
        Object.assign(composer, { store, writer, drafts, snapshot: store.state, place, messages, formats, now: store.now });
        Object.assign(composer, { announce: this.#announce, showComment: this.#showComment, onDiscard: this.#onDiscard });
        Object.assign(composer, { onClose: this.#list.close });
      }
    if (store.state.listing.state === 'ready') this.#live.loadWhenIdle();
    void this.#address.follow();
  }

  protected override render(): TemplateResult {
    const { mistake, error, store } = this.#discussion;
    const { messages, formats } = this.#words;
    const { total, access } = store.state;
    return html`<section part="section" lang=${messages.lang} dir=${messages.dir} aria-labelledby="heading" @keydown=${this.#onKey}><div part="bar" class="bar"><h2 part="heading" id="heading" tabindex="-1" aria-level=${this.headingLevel}>${messages.heading(total === undefined || access.state === 'missing' ? undefined : formats.number(total))}</h2>${this.#order.render()}</div>${
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
    return html`${access.state === 'missing' ? nothing : policyNotice(info?.policy, { owner: this, policyHref: this.policyHref, messages: this.#words.messages })}${
      // One cause, said once: where neither question was answered, the list's failure speaks for both.
      isFailed ? (listing.state === 'failed' ? nothing : this.#renderFailure(opening.error)) : this.#renderWriting(state)
    }${access.state === 'missing' ? nothing : this.#renderReading(state)}`;
  }

  #renderWriting({ access, info, viewer }: DiscussionState): unknown {
    const { adapter } = this.#discussion.store;
    const { messages, formats } = this.#words;
    const { isTextKept } = this.#text;
    const isOpen = access.state === 'open';
    const canSubmit = !adapter || Boolean(adapter.submit);
    if (access.state === 'unknown') return canSubmit ? html`<div class="composer-space"></div>` : nothing;
    const posting = info?.posting;
    const isRefused = isOpen && posting?.refusal !== undefined;
    const isSignedOut = posting?.who === 'signed-in' && viewer.state !== 'signed-in';
    return [
      closedNotice(access, messages, formats),
      isRefused ? this.#renderRefusal(posting.refusal) : nothing,
      canSubmit && ((isOpen && !isRefused) || isTextKept)
        ? composerShell({ ...this.#shell, isAwake: this.#shell.isAwake && this.#text.isAwake, onTurn: this.#text.turn, isSignedOut })
        : nothing,
      info?.can?.close && adapter?.setClosed && !this.closed ? this.#renderModeration() : nothing,
    ];
  }

  #renderModeration(): unknown {
    const { module, error, load } = this.#moderation;
    if (!module && !error) void load();
    return module?.render() ?? partFailure(this.#moderation, this.#words.messages);
  }

  #renderRefusal(refusal: PostingRefusal): unknown {
    const { module, error } = this.#writing;
    if (!error) void this.#writing.load();
    return module?.refusalNotice(refusal, this.#words.messages as Messages, this.#words.formats);
  }

  #renderReading(state: DiscussionState): TemplateResult {
    const { messages, formats, ready } = this.#words;
    const { listing, sorting, more, outgoing, truncated, access } = state;
    if (listing.state === 'failed') return this.#renderFailure(listing.error);
    const comments = commentsInOrder(state);
    if (
      listing.state !== 'ready' ||
      !ready ||
      !this.#renderers.areReadyFor([...comments.map(({ body }) => body), ...(state.info?.policy?.body ? [state.info.policy.body] : [])])
    ) {
      return html`<div class="loading" aria-busy="true"><slot>${placeholder()}</slot></div>`;
    }
    const isLoading = more.state === 'loading';
    return html`${this.#address.render()}${this.#order.renderFailure()}${
      comments.length + outgoing.length > 0
        ? nothing
        : html`<p part="empty" class="muted small"><slot name="empty">${access.state === 'open' ? messages.empty : messages.emptyClosed}</slot></p>`
    }${newComments(this.#live.module?.waiting.get(null)?.length ?? 0, { messages, formats, onView: this.#onViewNew })}<ol part="list" role="list" aria-busy=${sorting.state === 'loading'} @click=${this.#list.onClick}></ol>${
      more.state === 'failed'
        ? failure(messages.moreFailed(causeOf(more.error, messages)), messages, this.#onMore)
        : more.state === 'idle'
          ? nothing
          : html`<button part="button more" class="wide small" type="button" aria-disabled=${isLoading} @click=${this.#onMore}>${isLoading ? messages.loadingMore : messages.loadMore}</button>`
    }${truncated ? html`<p part="truncated" class="muted small">${messages.truncated}</p>` : nothing}`;
  }

  get #shell(): Omit<ComposerShell, 'isSignedOut'> {
    const part = this.#writing;
    const isAwake = part.module !== undefined;
    return { part, isAwake, messages: this.#words.messages, onTurn: part.load, onEarlySubmit: this.#onEarlySubmit };
  }

  /** What has opened below a comment. */
  readonly #renderPanel = (panel: Panel, comment: Comment): unknown => {
    const { messages, formats } = this.#words;
    const { store } = this.#discussion;
    const { info, viewer } = store.state;
    if (panel === 'reply') {
      const isSignedOut = info?.posting?.who === 'signed-in' && viewer.state !== 'signed-in';
      return composerShell({ ...this.#shell, isSignedOut, parent: comment });
    }
    const part = panel === 'more' ? this.#browsing : this.#writing;
    if (!part.module) return partFailure(part, messages) ?? html`<p class="small muted">${messages.loading}</p>`;
    const common = { store, comment, messages: messages as Messages, formats, announce: this.#announce, onClose: this.#list.close };
    if (panel === 'more') return this.#browsing.module?.morePanel(comment);
    const { module } = this.#writing;
    return module?.panel(panel, { ...common, writer: module.writer, drafts: module.drafts });
  };

  #renderFailure(error: AdapterError): TemplateResult {
    const { messages } = this.#words;
    return failure(messages.loadFailed(causeOf(error, messages)), messages, this.#onRetry);
  }

  #one<Found extends HTMLElement>(selector: string): Found | null {
    return this.renderRoot?.querySelector<Found>(selector) ?? null;
  }

  async #focusOnButton(): Promise<void> {
    const composer = this.#one<CommentComposer>('article-comments-composer');
    await composer?.updateComplete;
    composer?.querySelector<HTMLElement>('[type=submit]')?.focus();
  }

  readonly #showComment = async (id: CommentId): Promise<void> => {
    await this.#browsing.load();
    await this.#browsing.module?.showComment(id);
  };

  readonly #announce = (text: string): void => {
    // The same words twice in a row are news too; a space that nobody hears makes them so.
    this.announcement = this.announcement === text ? `${text}\u00a0` : text;
  };

  /** What a button of the list asks for, besides opening and folding. */
  readonly #act = async (action: string, id: CommentId): Promise<void> => {
    if (action === 'collapse') return;
    if (action === 'reply') {
      await this.updateComplete;
      return this.#one(`#${CSS.escape(`body-${id}`)}`)?.focus();
    }
    const isWriting = ['up', 'down', 'pin', 'edit', 'remove', 'report'].includes(action);
    const part = isWriting ? this.#writing : this.#browsing;
    if (!(await part.load())) {
      if (part.error) this.#list.fail(id, this.#words.messages.formFailed(causeOf(part.error, this.#words.messages)));
      return;
    }
    await (isWriting ? this.#writing.module?.actions : this.#browsing.module)?.act(action, id);
  };

  readonly #onRetry = (): void => {
    this.reload();
    // The button goes away with the failure, and focus must not go with it.
    this.#one('h2')?.focus();
  };

  readonly #onKey = (event: KeyboardEvent): unknown => takesKey(event, this.renderRoot) && this.#act(event.key, '');

  readonly #onMore = async (): Promise<void> => {
    const { store } = this.#discussion;
    const before = store.state.comments.length;
    await Promise.all([store.loadMore(), this.#browsing.load()]);
    const { module } = this.#browsing;
    // The button may be gone, and the part that knows where to go on did not come.
    if (module) await module.goOn(before);
    else this.#one('h2')?.focus();
  };

  readonly #onViewNew = (): Promise<void> => this.#act('new', '');

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
    const composer = (event.target as Element).closest<CommentComposer>('article-comments-composer');
    if (!composer || composer.hasUpdated || !(await (composer.parent ? this.#writing.load() : this.#text.wake()))) return;
    await composer.submit();
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
