import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { VisitMessages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import { nameOfControl } from '../../presentation/shown-author.js';
import type { Feature, MenuItem } from '../section.js';
import type { SectionFrame } from '../section-frame.js';

/**
 * The less frequent actions on a comment, below it. They are a disclosure, not a menu in the sense of ARIA: the focus stays on "More",
 * and the Tab key leads to the first of them.
 *
 * @csspart original - The link to the comment on the network where it was written.
 *
 * @action open-more - The less frequent actions of a comment were opened.
 * @action close-more - The less frequent actions of a comment were closed.
 */
export class MoreMenu implements Feature<never, 'more'> {
  readonly #section: SectionFrame<VisitMessages>;

  constructor(section: SectionFrame<VisitMessages>) {
    this.#section = section;
    section.root.addEventListener('keydown', closeOnEscape);
  }

  readonly panels = { more: (comment: Comment): TemplateResult => this.#render(comment) };

  /** Entries of no other feature: the comment on another host, and the keyboard shortcuts. */
  menu(comment: Comment): readonly MenuItem[] {
    const { messages } = this.#section;
    const original = addressElsewhere(comment);
    const text = original && messages.viewOn(original.host);
    const label = text && nameOfControl(text, 'comment', comment, messages);
    const { shortcuts } = messages;
    return [
      ...(original && text && label
        ? [{ type: 'link', name: 'original', text, label, href: original.href } as const]
        : []),
      // A device with a touch screen probably has no keyboard.
      ...(matchMedia('(pointer: coarse)').matches
        ? []
        : [
            {
              type: 'button',
              name: 'shortcuts',
              text: shortcuts,
              label: shortcuts,
              command: { type: 'show-shortcuts' },
            } as const,
          ]),
    ];
  }

  #render(comment: Comment): TemplateResult {
    const { features, messages } = this.#section;
    const items = features.flatMap((feature) => feature.menu?.(comment) ?? []);
    return html`
      <div part="more" class="panel menu" role="group" aria-label=${nameOfControl(messages.more, 'more', comment, messages)}>
        <div class="items">
          ${items.map((item) => [this.#renderItem(item), item.note])}
        </div>
        ${items.map(({ remedy }) => remedy)}
      </div>
    `;
  }

  #renderItem(item: MenuItem): TemplateResult {
    const part = `action ${item.name}`;
    const label = item.label === item.text ? nothing : item.label;
    if (item.type === 'link')
      return html`<a part=${part} class="action" href=${item.href} rel="ugc nofollow noopener" aria-label=${label}>${item.text}</a>`;
    return html`<button part=${part} class="action" type="button" aria-label=${label} @click=${this.#section.on(item.command)}
      >${item.text}</button
    >`;
  }
}

/** Escape closes the panel, while the focus is on "More" or in the panel. */
function closeOnEscape(event: Event): void {
  const { key, target } = event as KeyboardEvent;
  const more = key === 'Escape' ? (target as Element).closest('[part~=more]') : null;
  more?.closest('li')?.querySelector<HTMLElement>('button[part~=more][aria-expanded=true]')?.click();
}

/** The comment's address on another host, such as the network in which it was written. */
function addressElsewhere({ permalink: address }: Comment): URL | undefined {
  const href = safeUrl(address);
  const url = href ? new URL(href) : undefined;
  return url?.host && url.host !== location.host ? url : undefined;
}
