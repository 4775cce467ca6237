import { html, LitElement, type PropertyDeclarations } from 'lit';
import type { MessageOverrides } from '../../i18n/messages.js';
import type { CommentsAdapter, Token } from '../../model/adapter.js';
import { toAdapterError } from '../../model/adapter-error.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import type { BackendLoader } from '../opening/backend-loader.js';
import type { LocaleLoader } from '../locale/locale-controller.js';
import type { CountController } from './count-controller.js';

/**
 * The number of comments in a discussion, for lists of articles and for links to the comments: "12 comments". One call answers all
 * elements on a page with the same adapter. If the discussion is on the same page, the number follows its changes.
 *
 * @slot - Shown until the number is known, if it cannot be loaded, and without JavaScript.
 *
 * @csspart count - The number and its text. Inherits the style of the surrounding text.
 *
 * @fires comments-error - The number could not be loaded. The slot stays visible.
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

  /** Loaders of the adapters that `backend` may name. Filled by the script-tag build. */
  static backends: Readonly<Record<string, BackendLoader>> = {};

  /**
   * Loaders of the languages that `lang` may name besides English, by BCP 47 tag in lower case. Filled by the script-tag build.
   * `registerLocale` registers messages that are already loaded.
   */
  static locales: Readonly<Record<string, LocaleLoader>> = {};

  /** The adapter of the backend. Takes precedence over `backend` and `src`. Elements with the same object share its calls. */
  adapter: CommentsAdapter | undefined;

  /** Key of the discussion at the backend. Default: the page's canonical address, without hash. */
  discussion: string | undefined;

  /** Name of a built-in adapter, in the script-tag build. Default `http` when `src` is set. */
  backend: string | undefined;

  /** Base URL of the backend. */
  src: string | undefined;

  /** Bearer token of the viewer, for backends that accept one. Another string or function means another viewer. */
  token: Token | undefined;

  /** `text`, the default: "12 comments". `number`: "12", for a page that adds its own text or icon. */
  format: 'text' | 'number' | undefined;

  /** Replaces single messages. A string may replace a function. */
  messages: MessageOverrides | undefined;

  /**
   * The rest of the element, which a page without counts never loads. One promise for all elements: separate `import()` calls resolve
   * at different times, and elements that start at different times would call the backend separately.
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
