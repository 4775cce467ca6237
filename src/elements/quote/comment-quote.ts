import { html, LitElement, type PropertyDeclarations } from 'lit';
import type { MessageOverrides } from '../../i18n/messages.js';
import type { CommentsAdapter, Token } from '../../model/adapter.js';
import type { BackendLoader } from '../opening/backend-loader.js';
import type { LocaleLoader } from '../locale/locale-controller.js';
import type { QuoteController } from './quote-controller.js';

/**
 * One comment, quoted in another article: who wrote it, when, its text, and a link to it. It is fetched when it is nearly in view, and
 * cannot be answered here. A comment that was removed, hidden or held is not shown; the element then says so.
 *
 * @slot - Shown until the comment is there, where it cannot be fetched, and without JavaScript. It goes where the backend says that
 *   the comment is no longer published.
 *
 * @csspart quote - The `figure`, with the comment and what is said about it.
 * @csspart body - The text of the comment.
 * @csspart caption - Author, time and link.
 * @csspart author - The name of the author.
 * @csspart time - When the comment was written.
 * @csspart permalink - The link to the comment.
 * @csspart notice - The sentence in place of a comment that is no longer there.
 *
 * @fires comments-error - The comment could not be fetched. Readers go on seeing what is in the slot.
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

  /** The adapters that `backend` may name. The script-tag build fills it. */
  static backends: Readonly<Record<string, BackendLoader>> = {};

  /** Loaders for the languages that `lang` may name besides English, by BCP 47 tag in lower case. The script-tag build fills it. */
  static locales: Readonly<Record<string, LocaleLoader>> = {};

  /** The backend. Wins over `backend` and `src`. */
  adapter: CommentsAdapter | undefined;

  /** Key of the discussion at the backend. Default: the page's canonical address, without hash. */
  discussion: string | undefined;

  /** The backend's id of the comment. */
  comment: string | undefined;

  /**
   * Address of the page with the discussion. The link leads to the comment there. Default: the address that the backend has for the
   * comment; without either, there is no link.
   */
  href: string | undefined;

  /** Name of a built-in adapter, in the script-tag build. Default `http` when `src` is set. */
  backend: string | undefined;

  /** Base URL of the backend. */
  src: string | undefined;

  /** Who is reading, for backends that take a bearer token. Another text or function means another reader. */
  token: Token | undefined;

  /** IANA name of the time zone of the date. Default: the reader’s. */
  timeZone: string | undefined;

  /** The publisher's own words, message by message. A plain text may stand for a function. */
  messages: MessageOverrides | undefined;

  #controller: QuoteController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Without the code, the fallback stays.
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
