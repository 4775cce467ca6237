import { html, LitElement, type PropertyDeclarations } from 'lit';
import type { MessageOverrides } from '../../i18n/messages.js';
import type { CommentsAdapter, Token } from '../../model/adapter.js';
import { toAdapterError } from '../../model/adapter-error.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import type { BackendLoader } from '../opening/backend-loader.js';
import type { LocaleLoader } from '../locale/locale-controller.js';
import type { CountController } from './count-controller.js';

/**
 * The number of comments in a discussion, for lists of articles and for links to the comments: "12 comments". All elements on a
 * page with the same adapter are answered by one call. Beside the discussion itself, the number follows what happens there.
 *
 * @slot - Shown until the number is known, where it cannot be fetched, and without JavaScript.
 *
 * @csspart count - The number and its words. They look like the text around them.
 *
 * @fires comments-error - The number could not be fetched. Readers go on seeing what is in the slot.
 */
export class CommentCount extends LitElement {
  static override properties: PropertyDeclarations = {
    adapter: { attribute: false },
    discussion: {},
    backend: {},
    src: {},
    token: { attribute: false },
    format: {},
    messages: { attribute: false },
  };

  /** The adapters that `backend` may name. The script-tag build fills it. */
  static backends: Readonly<Record<string, BackendLoader>> = {};

  /**
   * Loaders for the languages that `lang` may name besides English, by BCP 47 tag in lower case. The script-tag build fills it.
   * `registerLocale` registers words that are there already.
   */
  static locales: Readonly<Record<string, LocaleLoader>> = {};

  /** The backend. Wins over `backend` and `src`. Elements with the same object share its calls. */
  adapter: CommentsAdapter | undefined;

  /** Key of the discussion at the backend. Default: the page's canonical address, without hash. */
  discussion: string | undefined;

  /** Name of a built-in adapter, in the script-tag build. Default `http` when `src` is set. */
  backend: string | undefined;

  /** Base URL of the backend. */
  src: string | undefined;

  /** Who is reading, for backends that take a bearer token. Another text or function means another reader. */
  token: Token | undefined;

  /** `text`, the default: "12 comments". `number`: "12", for a page that puts its own words or picture beside it. */
  format: 'text' | 'number' | undefined;

  /** The publisher's own words, message by message. A plain text may stand for a function. */
  messages: MessageOverrides | undefined;

  /**
   * The rest of the element, which a page without counts never loads. One promise for all elements: each `import()` resolves at
   * a moment of its own, and elements that start at different moments would ask the backend one by one.
   */
  static #code: Promise<typeof import('./count-controller.js')> | undefined;

  #controller: CountController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#start();
  }

  protected override render(): unknown {
    return this.#controller?.render() ?? html`<slot></slot>`;
  }

  async #start(): Promise<void> {
    try {
      const { CountController } = await (CommentCount.#code ??= import('./count-controller.js'));
      this.#controller ??= new CountController(this);
    } catch (thrown) {
      // The next element tries again.
      CommentCount.#code = undefined;
      this.dispatchEvent(new CommentsErrorEvent(toAdapterError(thrown), 'counts'));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-count': CommentCount;
  }
}
