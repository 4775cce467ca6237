/** Loaded when there are new comments to show. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VisitMessages } from '../../i18n/messages.js';
import type { CommentId } from '../../model/adapter.js';
import { showNew } from '../../model/discussion/held-comments.js';
import { commentsInOrder } from '../../model/state/discussion-state.js';
import { newBelow } from '../../model/transitions/held-back.js';
import type { CommandOf } from '../../presentation/command.js';
import { commentIn, rowOf, topInView } from '../list/focus-comment.js';
import type { ListPosition } from '../page/saved-position.js';
import { reportAction } from '../report-action.js';
import { holdInPlace } from '../scroll-position/hold-in-place.js';
import type { Feature, Section } from '../section.js';
import { newCommentsStyles } from './new-comments.styles.js';

declare module '../../presentation/command.js' {
  interface Commands {
    /** Shows the new replies in the branch of a comment; null: the new comments at the top level. */
    'show-new': { readonly below: CommentId | null };
  }
}

/**
 * Shows new comments on request, and leads back to where the reader was.
 *
 * @csspart new - The container of the buttons for new comments.
 * @csspart view-new - Shows new comments.
 * @csspart go-back - Returns to where the reader was before new comments were shown.
 * @csspart dismiss - Removes the button for new comments, or the one that returns.
 *
 * @action show-new - New comments that were held back were shown.
 */
class NewComments implements Feature<'show-new'> {
  static readonly styles = newCommentsStyles;
  readonly #section: Section<VisitMessages>;
  /** The number of new comments when the reader dismissed the button. It returns with the next one. */
  #dismissed = 0;
  /** Where the reader was before new comments were shown far away, until they return, and the signal of that discussion. */
  #before: (ListPosition & { readonly signal: AbortSignal }) | undefined;

  constructor(section: Section<VisitMessages>) {
    this.#section = section;
  }

  readonly commands = {
    'show-new': ({ below }: CommandOf<'show-new'>): Promise<void> => this.#show(below),
  };

  readonly frame = { arrivals: () => this.#render() };

  beforeUpdate(): void {
    this.#dismissed = Math.min(this.#dismissed, this.#count);
    if (this.#before?.signal.aborted) this.#before = undefined;
  }

  /** Shows the comments held back in the branch of a comment, or with null at the top level. */
  async #show(below: CommentId | null): Promise<void> {
    const { root, host, store, messages, formats } = this.#section;
    const held = store.state.waiting.length;
    const before = this.#position;
    const first = showNew(store, below);
    if (!first) return this.#section.announce(messages.noneNew);
    const count = held - store.state.waiting.length;
    const shown = below === null ? messages.newShown : messages.repliesLoaded;
    this.#section.announce(shown(count, formats.number(count)));
    await this.#section.run({ type: 'show-comment', id: first.id });
    reportAction(this.#section, 'show-new', below ?? undefined);
    const signal = store.session()?.signal;
    // The replies to a comment are next to it.
    if (below !== null || !before || !signal) return;
    const topOf = (element: Element | null): number => element?.getBoundingClientRect().top ?? NaN;
    const distance = topOf(rowOf(root, first.id)) - topOf(this.#anchorOf(before));
    if (Math.abs(distance) > innerHeight / 2) this.#before = { ...before, signal };
    host.requestUpdate();
  }

  /** The button that shows new comments, then the one that leads back. They take no room, so nothing moves when they appear. */
  #render(): TemplateResult {
    const { store, messages } = this.#section;
    const isEmpty = commentsInOrder(store.state).length + store.state.outgoing.length === 0;
    const button = this.#isOffered ? this.#renderShow() : this.#before ? this.#renderBack() : undefined;
    const strip = html`
      <div class="arrivals small">
        ${button}
        <button part="button dismiss" type="button" aria-label=${messages.close} @click=${this.#onDismiss}>×</button>
      </div>
    `;
    return html`<div part="new" class=${isEmpty ? 'new-space first' : 'new-space'}>${button ? strip : nothing}</div>`;
  }

  #renderShow(): TemplateResult {
    const { messages, formats } = this.#section;
    const onShow = this.#section.on({ type: 'show-new', below: null });
    return html`
      <button part="button view-new" type="button" @click=${onShow}>
        ${messages.viewNew(this.#count, formats.number(this.#count))}
      </button>
    `;
  }

  #renderBack(): TemplateResult {
    return html`
      <button part="button go-back" type="button" @click=${this.#onBack}>${this.#section.messages.goBack}</button>
    `;
  }

  /** The number of new comments, without replies to comments that are listed. */
  get #count(): number {
    return newBelow(this.#section.store.state).get(null)?.length ?? 0;
  }

  get #isOffered(): boolean {
    return this.#count > this.#dismissed;
  }

  /** Where the reader is. Undefined if the section is not in view. */
  get #position(): ListPosition | undefined {
    const { host, root } = this.#section;
    const list = root.querySelector('[part=list]');
    return list ? topInView(host.getBoundingClientRect(), list) : undefined;
  }

  /** The row at a position, or the section. */
  #anchorOf({ id }: ListPosition): Element | null {
    const { root } = this.#section;
    return (id === null ? undefined : rowOf(root, id)) ?? root.querySelector('section');
  }

  /** Focuses the comment at a position, or the heading, without scrolling: the button with the focus is removed. */
  #focusAt(position: ListPosition | undefined): void {
    const { root } = this.#section;
    const comment = position && commentIn(this.#anchorOf(position));
    (comment ?? root.querySelector<HTMLElement>('h2'))?.focus({ preventScroll: true });
  }

  readonly #onBack = (): void => {
    const before = this.#before;
    const anchor = before && this.#anchorOf(before);
    this.#focusAt(before);
    if (anchor) holdInPlace(anchor, before.offset, before.signal);
    this.#before = undefined;
    this.#section.host.requestUpdate();
  };

  readonly #onDismiss = (): void => {
    this.#focusAt(this.#position);
    if (this.#isOffered) this.#dismissed = this.#count;
    else this.#before = undefined;
    this.#section.host.requestUpdate();
  };
}

export const features = [NewComments] as const;
