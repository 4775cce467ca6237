import { html, LitElement, type PropertyDeclarations } from 'lit';
import type { MessageOverrides } from '../../i18n/messages.js';
import type { CommentsAdapter, Token } from '../../model/adapter.js';
import type { BackendLoader } from '../opening/backend-loader.js';
import type { LocaleLoader } from '../locale/find-locale.js';
import type { QuoteController } from './quote-controller.js';

/**
 * One comment, quoted in another article: its author, time and text, and a link to it. It is loaded when it is near the viewport and
 * has no controls. Instead of a removed, hidden or held comment, the element shows a notice.
 *
 * @slot - Shown until the comment is loaded, if it cannot be loaded, and without JavaScript. Hidden if the backend reports that the
 *   comment is no longer published.
 *
 * @csspart quote - The `figure` with the comment and its caption.
 * @csspart body - The text of the comment.
 * @csspart caption - Author, time and link.
 * @csspart author - The name of the author.
 * @csspart time - The time of the comment.
 * @csspart permalink - The link to the comment.
 * @csspart notice - The notice shown instead of a comment that is no longer published.
 *
 * @fires comments-error - The comment could not be loaded. The slot stays visible.
 */
export class CommentQuote extends LitElement {
  static override properties: PropertyDeclarations = {
    adapter: { attribute: false },
    discussion: {},
    comment: {},
    href: {},
    backend: {},
    src: {},
    token: { attribute: false },
    timeZone: { attribute: 'time-zone' },
    messages: { attribute: false },
  };

  /** Loaders of the adapters that `backend` may name. Filled by the script-tag build. */
  static backends: Readonly<Record<string, BackendLoader>> = {};

  /** Loaders of the languages that `lang` may name besides English, by BCP 47 tag in lower case. Filled by the script-tag build. */
  static locales: Readonly<Record<string, LocaleLoader>> = {};

  /** The adapter of the backend. Takes precedence over `backend` and `src`. */
  adapter: CommentsAdapter | undefined;

  /** Key of the discussion at the backend. Default: the page's canonical address, without hash. */
  discussion: string | undefined;

  /** Id of the comment at the backend. */
  comment: string | undefined;

  /**
   * Address of the page with the discussion. The link goes to the comment on it. Default: the comment's permalink at the backend; without
   * either, there is no link.
   */
  href: string | undefined;

  /** Name of a built-in adapter, in the script-tag build. Default `http` when `src` is set. */
  backend: string | undefined;

  /** Base URL of the backend. */
  src: string | undefined;

  /** Bearer token of the viewer, for backends that accept one. Another string or function means another viewer. */
  token: Token | undefined;

  /** IANA name of the time zone of the date. Default: the reader’s time zone. */
  timeZone: string | undefined;

  /** Replaces single messages. A string may replace a function. */
  messages: MessageOverrides | undefined;

  #controller: QuoteController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // If the code cannot be loaded, the slot stays visible.
    import('./quote-controller.js').then(
      ({ QuoteController }) => void (this.#controller ??= new QuoteController(this)),
      () => undefined,
    );
  }

  protected override render(): unknown {
    return this.#controller?.render() ?? html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-quote': CommentQuote;
  }
}
