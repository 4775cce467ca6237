import type { ReactiveControllerHost } from 'lit';
import type { CommentId } from '../../model/adapter.js';
import { commentInAddress } from '../page/address.js';
import { type KeptPlace, keepPlace, placeToReturnTo } from './saved-position.js';
import { onOwnMove } from '../page/own-move.js';

type Host = ReactiveControllerHost & { readonly renderRoot: ShadowRoot };

/** A reader who comes back to a page, from the moment that the section opens until they are where they were. */
export class ReturningReader {
  /** Where to bring them. Undefined once they are there, have gone somewhere themselves, or never were in this discussion. */
  place: KeptPlace | undefined;
  /** The comment in the address that they come back to. They have followed that link already. */
  linked: CommentId = '';
  readonly #host: Host;
  #key: string | undefined;
  #moved = new AbortController();
  #reserved: CSSStyleSheet | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Looks up where the reader was in a discussion, once. */
  placeIn(key: string): KeptPlace | undefined {
    if (key === this.#key) return this.place;
    this.#key = key;
    this.place = placeToReturnTo(key);
    this.linked = this.place ? commentInAddress() : '';
    this.#moved.abort();
    this.#moved = new AbortController();
    if (this.place) onOwnMove(() => this.#giveUp(), this.#moved.signal);
    this.#reserve(this.place?.height);
    return this.place;
  }

  /** They are where they were. What is drawn already stays as it is. */
  arrive(): void {
    if (!this.place) return;
    this.#moved.abort();
    keepPlace(this.place.key, undefined);
    this.place = undefined;
  }

  /** They have gone somewhere else by their own choice, so the drawing need not wait for their place any more. */
  #giveUp(): void {
    this.arrive();
    this.#host.requestUpdate();
  }

  /**
   * Makes what stands in place of the comments as high as they were. The browser restores the page's own scroll position while they
   * load, and on a shorter page that would end at its footer.
   */
  #reserve(height: number | undefined): void {
    if (height === undefined && !this.#reserved) return;
    const { renderRoot } = this.#host;
    if (!this.#reserved) renderRoot.adoptedStyleSheets.push((this.#reserved = new CSSStyleSheet()));
    // The grey lines stay in view. With another discussion there is nothing to reserve.
    const rules = `.loading{min-block-size:${height}px}.loading>div{position:sticky;inset-block-start:1.5rem}`;
    this.#reserved.replaceSync(height === undefined ? '' : rules);
  }
}
