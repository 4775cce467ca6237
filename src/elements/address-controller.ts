import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CommentId, DiscussionRef } from '../model/adapter.js';

const PREFIX = '#comment-';

/** The page's address: which article it is, and which comment its hash names. Other hashes are none of its business. */
export class AddressController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onComment: () => void;

  constructor(host: ReactiveControllerHost, onComment: () => void) {
    this.#host = host;
    this.#onComment = onComment;
    host.addController(this);
  }

  /** The comment that the hash names. */
  get comment(): CommentId | undefined {
    return location.hash.startsWith(PREFIX) ? decodeURIComponent(location.hash.slice(PREFIX.length)) : undefined;
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#onComment);
    addEventListener('popstate', this.#onNavigation);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onComment);
    removeEventListener('popstate', this.#onNavigation);
  }

  /** The discussion of this page; `key` where the publisher gave one, else the page's canonical address. */
  discussion(key: string | undefined): DiscussionRef {
    const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    const url = (canonical ?? location.href).split('#')[0] ?? '';
    return { key: key ?? url, url, title: document.title };
  }

  permalink(id: CommentId): string {
    return `${location.href.split('#')[0] ?? ''}${PREFIX}${encodeURIComponent(id)}`;
  }

  readonly #onNavigation = (): void => this.#host.requestUpdate();
}
